import { keepFreshness } from "@today/db/directory";
import { keepPunches } from "@today/db/punch";
import { keepRejected } from "@today/db/rejected-row";
import { settleRequests } from "@today/db/request-settling";
import { keepSchedules } from "@today/db/schedule";
import { keepShiftMoves } from "@today/db/shift-move";
import type { Context } from "../context.ts";
import { askDingTalk } from "./ask.ts";
import { leavesOf } from "./leaves.ts";
import { punchesOf } from "./punches.ts";
import { schedulesOf } from "./schedules.ts";
import { shiftMovesOf } from "./shift-moves.ts";
import { dropPlaces } from "./whereabouts.ts";
import type { PullWork } from "./work.ts";

/** A statement that keeps something; `news` names the count to which the rows it changes are added. */
export interface Keeping {
  readonly statement: D1PreparedStatement;
  readonly news: "punches" | "schedules" | "leaves" | null;
}

/** What a pull brought, not yet written. */
export interface Pulled {
  readonly keepings: readonly Keeping[];
  readonly counts: { readonly people: number; readonly rejected: number };
}

/** Asks DingTalk for a batch of people and gives the statements that keep what is new; nothing is written yet. */
export async function pull(ctx: Context, work: PullWork): Promise<Pulled> {
  const { db, company, now } = ctx;
  const arrival = { companyId: company.id, at: now };
  const answers = await askDingTalk(ctx, work);
  const schedules = await schedulesOf(ctx, work, answers);
  const received = await punchesOf(ctx, answers, schedules);
  const placed = await dropPlaces(ctx, received);
  const punches = keepPunches(db, arrival, placed.punches);
  const schedule = keepSchedules(db, arrival, schedules);
  const leave = await leavesOf(ctx, work, answers);
  const moves = await shiftMovesOf(ctx, answers.records);
  const until = work.records === null ? [] : [{ personIds: work.people, until: work.records.to }];
  return {
    keepings: [
      ...silently(schedule.mark),
      ...counting("schedules", schedule.insert),
      ...silently(leave.mark),
      ...counting("leaves", leave.insert),
      ...silently(placed.clearing),
      ...counting("punches", punches.insert),
      ...silently(punches.move),
      ...silently(moves.length === 0 ? [] : [keepShiftMoves(db, arrival, moves)]),
      ...silently(settleRequests(db, arrival, received)),
      ...silently(keepRejected(db, arrival, answers.rejected)),
      ...silently(until.map((pulled) => keepFreshness(db, company.id, pulled))),
    ],
    counts: { people: work.records === null ? 0 : work.people.length, rejected: answers.rejected.length },
  };
}

function counting(news: Keeping["news"], statements: readonly D1PreparedStatement[]): Keeping[] {
  return statements.map((statement) => ({ statement, news }));
}

function silently(statements: readonly D1PreparedStatement[]): Keeping[] {
  return counting(null, statements);
}
