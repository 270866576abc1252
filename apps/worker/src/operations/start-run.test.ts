import { readCompany } from "@today/db/company";
import { readRuns } from "@today/db/sync-run";
import { expect, test } from "vitest";
import { actingAs } from "../context.ts";
import { schedules } from "../cron.ts";
import { openTown, rowsOf, type Town } from "../testing-town.ts";
import { resumeWork } from "./resume-work.ts";
import { startRun } from "./start-run.ts";

function kindsOf({ db, companyId }: Town): Promise<string[]> {
  return readRuns(db, companyId, 20).then((runs) => runs.map(({ kind }) => kind));
}

async function callsOf(town: Town): Promise<Record<string, number>> {
  const rows = await town.db.all<{ path: string; ok: number }>(
    `select path, sum(ok) as ok from call_count where company_id = ?1 and counted > 0
       and path like '%attendance%' group by path`,
    town.companyId,
  );
  return Object.fromEntries(rows.map(({ path, ok }) => [path.split("/").at(-1), ok]));
}

test("a night is one run a date, however often its schedule fires", async () => {
  const town = await openTown();
  await town.goTo("2026-09-18", 130);
  const night = schedules["10 18 * * *"];
  if (night !== undefined) town.queue.push(night, night);
  await town.drain();
  expect((await kindsOf(town)).filter((kind) => kind === "night")).toEqual(["night"]);
});

test("a night of 120 people asks in full calls of fifty", async () => {
  const town = await openTown({ people: 120 });
  await town.run({ kind: "punches", from: "2026-09-10", to: "2026-09-17" });
  await town.db.batch([town.db.prepare("delete from call_count where company_id = ?1", town.companyId)]);
  await town.goTo("2026-09-18", 130);
  await town.run({ kind: "night" });
  const calls = await callsOf(town);
  expect(calls).toMatchObject({ listRecord: 3, listbyusers: 3 });
  expect(calls.query ?? 0).toBe(0);
});

test("each version of a shift is asked once", async () => {
  const town = await openTown({ people: 120 });
  await town.run({ kind: "punches", from: "2026-09-08", to: "2026-09-16" });
  const [kept] = await town.db.all<{ n: number }>(
    "select count(*) as n from shift where company_id = ?1",
    town.companyId,
  );
  expect((await callsOf(town)).query).toBe(kept?.n);
});

test("a day pull asks for nothing but punches", async () => {
  const town = await openTown();
  await town.run({ kind: "day" });
  expect(await callsOf(town)).toEqual({ listRecord: 1 });
  await town.run({ kind: "day" });
  expect(await kindsOf(town)).toEqual(["day", "directory"]);
});

test("a day that went on when it was settled last is settled once more when it is over", async () => {
  const town = await openTown();
  const open = () =>
    town.db.all<{ n: number }>(
      `select count(*) as n from workday where company_id = ?1 and date = '2026-09-17' and body ->> '$.over' = 0
        and body ->> '$.shift.sections[0].start' between 480 and 600`,
      town.companyId,
    );
  await town.run({ kind: "punches", from: "2026-09-17", to: "2026-09-17" });
  await town.goTo("2026-09-17", 22 * 60 + 42);
  await town.run({ kind: "day" });
  expect((await open())[0]?.n).toBeGreaterThan(10);
  await town.goTo("2026-09-18", 8 * 60 + 12);
  town.queue.push({ kind: "start-run", run: "day" });
  await town.drain();
  expect(await open()).toEqual([{ n: 0 }]);
});

test("a shared pull is made once a minute, for the one who asks and 49 others", async () => {
  const town = await openTown({ people: 120 });
  const me = actingAs(await town.context(), { id: "zhao001", roles: ["employee"], channel: "app" });
  const both = await Promise.all([startRun(me, { kind: "shared" }), startRun(me, { kind: "shared" })]);
  expect(both.map(({ started }) => started).sort()).toEqual([false, true]);
  await town.drain();
  const pulled = await town.db.all<{ id: string }>(
    "select id from person where company_id = ?1 and pulled_at > 0",
    town.companyId,
  );
  expect(pulled).toHaveLength(50);
  expect(pulled).toContainEqual({ id: "zhao001" });
  await town.simulator.advanceTo(town.simulator.now() + 61_000);
  expect(await startRun({ ...me, now: town.simulator.now() }, { kind: "shared" })).toMatchObject({ started: true });
});

test("days of a year whose holidays nobody knows are named and wait", async () => {
  const town = await openTown({ start: "2027-03-17T09:02:00+08:00" });
  await town.run({ kind: "punches", from: "2027-03-10", to: "2027-03-16" });
  const [run] = await readRuns(town.db, town.companyId, 1);
  expect(run).toMatchObject({ state: "done", problem: "calendar-year-missing" });
  expect((await rowsOf(town)).workdays).toEqual([]);
});

test("what a lost queue held is done after a restart", async () => {
  const town = await openTown();
  await startRun(await town.context(), { kind: "punches", from: "2026-09-10", to: "2026-09-16" });
  town.queue.length = 0;
  await resumeWork(await town.context(), false);
  expect(town.queue).toEqual([]);
  await resumeWork(await town.context(), true);
  await town.drain();
  expect((await readRuns(town.db, town.companyId, 1))[0]).toMatchObject({ state: "done" });
});

test("a run in which nothing moves for minutes is taken up by the sweeper", async () => {
  const town = await openTown();
  await startRun(await town.context(), { kind: "punches", from: "2026-09-10", to: "2026-09-16" });
  town.queue.length = 0;
  await town.simulator.advanceTo(town.simulator.now() + 300_000);
  town.queue.push({ kind: "resume" });
  await town.drain();
  expect((await readRuns(town.db, town.companyId, 1))[0]).toMatchObject({ state: "done" });
});

test("the directory brings everybody, the first admin and the one on whose behalf schedules are asked", async () => {
  const town = await openTown();
  const { db, companyId } = town;
  expect(await readCompany(db, companyId)).toMatchObject({ operator: "admin012" });
  const grants = await db.all("select person_id, role from role_grant where company_id = ?1", companyId);
  expect(grants).toEqual([{ person_id: "admin012", role: "admin" }]);
  const [people] = await db.all<{ n: number }>("select count(*) as n from person where company_id = ?1", companyId);
  expect(people?.n).toBe(30);
});

test("who is no longer listed has left, and who comes is there the next time", async () => {
  const town = await openTown();
  const { db, companyId, simulator } = town;
  await simulator.fetch(new Request("http://simulator/_simulator/employees/zhao001", { method: "DELETE" }));
  await town.control("employees", { name: "新人" });
  await simulator.advanceTo(simulator.now() + 3_600_000);
  await town.run({ kind: "directory" });
  const actions = await db.all<{ action: string; n: number }>(
    "select action, count(*) as n from history where company_id = ?1 and subject = 'person' group by action order by 1",
    companyId,
  );
  expect(actions).toEqual([
    { action: "come", n: 31 },
    { action: "grant", n: 1 },
    { action: "leave", n: 1 },
  ]);
  const [gone] = await db.all(
    "select active, sessions_from from person where company_id = ?1 and id = 'zhao001'",
    companyId,
  );
  expect(gone).toEqual({ active: 0, sessions_from: simulator.now() });
});
