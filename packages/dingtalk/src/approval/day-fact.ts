import type { DayApproval, PersonDay } from "../attendance/person-day.ts";
import type { RejectedRow } from "../lenient.ts";
import { unitOf } from "./asked.ts";
import type { ApprovedFact } from "./fact.ts";

/**
 * The facts that one person's day tells of itself, without reading the approvals: one counted call (`personDay`) for all of them. All
 * are agreed; those who went along, changes and form fields are not told. An approval without an instance is set aside.
 */
export function factsOfDay(day: PersonDay): { facts: ApprovedFact[]; rejected: RejectedRow[] } {
  const facts: ApprovedFact[] = [];
  const rejected: RejectedRow[] = [];
  for (const approval of day.approvals) {
    const fact = factOf(approval, day);
    if (typeof fact === "string") rejected.push({ reason: fact, raw: approval });
    else if (!facts.some((one) => one.processInstanceId === fact.processInstanceId && one.from === fact.from)) {
      facts.push({ ...fact, part: facts.filter((one) => one.processInstanceId === fact.processInstanceId).length });
    }
  }
  return { facts, rejected };
}

function factOf(approval: DayApproval, { userId }: PersonDay): ApprovedFact | string {
  const { instanceId, from, to, duration, finishedAt } = approval;
  const kind = approval.kind ?? kindOfTag(approval.tag);
  if (instanceId === null) return "procInst_id";
  if (kind === null) return "biz_type";
  if (!(to > from)) return "span";
  const unit = unitOf(approval.unit);
  const hours = unit === "hour" && duration !== null && duration >= 0 && duration <= 24 * 400 ? duration : null;
  return {
    ...{ kind, from, to, unit, modifiedAt: finishedAt, processInstanceId: instanceId, mainInstanceId: instanceId },
    ...{ part: 0, userIds: [userId], unknownNames: [], days: [], notUnderstood: [], correction: null, lieu: false },
    minutes: hours === null ? null : Math.round(hours * 60),
    label: approval.name,
    state: "agreed",
    replacedBy: null,
  };
}

function kindOfTag(tag: string | null): ApprovedFact["kind"] | null {
  if (tag === "加班") return "overtime";
  if (tag === "请假") return "leave";
  return tag === "出差" || tag === "外出" ? "trip" : null;
}
