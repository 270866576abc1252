import { overtimeLevels } from "@today/core/overtime-month";
import { addDays } from "@today/core/time/date";
import { readRaised } from "@today/db/alert";
import { keepLevels, type LevelChange } from "@today/db/alert-level";
import { addAlertNotices } from "@today/db/alert-notice";
import { readCalendar } from "@today/db/calendar";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { noticeRules } from "../notice-rules.ts";
import { viewOvertime } from "../views/overtime.ts";

/** From November on the next year's calendar is looked for. */
const announcedBy = 11;

/** Which levels a subject has reached now. */
interface Reached {
  readonly subjectId: string;
  readonly levels: readonly number[];
}

/**
 * Raises what a month's overtime has reached and clears what it no longer reaches, for people whose days were settled; for all of
 * them, with null, also a year without calendar. A repeat changes nothing.
 */
export async function raiseAlerts(ctx: Context, people: readonly string[] | null): Promise<void> {
  const { db, company, now } = ctx;
  const overtime = await changesOf(ctx, "overtime", await overtimeReached(ctx, people));
  const calendar = people === null ? await changesOf(ctx, "calendar", await yearsMissing(ctx)) : [];
  const arrival = { companyId: company.id, at: now };
  const isTold = (await noticeRules(ctx)).overtime && overtime.some(({ raise }) => raise.length > 0);
  const notices = isTold ? [addAlertNotices(db, { ...arrival, today: todayOf(ctx) }, ["overtime"])] : [];
  await db.batch([...keepLevels(db, arrival, [...overtime, ...calendar]), ...notices]);
}

async function changesOf(
  { db, company }: Context,
  kind: LevelChange["kind"],
  reached: readonly Reached[],
): Promise<LevelChange[]> {
  const raised = await readRaised(db, company.id, kind);
  return reached.map(({ subjectId, levels }) => {
    const before = raised.get(subjectId) ?? [];
    const raise = levels.filter((level) => !before.includes(level));
    return { kind, subjectId, raise, rearm: before.filter((level) => !levels.includes(level)) };
  });
}

/** This month and, because late facts may still change it, the one before. */
async function overtimeReached(ctx: Context, people: readonly string[] | null): Promise<Reached[]> {
  const month = todayOf(ctx).slice(0, 7);
  const before = addDays(`${month}-01`, -1).slice(0, 7);
  const wish = people === null ? ({ whose: "all", people: [] } as const) : ({ whose: "named", people } as const);
  const found = [...(await viewOvertime(ctx, before, wish)), ...(await viewOvertime(ctx, month, wish))];
  return found.map(({ person, month, minutes }) => ({
    subjectId: `${person.id}/${month}`,
    levels: overtimeLevels.filter((level) => minutes >= level),
  }));
}

async function yearsMissing(ctx: Context): Promise<Reached[]> {
  const today = todayOf(ctx);
  const year = Number(today.slice(0, 4));
  const { years } = await readCalendar(ctx.db, ctx.company.id, [year, year + 1]);
  const isLate = Number(today.slice(5, 7)) >= announcedBy;
  return [year, year + 1].map((wanted) => {
    const missing = !(String(wanted) in years) && (wanted === year || isLate);
    return { subjectId: String(wanted), levels: missing ? [wanted] : [] };
  });
}
