import { addDays, dayRange, type WorkDate } from "@today/core/time/date";
import { minuteMs } from "@today/core/time/minutes";
import { instantAt } from "@today/core/time/zone";
import { readPlan } from "@today/db/quota-plan";
import { expect } from "vitest";
import { actingAs } from "./context.ts";
import { schedules } from "./cron.ts";
import type { Job } from "./job.ts";
import { startRun } from "./operations/start-run.ts";
import { keptPlan } from "./quota/planning.ts";
import { openTown, type Town } from "./testing-town.ts";

/** Days that a company lives through within one month, with so many calls for the app. */
export interface Span {
  readonly people: number;
  readonly monthlyCalls: number;
  readonly from: WorkDate;
  readonly to: WorkDate;
}

/** What came of it: calls by our count and by DingTalk's, minutes from punch to settled hours, and what the plan said at noon. */
export interface Lived {
  readonly used: number;
  readonly counted: number;
  readonly runs: Readonly<Record<string, number>>;
  readonly reached: Fresh;
  readonly promised: Fresh;
}

interface Fresh {
  readonly median: number;
  readonly p95: number;
}

const zone = "Asia/Shanghai";
const tickMs = 5 * minuteMs;
const firstTickMs = 2 * minuteMs;
const hourMs = 60 * minuteMs;
const noon = 720;
/** What was corrected after the span has come with this night. */
const afterNight = 150;
const endOfDay = 1440;

/** Beijing's minutes at which schedules of once a day fire, and at which somebody opens the app. */
const nightly: readonly (readonly [minute: number, cron: string])[] = [
  [130, "10 18 * * *"],
  [205, "25 19 * * *"],
];
const openings = [485, 545, noon, 1085, 1205];

/**
 * Lets schedules fire on the simulator's clock from the first midnight until the second night after the last day, does all that follows, and
 * demands that nothing is lost: the days are what one complete pull of a company without a quota makes of them. Ticks at which no
 * pull is due are passed over: a test of their own shows that they do nothing.
 */
export async function liveThrough(span: Span): Promise<Lived> {
  const town = await openTown({ ...span, start: `${span.from}T00:00:30+08:00` });
  const promises: Fresh[] = [];
  for (const date of dayRange(span.from, span.to)) {
    await liveDay(town, { date, until: endOfDay });
    const freshness = (await keptPlan(await town.context()))?.plan.freshness;
    if (freshness != null) promises.push(freshness);
  }
  await liveDay(town, { date: addDays(span.to, 1), until: endOfDay });
  await liveDay(town, { date: addDays(span.to, 2), until: afterNight });
  const lived = await livedThrough(town, span, promises);
  const other = await pulledAtOnce(town, span);
  expect(await workdaysOf(town, span)).toEqual(await workdaysOf(other, span));
  return lived;
}

/** Whether punches were seen as soon as the plan said; the simulator's people do not quite punch by the planner's habit. */
export function isAsPromised({ reached, promised }: Lived): boolean {
  return reached.median <= promised.median * 1.25 && reached.p95 <= promised.p95 * 1.5;
}

async function liveDay(
  town: Town,
  { date, until }: { readonly date: WorkDate; readonly until: number },
): Promise<void> {
  const fixed = [
    ...nightly.map(([minute, cron]) => ({ minute, job: schedules[cron] ?? null })),
    ...openings.map((minute) => ({ minute, job: null })),
  ]
    .filter(({ minute }) => minute < until)
    .map(({ minute, job }) => ({ at: instantAt(date, minute, zone), job }))
    .toSorted((a, b) => a.at - b.at);
  const end = instantAt(date, until, zone);
  for (let tick = await nextTick(town); ; tick = await nextTick(town)) {
    const next = fixed[0];
    const at = Math.min(tick, next?.at ?? Number.POSITIVE_INFINITY);
    if (at >= end) return;
    await town.simulator.advanceTo(at);
    if (at === next?.at) {
      fixed.shift();
      await (next.job === null ? open(town) : perform(town, next.job));
    }
    if (at === tick) await perform(town, { kind: "start-run", run: "day" });
  }
}

/** The next tick that has something to do. */
async function nextTick({ db, companyId, simulator }: Town): Promise<number> {
  const now = simulator.now();
  const plan = await readPlan(db, companyId);
  const due = plan === null ? now : Math.min(plan.nextPullAt ?? now, plan.madeAt + hourMs);
  const from = Math.max(due, now + 1);
  return Math.ceil((from - firstTickMs) / tickMs) * tickMs + firstTickMs;
}

/** Does a message and what follows; months are counted and warnings looked at with the night's, all at once. */
async function perform(town: Town, job: Job): Promise<void> {
  const isNight = job.kind === "start-run" && job.run === "night";
  town.queue.push(job);
  while (town.queue.length > 0) {
    if (!isNight) leaveOut(town.queue);
    await town.stepIn(town.world);
  }
}

function leaveOut(queue: Job[]): void {
  const wanted = queue.filter(({ kind }) => kind !== "tally" && kind !== "raise-alerts");
  queue.splice(0, queue.length, ...wanted);
}

async function open(town: Town): Promise<void> {
  const context = await town.context();
  await startRun(actingAs(context, { id: "zhao001", roles: ["employee"], channel: "app" }), { kind: "shared" });
  while (town.queue.length > 0) {
    leaveOut(town.queue);
    await town.stepIn(town.world);
  }
}

async function livedThrough(town: Town, { from, to }: Span, promises: readonly Fresh[]): Promise<Lived> {
  const { db, companyId, simulator } = town;
  const month = from.slice(0, 7);
  const [count] = await db.all<{ used: number }>(
    "select sum(counted) as used from call_count where company_id = ?1 and day between ?2 and ?3",
    ...[companyId, `${month}-01`, `${month}-31`],
  );
  const runs = await db.all<{ kind: string; n: number }>(
    "select kind, count(*) as n from sync_run where company_id = ?1 group by kind order by kind",
    companyId,
  );
  const waits = await db.all<{ wait: number }>(
    `select min(p.received_at) - p.at as wait from punch p join workday w
        on w.company_id = ?1 and w.person_id = p.person_id and w.date = p.work_date and w.planned > 0
      where p.company_id = ?1 and p.work_date between ?2 and ?3 and p.received_at > p.at
      group by p.person_id, p.work_date, p.record_id order by wait`,
    ...[companyId, from, to],
  );
  const within = (share: number) => Math.ceil((waits[Math.ceil(waits.length * share) - 1]?.wait ?? 0) / minuteMs);
  return {
    used: count?.used ?? 0,
    counted: Object.values(simulator.state().months[month]?.counted ?? {}).reduce((sum, n) => sum + n, 0),
    runs: Object.fromEntries(runs.map(({ kind, n }) => [kind, n])),
    reached: { median: within(0.5), p95: within(0.95) },
    promised: {
      median: Math.max(...promises.map(({ median }) => median)),
      p95: Math.max(...promises.map(({ p95 }) => p95)),
    },
  };
}

async function pulledAtOnce(town: Town, { people, from, to }: Span): Promise<Town> {
  const other = await openTown({ people, start: `${from}T00:00:30+08:00` });
  await other.simulator.advanceTo(town.simulator.now());
  await other.run({ kind: "directory" });
  await other.run({ kind: "punches", from, to });
  return other;
}

function workdaysOf({ db, companyId }: Town, { from, to }: Span): Promise<Record<string, unknown>[]> {
  return db.all(
    `select person_id, date, planned, attended, counted, leave, unassigned, status, warnings from workday
      where company_id = ?1 and date between ?2 and ?3 order by person_id, date`,
    ...[companyId, from, to],
  );
}
