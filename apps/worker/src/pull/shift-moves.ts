import { minuteMs } from "@today/core/time/minutes";
import { groupRows, keyOf } from "@today/db/arrival";
import { readShiftMoves, type ShiftMove } from "@today/db/shift-move";
import type { PunchRecord } from "@today/dingtalk/attendance/punch-record";
import type { Context } from "../context.ts";

/** What moves farther is no flexible shift: a leave or a changed shift moves one end of a day by hours. */
const farthest = 240;

/** The moves of flexible shifts that a batch's records tell and that are news. */
export async function shiftMovesOf(ctx: Context, records: readonly PunchRecord[]): Promise<ShiftMove[]> {
  const told = movesTold(records);
  const dates = told.map(({ date }) => date).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return [];
  const personIds = [...new Set(told.map(({ personId }) => personId))];
  const kept = await readShiftMoves(ctx.db, ctx.company.id, { personIds, from, to });
  const known = new Map(kept.map((move) => [keyOf(move), move.minutes]));
  return told.filter((move) => move.minutes !== (known.get(keyOf(move)) ?? 0));
}

/**
 * The days whose start and end were both punched, with the minutes by which both their reference times lie behind the planned
 * ones: that `baseCheckTime` moves with a flexible shift is unconfirmed (获取打卡详情), so only a move of both alike is taken for one.
 */
function movesTold(records: readonly PunchRecord[]): ShiftMove[] {
  const days = groupRows(records.filter(isJudged), ({ userId, workDate }) => `${userId}\n${workDate}`);
  return [...days.values()].flatMap((day) => {
    const [first] = day;
    const moves = new Set(day.map(moveOf));
    const ends = new Set(day.map(({ type }) => type));
    const minutes = moveOf(first);
    if (first?.workDate == null || ends.size < 2 || moves.size !== 1 || minutes === null) return [];
    return Math.abs(minutes) > farthest ? [] : [{ personId: first.userId, date: first.workDate, minutes }];
  });
}

function isJudged({ valid, plannedAt, referenceAt, workDate }: PunchRecord): boolean {
  return valid && plannedAt !== null && referenceAt !== null && workDate !== null;
}

function moveOf(record: PunchRecord | undefined): number | null {
  const { plannedAt = null, referenceAt = null } = record ?? {};
  return plannedAt === null || referenceAt === null ? null : Math.round((referenceAt - plannedAt) / minuteMs);
}
