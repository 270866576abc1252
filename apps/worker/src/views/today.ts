import { consequenceOf, suggestProjects } from "@today/core/suggestion";
import { addDays, type WorkDate } from "@today/core/time/date";
import { minutesPerDay } from "@today/core/time/minutes";
import { minuteOf } from "@today/core/time/zone";
import type { DayFacts } from "@today/core/workday";
import { type LoadedDay, loadDayFacts } from "@today/db/facts";
import type { Claim } from "@today/db/person";
import { type RecentDay, readSurroundings, readVersion, type Surroundings } from "@today/db/today";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { Today } from "../contract.ts";
import { Refusal } from "../error.ts";
import { openBefore, type PlannedDay, workDateNow } from "../work-date.ts";
import { factsOf, liveView, shiftOf } from "./day.ts";
import { makersOf, pickView, punchViews, splitView } from "./facts.ts";
import { freshnessOf } from "./freshness.ts";
import { isoOf } from "./instant.ts";
import { briefsOf, namesOf } from "./names.ts";
import { projectsOf } from "./own-parts.ts";
import { questionsOf } from "./question.ts";

const askedDays = 7;

/** Everything the first screen shows of the person behind a session, in one read; a night shift or an open day takes another. */
export async function readToday(ctx: Context, claim: Claim): Promise<Today> {
  const { db, now, company } = ctx;
  const calendarDay = todayOf(ctx);
  const evening = minuteOf(now, calendarDay, company.zone) >= minutesPerDay - openBefore;
  const around = await readSurroundings(db, claim, { today: calendarDay, now, tomorrow: evening });
  if (around === null) throw new Refusal("session-invalid");
  const date = workDateNow(now, plannedAround(around), company.zone);
  const asked = openDates(around.recentDays, date);
  const more = [...(date === calendarDay ? [] : [date]), ...asked];
  const keys = more.map((one) => ({ personId: claim.person, date: one }));
  const days = await loadDayFacts(db, { companyId: company.id, now }, keys);
  const earlier = days.filter((day) => asked.includes(day.date));
  const [other] = date === calendarDay ? [] : days;
  if (other === undefined) return drawToday(ctx, { around, today: around.day, earlier, version: around.version });
  const version = await readVersion(db, { company: company.id, person: claim.person, date });
  return drawToday(ctx, { around, today: other, earlier, version });
}

/** Yesterday, today and, late in the evening, tomorrow with the shifts that hold on them. */
function plannedAround({ day: today, recentDays, tomorrow }: Surroundings): PlannedDay[] {
  const before = addDays(today.date, -1);
  const yesterday = recentDays.find(({ date }) => date === before);
  return [
    ...(yesterday === undefined ? [] : [{ date: before, shift: yesterday.shift }]),
    { date: today.date, shift: today.facts === null ? null : shiftOf(today) },
    { date: addDays(today.date, 1), shift: tomorrow },
  ];
}

interface Found {
  readonly around: Surroundings;
  readonly today: LoadedDay;
  readonly earlier: readonly LoadedDay[];
  readonly version: number;
}

async function drawToday(ctx: Context, { around, today, earlier, version }: Found): Promise<Today> {
  const { now, company } = ctx;
  const { me } = around;
  const facts = factsOf(today);
  const names = await namesOf(ctx, me, makersOf(today));
  const workday = liveView(today, { version });
  const questions = await questionsOf(ctx, earlier, around.recentDays);
  const asked = questions.flatMap(({ project }) => (project === null ? [] : [project]));
  return {
    now: isoOf(now, company.zone),
    date: today.date,
    dayKind: facts.dayKind,
    freshness: freshnessOf({
      ...{ pulledAt: me.pulledAt, nextPullAt: around.nextPullAt, runs: around.lastRuns },
      ...{ now, zone: company.zone },
    }),
    shift: shiftOf(today),
    punches: punchViews(today),
    workday,
    picks: today.picks.map((row) => pickView(row, names, company.zone)),
    split: splitView(today.split, names, company.zone),
    suggestions: suggestionsFor(today, facts, around.recentDays),
    consequence: consequenceOf(facts),
    projects: await briefsOf(ctx, today.bookable, [...new Set([...projectsOf(workday), ...asked])]),
    questions,
  };
}

function suggestionsFor(day: LoadedDay, facts: DayFacts, recentDays: readonly RecentDay[]) {
  const bookable = day.bookable.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const isPlanned = (from: WorkDate | null, to: WorkDate | null) =>
    (from !== null || to !== null) && (from === null || from <= day.date) && (to === null || day.date <= to);
  return suggestProjects({
    ...facts,
    bookable: bookable.map(({ id }) => id),
    planned: bookable.filter(({ plannedFrom, plannedTo }) => isPlanned(plannedFrom, plannedTo)).map(({ id }) => id),
    recentDays: recentDays.filter(({ projects }) => projects.length > 0),
  });
}

function openDates(recentDays: readonly RecentDay[], today: WorkDate): WorkDate[] {
  const since = addDays(today, -askedDays);
  return recentDays.filter(({ asks, date }) => asks && date < today && date >= since).map(({ date }) => date);
}
