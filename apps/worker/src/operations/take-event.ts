import { readWaitingEvent } from "@today/db/event";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import { mayPass } from "../batch-failure.ts";
import { commit, enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { type EventOf, type EventVerb, endOf, type Taken } from "../event-taking.ts";
import { takeApproval } from "../events/approval-change.ts";
import { takePunches } from "../events/attendance-check-record.ts";
import { takeCheckIn } from "../events/check-in.ts";
import { takeInstanceChange } from "../events/instance-change.ts";
import { takeDepartments } from "../events/org-dept.ts";
import { takeChangedPeople } from "../events/user-change.ts";
import { takeLeavers } from "../events/user-leave-org.ts";

/** What each type of event does; one that is not here changes nothing. */
const verbs: { readonly [Type in DingTalkEvent["type"]]?: EventVerb<Type> } = {
  attendance_approve_status_change: takeApproval,
  attendance_check_record: takePunches,
  bpms_instance_change: takeInstanceChange,
  check_in: takeCheckIn,
  org_dept_create: takeDepartments,
  org_dept_modify: takeDepartments,
  org_dept_remove: takeDepartments,
  user_active_org: takeChangedPeople,
  user_add_org: takeChangedPeople,
  user_leave_org: takeLeavers,
  user_modify_org: takeChangedPeople,
};

/**
 * Does what a waiting event asks for and marks it done in the same transaction; a repeat finds nothing to do. Gives the people whose
 * days may have changed.
 */
export async function takeEvent(ctx: Context, eventId: string): Promise<readonly string[]> {
  const row = await readWaitingEvent(ctx.db, ctx.company.id, eventId);
  if (row === null) return [];
  try {
    const event: DingTalkEvent = JSON.parse(row.body);
    const { statements, people = [], alongWith = [], jobs = [] } = await perform(ctx, event, row.id);
    await commit(ctx, [...statements, endOf(ctx, [row.id, ...alongWith])]);
    await enqueue(ctx, jobs);
    return people;
  } catch (error) {
    if (mayPass(error)) throw error;
    // What an event would have brought comes with the night.
    await commit(ctx, [endOf(ctx, [row.id])]);
    return [];
  }
}

async function perform<Type extends DingTalkEvent["type"]>(
  ctx: Context,
  event: EventOf<Type>,
  rowId: string,
): Promise<Taken> {
  const type: Type = event.type;
  const verb: EventVerb<Type> | undefined = verbs[type];
  return verb === undefined ? { statements: [] } : verb(ctx, event, rowId);
}
