import { readProblems } from "@today/db/link-problem";
import { readRuns } from "@today/db/sync-run";
import type { FaultKind } from "@today/simulator/wire/fault-kind";
import { beforeAll, expect, test, vi } from "vitest";
import { startRun } from "./operations/start-run.ts";
import type { RunWish } from "./run-plan/run-plan.ts";
import { openTown, rowsOf, type Town } from "./testing-town.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const range: RunWish = { kind: "punches", from: "2026-09-14", to: "2026-09-17" };
const people: RunWish = { kind: "directory" };

/** Every call of the background and the pull that makes it; a new kind of pull adds its calls here. */
const calls = [
  ["/attendance/listRecord", range],
  ["/attendance/list", { kind: "night" }],
  ["/topapi/attendance/schedule/listbyusers", range],
  ["/topapi/attendance/shift/query", range],
  ["/topapi/attendance/getleavestatus", range],
  ["/topapi/v2/user/list", people],
  ["/topapi/user/listadmin", people],
  ["/v1.0/oauth2/accessToken", range],
] as const satisfies readonly (readonly [string, RunWish])[];

/** What passes by itself, and what somebody has to do something about or the next night brings; all classes of the reference. */
const passing: readonly FaultKind[] = [
  ...(["busy", "429", "system-error", "http500", "http502", "http503", "http504"] as const),
  ...(["timeout", "reset", "truncated", "empty"] as const),
  ...(["throttle", "throttle-all", "throttle-minute", "html-ban", "json-ban", "html", "ban"] as const),
];
const ending: readonly FaultKind[] = [
  ...(["quota", "ip", "permission", "out-of-scope", "department-out-of-scope", "app-stopped"] as const),
  ...(["wrong-credentials", "token-invalid", "token-missing", "unknown-user"] as const),
  ...(["bad-parameter", "span-too-long", "too-old", "report-busy"] as const),
];
/** One of each way in which the product answers, for the whole square. */
const ofEachWay: readonly FaultKind[] = [
  ...(["busy", "truncated", "throttle-minute", "html-ban"] as const),
  ...(["quota", "permission"] as const),
];

interface Ended {
  readonly rows: Record<string, unknown[]>;
  readonly made: number;
}

const clean = new Map<string, Ended>();

async function open(): Promise<Town & { made: number }> {
  const town = Object.assign(await openTown({ people: 12 }), { made: 0 });
  await town.goTo("2026-09-18", 130);
  await town.db.all("delete from dingtalk_token where company_id = ?1", town.companyId);
  const { fetch } = town.world;
  town.world.fetch = (request) => {
    town.made += 1;
    return fetch(request);
  };
  return town;
}

/** The people, and the facts and days of the range up to the day before yesterday; later ones go on with the clock. */
async function past(town: Town): Promise<Record<string, unknown[]>> {
  const rows = Object.entries(await rowsOf(town)) as [string, Record<string, unknown>[]][];
  const listed = "select id, name, title, active from person where company_id = ?1 order by id";
  rows.push(["people", await town.db.all(listed, town.companyId)]);
  return Object.fromEntries(rows.map(([name, list]) => [name, list.filter(isPast)]));
}

function isPast(row: Record<string, unknown>): boolean {
  const date = String(row.work_date ?? row.date ?? "2026-09-14");
  return date >= "2026-09-14" && date <= "2026-09-16";
}

/** Begins a pull and takes its first messages, without waiting for what comes back later. */
async function begin(town: Town, wish: RunWish): Promise<void> {
  await town.simulator.advanceTo(town.simulator.now() + 1000);
  await startRun(await town.context(), wish);
  await town.stepIn(town.world);
}

async function heal(town: Town): Promise<void> {
  await town.goTo("2026-09-19", 130);
  await town.run({ kind: "directory" });
  await town.run({ kind: "night" });
  await town.run(range);
}

async function lastState(town: Town, { kind }: RunWish) {
  return (await readRuns(town.db, town.companyId, 9)).find((run) => run.kind === kind);
}

/** A shift that DingTalk does not know any more is read from the points of the schedule. */
function isOrdinary(kind: FaultKind, path: string): boolean {
  return (
    path.endsWith("/shift/query") &&
    ["unknown-user", "bad-parameter", "span-too-long", "too-old", "report-busy", "token-missing"].includes(kind)
  );
}

beforeAll(async () => {
  for (const wish of [range, people, { kind: "night" }] satisfies RunWish[]) {
    const town = await open();
    await town.run(wish);
    const { made } = town;
    clean.set(wish.kind, { rows: await past(town), made });
    if (wish.kind !== "punches") continue;
    await heal(town);
    clean.set("healed", { rows: await past(town), made: town.made });
  }
});

const square = ofEachWay.flatMap((kind) => calls.map(([path, wish]) => [kind, path, wish] as const));
// Classes that are answered like one of the square meet one call each.
const others = [...passing, ...ending]
  .filter((kind) => !ofEachWay.includes(kind))
  .flatMap((kind, n) =>
    calls
      .slice(n % calls.length)
      .slice(0, 1)
      .map(([path, wish]) => [kind, path, wish] as const),
  );

/** What may be asked of DingTalk in an hour of nothing but failures, for each call that a sound pull makes. */
const mostTimes = 24;

test.each([...square, ...others])(
  "an hour of %s at every %s loses nothing, and the admin sees it",
  async (kind, path, wish) => {
    const town = await open();
    await town.control("fault", { match: path, kind, rate: 1, seconds: 3600, delayMs: 1 });
    await begin(town, wish);
    const seen = await readProblems(town.db, town.companyId);
    const begun = await lastState(town, wish);
    const said = [...seen.map(({ code }) => code), begun?.problem].filter((one) => one != null);
    if (!isOrdinary(kind, path)) expect(said).not.toEqual([]);
    await town.sweepFor(100, 20);
    expect(town.made).toBeLessThanOrEqual((clean.get(wish.kind)?.made ?? 0) * mostTimes);
    await demandWhole(town, wish, passing.includes(kind));
  },
);

/** Nothing is missing and nothing stands in the way any more, for what does not pass by itself after the next night. */
async function demandWhole(town: Town, wish: RunWish, passes: boolean): Promise<void> {
  if (passes) expect(await lastState(town, wish)).toMatchObject({ state: "done" });
  else await heal(town);
  expect(await past(town)).toEqual(clean.get(passes ? wish.kind : "healed")?.rows);
  expect(await readProblems(town.db, town.companyId)).toEqual([]);
}

const some = (kinds: readonly FaultKind[]) =>
  Array.from({ length: Math.ceil(kinds.length / 4) }, (_, n) => kinds.slice(4 * n, 4 * n + 4));
const mixed = [0.01, 0.1].flatMap((rate) => [...some(passing), ...some(ending)].map((kinds) => [rate, kinds] as const));

test.each(mixed)("an hour in which a share of %f of all calls meets each of %j loses nothing", async (rate, kinds) => {
  const town = await open();
  for (const kind of kinds) await town.control("fault", { match: "*", kind, rate, seconds: 3600, delayMs: 1 });
  await begin(town, range);
  await town.sweepFor(100, 20);
  expect(town.made).toBeLessThanOrEqual((clean.get("punches")?.made ?? 0) * mostTimes);
  await demandWhole(
    town,
    range,
    kinds.every((kind) => passing.includes(kind)),
  );
});

test.each([false, true])(
  "a database that hangs for 80 seconds loses nothing (what it says failed was done: %s)",
  async (done) => {
    const town = await open();
    const { DB } = town.env;
    const until = town.simulator.now() + 82_000;
    Object.assign(town.env, { DB: hanging(DB, () => town.simulator.now() < until, done) });
    town.queue.push({ kind: "start-run", run: "night" });
    await town.simulator.advanceTo(town.simulator.now() + 1000);
    await town.drain();
    await town.sweepFor(20, 20);
    expect(town.made).toBeLessThanOrEqual((clean.get("night")?.made ?? 0) * mostTimes);
    await demandWhole(town, { kind: "night" }, true);
  },
);

/** D1 as it fails when it hangs: an error instead of an answer, and nobody knows what was done. */
function hanging(db: D1Database, isHanging: () => boolean, done: boolean): Pick<D1Database, "prepare" | "batch"> {
  const late = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!isHanging()) return work();
    if (done) await work();
    throw new Error("D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.");
  };
  return {
    batch: <T>(statements: D1PreparedStatement[]) => late(() => db.batch<T>(statements)),
    prepare(sql) {
      const bind = (...values: unknown[]): D1PreparedStatement => {
        const bound = db.prepare(sql).bind(...values);
        return Object.assign(bound, {
          all: <T>() =>
            late(() =>
              db
                .prepare(sql)
                .bind(...values)
                .all<T>(),
            ),
        });
      };
      return Object.assign(db.prepare(sql), { bind });
    },
  };
}
