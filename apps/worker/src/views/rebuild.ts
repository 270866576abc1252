import { type Rebuild, readRebuild, readRebuiltDays } from "@today/db/rebuild";
import type { Context } from "../context.ts";
import type { LatestRebuild, RebuiltDays } from "../contract.ts";
import { cursorOf } from "../page-cursor.ts";
import { isoOf } from "./instant.ts";

const pageDays = 100;

/** The rebuild that runs or else the latest, for the admin: counts and sums, nobody's own hours. */
export async function viewRebuild(ctx: Context): Promise<LatestRebuild> {
  const { db, company } = ctx;
  return { rebuild: rebuildOf(await readRebuild(db, company.id), company.zone) };
}

function rebuildOf(rebuild: Rebuild | null, zone: string): LatestRebuild["rebuild"] {
  if (rebuild === null) return null;
  const { id, writes, state, askedBy, startedAt, finishedAt, expected, counts, sums } = rebuild;
  const at = (instant: number | null) => (instant === null ? null : isoOf(instant, zone));
  return {
    ...{ id, write: writes, state, askedBy, expected },
    ...{ startedAt: isoOf(startedAt, zone), finishedAt: at(finishedAt) },
    days: { ...counts },
    before: { ...sums.before },
    after: { ...sums.after },
  };
}

/** The days of the latest rebuild that came out differently, after a place in the list, for HR. */
export async function viewRebuiltDays(
  ctx: Context,
  place: readonly [personId: string, date: string] | null,
): Promise<RebuiltDays> {
  const { db, company } = ctx;
  const rebuild = await readRebuild(db, company.id);
  if (rebuild === null) return { days: [], next: null };
  const [personId, date] = place ?? ["", ""];
  const wanted = { id: rebuild.id, after: { personId, date }, limit: pageDays };
  const days = await readRebuiltDays(db, company.id, wanted);
  const last = days.length < pageDays ? undefined : days.at(-1);
  return {
    days: days.map((day) => ({ ...day, fields: [...day.fields], before: day.before && { ...day.before } })),
    next: cursorOf(last === undefined ? null : [last.personId, last.date]),
  };
}
