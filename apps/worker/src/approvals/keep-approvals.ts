import { addDays } from "@today/core/time/date";
import { keepApprovals, type StoredApproval } from "@today/db/approval-instance";
import { keepWatches, type Watch } from "@today/db/approval-watch";
import { type GrantedTime, keepGranted, readGrantedBy } from "@today/db/approved-time";
import { keepPunches } from "@today/db/punch";
import { keepRejected } from "@today/db/rejected-row";
import { settleRequests } from "@today/db/request-settling";
import type { ApprovedFact } from "@today/dingtalk/approval/fact";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { correctionsOf } from "./correction.ts";
import { factsOfApprovals, type ReadFacts } from "./facts.ts";
import { grantedBy, openUntil } from "./granted.ts";
import { keepLeaveOutcome } from "./keep-leaves.ts";
import { leavesOfApprovals } from "./leave-standing.ts";

/** What approvals come to: statements for one transaction, and whose days may have changed. */
export interface KeptApprovals {
  readonly statements: readonly D1PreparedStatement[];
  readonly people: readonly string[];
}

const source = "workflow/processInstances";

/**
 * Keeps approvals that came and lays them, with those kept under these ids, on people's days: leave, trips, overtime and 补卡. What
 * was changed, revoked or withdrawn since is taken back. A repeat changes nothing.
 */
export async function keepApprovalFacts(
  ctx: Context,
  came: { readonly fresh: readonly StoredApproval[]; readonly ids: readonly string[] },
): Promise<KeptApprovals> {
  const { db, company, now } = ctx;
  const arrival = { companyId: company.id, at: now };
  const read = await factsOfApprovals(ctx, came);
  const { facts, approvals } = read;
  if (approvals.length === 0) return { statements: [], people: [] };
  const punches = await correctionsOf(ctx, facts);
  const { insert, move } = keepPunches(db, arrival, punches);
  return {
    statements: [
      ...keepApprovals(db, arrival, came.fresh),
      ...(await grantedStatements(ctx, read)),
      ...(await leaveStatements(ctx, facts)),
      ...[...insert, ...move, ...settleRequests(db, arrival, punches)],
      ...keepWatches(db, arrival, watchesOf(ctx, read)),
      ...keepRejected(db, arrival, setAside(read)),
    ],
    people: [...new Set(facts.flatMap(({ userIds }) => userIds))],
  };
}

async function grantedStatements(ctx: Context, { approvals, facts }: ReadFacts): Promise<D1PreparedStatement[]> {
  const { db, company, now } = ctx;
  const grant = facts.flatMap((fact) => grantedBy(fact, company.zone));
  const had = await readGrantedBy(
    db,
    company.id,
    approvals.map(({ id }) => id),
  );
  const key = ({ personId, date, id }: GrantedTime) => `${personId} ${date} ${id}`;
  const keys = new Set(grant.map(key));
  const takeBack = had.filter((time) => !keys.has(key(time)));
  return keepGranted(db, { companyId: company.id, at: now }, { grant, takeBack });
}

async function leaveStatements(ctx: Context, facts: readonly ApprovedFact[]): Promise<D1PreparedStatement[]> {
  const came = facts
    .filter(({ kind }) => kind === "leave")
    .flatMap(({ userIds, processInstanceId, part, from, to, state, minutes, days }) => {
      const amount =
        minutes === null
          ? { unit: "day", amount: days.length * 100 }
          : { unit: "hour", amount: Math.round((minutes * 100) / 60) };
      const leave = {
        id: `${processInstanceId}/${part}`,
        fromAt: from,
        toAt: to,
        holds: state === "agreed",
        told: false,
      };
      return userIds.map((personId) => ({ ...leave, ...amount, personId }));
    });
  if (came.length === 0) return [];
  const { mark, insert } = await keepLeaveOutcome(ctx, await leavesOfApprovals(ctx, came));
  return [...mark, ...insert];
}

/** Running ones are asked again; trips are laid out again until they are over, since shifts come days before and may change. */
function watchesOf(ctx: Context, { approvals, facts }: ReadFacts): { watch: Watch[]; forget: string[] } {
  const yesterday = addDays(todayOf(ctx), -1);
  const watch = approvals.flatMap(({ id, processCode, state }): Watch[] => {
    if (state === "running") return [{ id, processCode, reason: "running", until: null }];
    const until = facts
      .filter((fact) => fact.processInstanceId === id)
      .map((fact) => openUntil(fact, ctx.company.zone))
      .reduce((latest, date) => (date !== null && (latest === null || date > latest) ? date : latest), null);
    return until !== null && until >= yesterday ? [{ id, processCode, reason: "days", until }] : [];
  });
  const watched = new Set(watch.map(({ id }) => id));
  return { watch, forget: approvals.map(({ id }) => id).filter((id) => !watched.has(id)) };
}

/** What could not be read, and companions whom a form names without an id: for the administrator to see. */
function setAside({ facts, rejected }: ReadFacts) {
  const nameless = facts.filter(({ unknownNames, state }) => unknownNames.length > 0 && state === "agreed");
  return [
    ...rejected.map(({ reason, raw }) => ({ source, reason, raw })),
    ...nameless.map(({ processInstanceId, unknownNames }) => ({
      ...{ source, reason: "companion" },
      raw: { processInstanceId, unknownNames },
    })),
  ];
}
