import { readNextPull } from "@today/db/quota-plan";
import { readRuns } from "@today/db/sync-run";
import { expect, test } from "vitest";
import { actingAs } from "../context.ts";
import { startRun } from "../operations/start-run.ts";
import { openTown, type Town } from "../testing-town.ts";
import { keptPlan } from "./planning.ts";

async function night(town: Town, date: string): Promise<void> {
  await town.goTo(date, 130);
  await town.run({ kind: "night" });
}

async function tick(town: Town, date: string, minute: number): Promise<void> {
  await town.goTo(date, minute);
  town.queue.push({ kind: "start-run", run: "day" });
  await town.drain();
}

test("a tick at which no pull is due reads the plan and does nothing", async () => {
  const town = await openTown();
  await night(town, "2026-09-18");
  await tick(town, "2026-09-18", 137);
  await town.goTo("2026-09-18", 142);
  const ctx = await town.context();
  expect(await startRun(ctx, { kind: "day" })).toEqual({ runId: null, started: false });
  expect(ctx.db.usage.rowsRead).toBeLessThanOrEqual(2);
  expect(ctx.db.usage.rowsWritten).toBe(0);
}, 60_000);

test("a pull takes the people of the shifts that just began, and the plan names the next", async () => {
  const town = await openTown({ people: 120, monthlyCalls: 5000 });
  await night(town, "2026-09-18");
  await tick(town, "2026-09-18", 492);
  const at = (await readNextPull(town.db, town.companyId)) ?? 0;
  const minute = Math.round((at - Date.parse("2026-09-18T00:00:00+08:00")) / 60_000);
  expect(minute).toBeGreaterThan(492);
  expect(minute % 5).toBe(2);
  const before = await town.db.all("select 1 from sync_run where company_id = ?1 and kind = 'day'", town.companyId);
  await tick(town, "2026-09-18", minute);
  const [run] = await readRuns(town.db, town.companyId, 1);
  expect(run).toMatchObject({ kind: "day", state: "done" });
  expect(run?.counts.people).toBeLessThan(120);
  const after = await town.db.all("select 1 from sync_run where company_id = ?1 and kind = 'day'", town.companyId);
  expect(after).toHaveLength(before.length + 1);
}, 60_000);

test("after DingTalk's refusal nothing is pulled by day, and both counts are kept", async () => {
  const town = await openTown({ people: 30, monthlyCalls: 40 });
  Object.assign(town.env, { DINGTALK_MONTHLY_CALLS: "5000" });
  await night(town, "2026-09-18");
  for (let minute = 482; minute < 1430; minute += 5) await tick(town, "2026-09-18", minute);
  const [last] = (await readRuns(town.db, town.companyId, 20)).filter(({ state }) => state === "quota");
  expect(last).toMatchObject({ problem: "quota-exhausted", counts: { used: 40, allowed: 5000 } });
  const runs = await readRuns(town.db, town.companyId, 60);
  expect(runs.filter(({ state }) => state === "quota")).toHaveLength(1);
  const me = actingAs(await town.context(), { id: "zhao001", roles: ["employee"], channel: "app" });
  expect((await startRun(me, { kind: "shared" })).started).toBe(false);
  const kept = await keptPlan(await town.context());
  expect(kept?.plan.reasons).toContainEqual({ code: "refused", elsewhere: 4960 });
  expect(kept?.plan.days.today).toEqual([]);
}, 60_000);

test("a night that cannot take everybody takes those longest without a pull", async () => {
  const town = await openTown({ people: 120, monthlyCalls: 30 });
  await night(town, "2026-09-18");
  const pulled = () =>
    town.db.all<{ id: string }>(
      "select id from person where company_id = ?1 and pulled_at > 0 order by id",
      town.companyId,
    );
  const first = await pulled();
  expect(first.length).toBeLessThan(120);
  await night(town, "2026-09-19");
  const second = await pulled();
  expect(second.length).toBeGreaterThan(first.length);
}, 60_000);

test("before a month's close its records and results are asked once more, once", async () => {
  const town = await openTown({ start: "2026-10-04T09:00:00+08:00" });
  await town.db.batch([
    town.db.prepare(
      `insert into period (company_id, id, first, last, state, version, closing, changed_at, changed_by)
       values (?1, '2026-09', '2026-09-01', '2026-09-30', 'open-for-approvers', 1, 0, 0, 'zhao001')`,
      town.companyId,
    ),
  ]);
  await night(town, "2026-10-05");
  const runs = async () => (await readRuns(town.db, town.companyId, 30)).filter(({ kind }) => kind === "close");
  expect(await runs()).toMatchObject([{ id: "close-2026-09-0", from: "2026-09-01", to: "2026-09-30", state: "done" }]);
  await night(town, "2026-10-06");
  expect(await runs()).toHaveLength(1);
}, 60_000);
