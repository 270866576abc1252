import { matchLeaves } from "@today/core/leave-match";
import type { Instant } from "@today/core/time/minutes";
import { type KeptApprovedLeave, keepApprovedLeaves, readApprovedLeaves } from "@today/db/approved-leave";
import { type KeptLeave, type ReceivedLeave, readLeavesTouching } from "@today/db/leave";
import type { Context } from "../context.ts";
import { type LeaveTurn, sameKey } from "./leave-news.ts";

/** What to keep of leaves, how they turned, and statements that go with them. */
export interface LeaveOutcome {
  readonly leaves: readonly ReceivedLeave[];
  readonly turn: LeaveTurn;
  readonly statements: readonly D1PreparedStatement[];
}

/** Whose leaves, and from when to when. */
export interface LeaveWindow {
  readonly personIds: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * DingTalk's list of leaves came: what it tells stands unless its approval says otherwise, and within the window what it no longer
 * tells is gone. A leave known from its approval alone stands until the list has told of it once.
 */
export async function leavesOfList(
  ctx: Context,
  window: LeaveWindow,
  reported: readonly ReceivedLeave[],
): Promise<LeaveOutcome> {
  const { kept, approvals } = await knownOf(ctx, window);
  const { standing, falling, lacking, told } = matchLeaves(reported, approvals);
  const before = kept.filter(({ present }) => present);
  const isOwn = (leave: ReceivedLeave) => lacking.some((one) => !one.told && sameKey(leave, one));
  const isWithin = ({ fromAt, toAt }: ReceivedLeave) => fromAt >= window.from && toAt <= window.to;
  const isTold = (leave: ReceivedLeave) => reported.some((one) => sameKey(leave, one));
  const gone = before.filter(
    (leave) => falling.some((one) => sameKey(leave, one)) || (isWithin(leave) && !isTold(leave) && !isOwn(leave)),
  );
  const after = [...standing, ...before.filter((leave) => !gone.includes(leave) && !isTold(leave))];
  return {
    leaves: [...standing, ...gone.map((leave) => ({ ...leave, present: false }))],
    turn: { kept, before, after },
    statements: keepApprovedLeaves(
      ctx.db,
      ctx.company.id,
      told.filter((one) => !one.told).map((one) => ({ ...one, told: true })),
    ),
  };
}

/** Approvals came: leaves stand and fall with them, and those of which the list has not told stand by themselves. */
export async function leavesOfApprovals(
  ctx: Context,
  came: readonly (KeptApprovedLeave & Pick<ReceivedLeave, "unit" | "amount">)[],
): Promise<LeaveOutcome> {
  const { db, company } = ctx;
  const window = {
    personIds: [...new Set(came.map(({ personId }) => personId))],
    from: Math.min(...came.map(({ fromAt }) => fromAt)),
    to: Math.max(...came.map(({ toAt }) => toAt)),
  };
  const { kept, approvals } = await knownOf(ctx, window);
  const isOf = (one: KeptApprovedLeave) => (other: KeptApprovedLeave) =>
    one.id === other.id && one.personId === other.personId;
  const all = [
    ...approvals.filter((one) => !came.some(isOf(one))),
    ...came.map((one) => asKnown(one, approvals.find(isOf(one)))),
  ];
  const before = kept.filter(({ present }) => present);
  const { standing, falling, lacking } = matchLeaves(before, all);
  const own = lacking.flatMap((one): ReceivedLeave[] => {
    const said = came.find(isOf(one));
    if (one.told || said === undefined) return [];
    const { personId, fromAt, toAt } = one;
    return [{ personId, fromAt, toAt, unit: said.unit, amount: said.amount, leaveCode: null, present: true }];
  });
  return {
    leaves: [...own, ...falling.map((leave) => ({ ...leave, present: false }))],
    turn: { kept, before, after: [...standing, ...own] },
    statements: keepApprovedLeaves(db, company.id, came),
  };
}

function asKnown(came: KeptApprovedLeave, known: KeptApprovedLeave | undefined): KeptApprovedLeave {
  return { ...came, told: known?.told ?? came.told };
}

async function knownOf(
  { db, company }: Context,
  window: LeaveWindow,
): Promise<{ readonly kept: readonly KeptLeave[]; readonly approvals: readonly KeptApprovedLeave[] }> {
  const [kept, approvals] = await Promise.all([
    readLeavesTouching(db, company.id, window),
    readApprovedLeaves(db, company.id, window),
  ]);
  return { kept, approvals };
}
