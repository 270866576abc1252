import type { Day } from "../company/beijing.ts";
import type { Department } from "../company/department.ts";
import type { Person } from "../company/person.ts";
import type { Approval, Decision } from "./approval.ts";
import type { Template } from "./approval-template.ts";
import type { Checkin } from "./checkin.ts";
import type { Leave } from "./leave.ts";
import type { RobotMessage, Todo, WebhookRobot } from "./message.ts";
import type { Notice } from "./notice.ts";
import type { ReportDifference } from "./report-difference.ts";
import type { ScheduleEntry, ShiftEdition } from "./shift-book.ts";
import type { Punch, Supply } from "./story.ts";
import type { Switches } from "./switches.ts";

/** Where events are pushed. */
export interface Callback {
  readonly url: string;
  readonly token: string;
  readonly aesKey: string;
  readonly ownerKey: string;
}

/** What somebody did to the world from outside; the world is its seed and these, in order. */
export type Action =
  | { readonly kind: "punch"; readonly userId: string; readonly punch: Punch }
  | { readonly kind: "leave"; readonly leave: Leave }
  | { readonly kind: "supply"; readonly supply: Supply }
  | { readonly kind: "approval"; readonly approval: Approval }
  | { readonly kind: "decision"; readonly id: string; readonly decision: Decision }
  | { readonly kind: "template"; readonly template: Template }
  | { readonly kind: "checkin"; readonly checkin: Checkin }
  /** Null takes all of them back. */
  | { readonly kind: "report-difference"; readonly difference: ReportDifference | null }
  | { readonly kind: "shift"; readonly edition: ShiftEdition }
  | { readonly kind: "schedule"; readonly entries: readonly ScheduleEntry[] }
  /** To another group, from a work date on. */
  | { readonly kind: "move"; readonly userId: string; readonly groupId: number; readonly from: Day }
  | { readonly kind: "notice"; readonly notice: Notice }
  | { readonly kind: "notice-change"; readonly taskId: number; readonly change: Partial<Notice> }
  /** As it is now, whole. */
  | { readonly kind: "todo"; readonly todo: Todo }
  /** As it is now, whole. */
  | { readonly kind: "robot"; readonly message: RobotMessage }
  | { readonly kind: "webhook-robot"; readonly robot: WebhookRobot }
  | { readonly kind: "hire"; readonly person: Omit<Person, "group">; readonly groupId: number }
  | { readonly kind: "change"; readonly userId: string; readonly change: PersonChange }
  | { readonly kind: "depart"; readonly userId: string; readonly at: number }
  /** As it is now, whole. */
  | { readonly kind: "department"; readonly department: Department }
  | { readonly kind: "department-end"; readonly id: number }
  | { readonly kind: "switches"; readonly switches: Partial<Switches> }
  | { readonly kind: "callback"; readonly callback: Callback | null };

export interface PersonChange {
  readonly name?: string;
  readonly title?: string;
  readonly departmentIds?: readonly number[];
}
