import { addDays, earlierOf } from "@today/core/time/date";
import { loadDayFacts } from "@today/db/facts";
import { tellCleared } from "@today/db/notice-answer";
import {
  clearVisits,
  clearWhereabouts,
  keepClearedUntil,
  readClearedUntil,
  readFirstPunch,
  readLocatedDays,
} from "@today/db/whereabouts";
import { authorOf, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { readPrivacy } from "../privacy.ts";

const daysAtOnce = 31;
const fullPage = 400;

/**
 * Clears where punches were made whose time is up, at most 400 days of people in one transaction, and says how many; while more are
 * left it puts a message on the queue. What was found of the places stays, and nothing is settled anew.
 */
export async function clearCoordinates(ctx: Context): Promise<void> {
  const { db, company, now } = ctx;
  const { coordinateDays } = await readPrivacy(ctx);
  const expired = addDays(todayOf(ctx), -coordinateDays);
  const from = (await readClearedUntil(db, company.id)) ?? (await readFirstPunch(db, company.id));
  if (from === null || from >= expired) return;
  const before = earlierOf(addDays(from, daysAtOnce), expired);
  const located = await readLocatedDays(db, company.id, { from, before, personId: null });
  const loaded = await loadDayFacts(db, { companyId: company.id, now }, located);
  const { statements, punches } = clearWhereabouts(db, { companyId: company.id, at: now }, loaded);
  const isWhole = located.length < fullPage;
  await db.batch([
    ...statements,
    clearVisits(db, company.id, { from, before, personId: null }),
    ...(located.length > 0 ? [tellCleared(db, authorOf(ctx), { until: before, days: located.length, punches })] : []),
    ...(isWhole ? [keepClearedUntil(db, company.id, before)] : []),
  ]);
  if (!isWhole || before < expired) await ctx.queue.sendBatch([{ body: { kind: "clear-coordinates" } }]);
}
