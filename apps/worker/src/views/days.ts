import { dayKindOf } from "@today/core/calendar";
import { type DayKind, dayRange, type WorkDate } from "@today/core/time/date";
import { readCalendar } from "@today/db/calendar";
import { readAsides } from "@today/db/day-aside";
import { readDayReviews } from "@today/db/day-review";
import { type DayRight, readDayRight, seesDay } from "@today/db/day-right";
import { dirtyDaysOf } from "@today/db/dirty-day";
import { type LoadedDay, loadDayFacts } from "@today/db/facts";
import type { Employee } from "@today/db/person";
import { readVersion, readVersions } from "@today/db/today";
import { readWorkdays } from "@today/db/workday";
import { authorOf, todayOf } from "../author.ts";
import { isChoosable } from "../choosable.ts";
import type { Context } from "../context.ts";
import type { DayDetail, Workday } from "../contract.ts";
import { Refusal } from "../error.ts";
import { absenceViews } from "./absence.ts";
import { factsOf, liveView, storedView } from "./day.ts";
import { dayTrail } from "./day-trail.ts";
import { makersOf, pickView, punchViews, splitView } from "./facts.ts";
import { isoOf } from "./instant.ts";
import { briefsOf, namesOf } from "./names.ts";
import { ownDetailOf, ownPartsOf, projectsOf, withoutAddress } from "./own-parts.ts";

/** One person's days, both ends included. */
export interface DayRange {
  readonly person: string;
  readonly from: WorkDate;
  readonly to: WorkDate;
}

/** The days of a range as the actor may see them; what is running or not settled yet is settled on the way. */
export async function readDays(ctx: Context, range: DayRange) {
  const right = await demandRight(ctx, range);
  const days = (await settledDays(ctx, range)).filter(({ date }) => seesDay(right, date));
  const own = new Set(right.own);
  const workdays = right.all ? days : days.map((day) => ownPartsOf(day, own));
  const projects = await briefsOf(ctx, [], [...new Set(workdays.flatMap(projectsOf))]);
  return { now: isoOf(ctx.now, ctx.company.zone), workdays, projects, dayKinds: await dayKindsOf(ctx, range) };
}

/** What the calendar says of each day of a range, also of those to come; days of a year that is not published are missing. */
async function dayKindsOf({ db, company }: Context, { from, to }: DayRange): Promise<Record<WorkDate, DayKind>> {
  const years = [...new Set([from, to].map((date) => Number(date.slice(0, 4))))];
  const calendar = await readCalendar(db, company.id, years);
  const kinds = dayRange(from, to).flatMap((date) => {
    const kind = dayKindOf(date, calendar);
    return kind.ok ? [[date, kind.value] as const] : [];
  });
  return Object.fromEntries(kinds);
}

/** One day with everything that stands behind it, as the actor may see it. */
export async function readDay(
  ctx: Context,
  me: Employee,
  which: { person: string; date: WorkDate },
): Promise<DayDetail> {
  const right = await demandRight(ctx, { person: which.person, from: which.date, to: which.date });
  if (!seesDay(right, which.date)) throw new Refusal("not-found");
  const { day, version } = await loadDay(ctx, which);
  const detail = await detailOf(ctx, me, { day, version });
  if (!right.all) return ownDetailOf(detail, new Set(right.own));
  return which.person === me.id ? detail : withoutAddress(detail);
}

/** A day's facts with the version that guards its choices. */
export async function loadDay(
  ctx: Context,
  { person, date }: { readonly person: string; readonly date: WorkDate },
): Promise<{ readonly day: LoadedDay; readonly version: number }> {
  const { db, now, company } = ctx;
  const version = await readVersion(db, { company: company.id, person, date });
  const [day] = await loadDayFacts(db, { companyId: company.id, now }, [{ personId: person, date }]);
  if (day === undefined) throw new Error("loadDayFacts answers every day it is asked for");
  return { day, version };
}

async function detailOf(ctx: Context, me: Employee, found: { day: LoadedDay; version: number }): Promise<DayDetail> {
  const { day, version } = found;
  const { zone } = ctx.company;
  const workday = await workdayOf(ctx, { day, version });
  const names = await namesOf(ctx, me, makersOf(day));
  const split = splitView(day.split, names, zone);
  const { trail, projects } = await dayTrail(ctx, day);
  const chosen = [
    ...projects,
    ...day.picks.map(({ projectId }) => projectId),
    ...(split?.parts ?? []).map(({ projectId }) => projectId),
  ];
  return {
    now: isoOf(ctx.now, zone),
    workday,
    punches: punchViews(day),
    ...absenceViews(day, zone),
    picks: day.picks.map((row) => pickView(row, names, zone)),
    split,
    projects: await briefsOf(ctx, day.bookable, [...new Set([...projectsOf(workday), ...chosen])]),
    bookable: day.bookable.map(({ id }) => id),
    ...trail,
    editable:
      day.personId === ctx.actor.id && isChoosable(day.date, todayOf(ctx), day.rules) && workday.locked === null,
  };
}

/** The day as it stands: a closed one as it was settled last, any other from its facts. */
async function workdayOf(ctx: Context, { day, version }: { day: LoadedDay; version: number }): Promise<Workday> {
  const { db, company } = ctx;
  const { personId, date } = day;
  const range = { from: date, to: date };
  const asideOf = await readAsides(db, company.id, { person: personId, ...range, today: todayOf(ctx) });
  const beside = { version, ...asideOf(date) };
  if (beside.locked !== "closed") {
    const reviewOf = await readDayReviews(db, company.id, [{ personId, date }]);
    return liveView(day, { ...beside, decisions: reviewOf(day).decisions });
  }
  const [stored] = await readWorkdays(db, company.id, { personId, ...range });
  if (stored !== undefined) return storedView(stored, beside, company.zone);
  const facts = { ...factsOf(day), punches: [], trips: [] };
  return liveView({ ...day, facts }, beside);
}

async function settledDays(ctx: Context, range: DayRange): Promise<Workday[]> {
  const { db, company, now } = ctx;
  const whose = { company: company.id, person: range.person, from: range.from, to: range.to };
  const today = todayOf(ctx);
  const [stored, dirty, versions, asideOf] = await Promise.all([
    readWorkdays(db, company.id, { personId: range.person, from: range.from, to: range.to }),
    dirtyDaysOf(db, company.id, { personIds: [range.person], from: range.from, to: range.to }),
    readVersions(db, whose),
    readAsides(db, company.id, { ...range, today }),
  ]);
  const live = new Set([
    ...dirty.map(({ date }) => date),
    ...stored.filter(({ over }) => !over).map(({ date }) => date),
    ...(range.from <= today && today <= range.to ? [today] : []),
  ]);
  const open = [...live].filter((date) => asideOf(date).locked !== "closed");
  const keys = open.map((date) => ({ personId: range.person, date }));
  const loaded = await loadDayFacts(db, { companyId: company.id, now }, keys);
  const reviewOf = await readDayReviews(db, company.id, keys);
  const beside = (date: WorkDate) => ({ version: versions.get(date) ?? 0, ...asideOf(date) });
  const days = [
    ...stored.filter(({ date }) => !open.includes(date)).map((day) => storedView(day, beside(day.date), company.zone)),
    ...loaded
      .filter(({ facts }) => facts !== null)
      .map((day) => liveView(day, { ...beside(day.date), decisions: reviewOf(day).decisions })),
  ];
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}

async function demandRight(ctx: Context, range: DayRange): Promise<DayRight> {
  if (range.person === ctx.actor.id) return { exists: true, all: true, own: [], spans: [], booked: [] };
  const right = await readDayRight(ctx.db, authorOf(ctx), range);
  const sees = right.all || right.spans.length > 0 || right.booked.length > 0;
  if (!right.exists || !sees) throw new Refusal("not-found");
  return right;
}
