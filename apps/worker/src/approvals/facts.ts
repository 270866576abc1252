import { readApprovalChains, type StoredApproval } from "@today/db/approval-instance";
import { groupRows, keyOf } from "@today/db/arrival";
import { readShifts } from "@today/db/schedule";
import { type ApprovedFact, approvedFacts } from "@today/dingtalk/approval/fact";
import type { RejectedRow } from "@today/dingtalk/lenient";
import type { Context } from "../context.ts";
import { datesOf } from "./granted.ts";
import { instanceOf } from "./stored.ts";

/** What approvals say, in the light of all that belong to them. */
export interface ReadFacts {
  readonly approvals: readonly StoredApproval[];
  readonly facts: readonly ApprovedFact[];
  readonly rejected: readonly RejectedRow[];
}

/** The facts of approvals that came and of those kept under these ids, laid out on everybody's shifts as they are known now. */
export async function factsOfApprovals(
  ctx: Context,
  came: { readonly fresh: readonly StoredApproval[]; readonly ids: readonly string[] },
): Promise<ReadFacts> {
  const { db, company } = ctx;
  const asked = [...came.ids, ...came.fresh.flatMap(({ id, mainId }) => [id, mainId])];
  const kept = await readApprovalChains(db, company.id, [...new Set(asked)]);
  const byId = new Map([...kept, ...came.fresh].map((one) => [one.id, one]));
  const approvals = [...byId.values()];
  const rough = factsOn(approvals, () => undefined).facts;
  const days = rough.flatMap((fact) =>
    datesOf(fact, company.zone).flatMap((date) => fact.userIds.map((personId) => ({ personId, date }))),
  );
  const known = await readShifts(db, company.id, [...new Map(days.map((day) => [keyOf(day), day])).values()]);
  const shifts = new Map(known.map((day) => [keyOf(day), day.shift]));
  return { approvals, ...factsOn(approvals, (personId, date) => shifts.get(keyOf({ personId, date }))) };
}

type ShiftOn = Parameters<typeof approvedFacts>[1]["shiftOn"];

function factsOn(approvals: readonly StoredApproval[], shiftOn: ShiftOn): Omit<ReadFacts, "approvals"> {
  const facts: ApprovedFact[] = [];
  const rejected: RejectedRow[] = [];
  for (const some of groupRows(approvals, (one) => one.kind).values()) {
    const read = approvedFacts(some.map(instanceOf), { shiftOn, kind: some[0]?.kind ?? null });
    facts.push(...read.facts);
    rejected.push(...read.rejected);
  }
  return { facts, rejected };
}
