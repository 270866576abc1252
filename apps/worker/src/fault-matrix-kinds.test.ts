import { readProblems } from "@today/db/link-problem";
import { readRuns } from "@today/db/sync-run";
import { addProject } from "@today/db/testing";
import type { FaultKind } from "@today/simulator/wire/fault-kind";
import { beforeAll, expect, test, vi } from "vitest";
import { startRun } from "./operations/start-run.ts";
import type { RunWish } from "./run-plan/run-plan.ts";
import { asked, begin, standingOf } from "./testing-forms.ts";
import { openTown, type Town } from "./testing-town.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const approvals: RunWish = { kind: "approvals" };
const checkIns: RunWish = { kind: "checkins" };
const comparison: RunWish = { kind: "reconciliation", range: { from: "2026-09-14", to: "2026-09-16" } };

/** The calls that bring other things than punches. */
const calls = [
  ["/v1.0/workflow/processes/managements/templates", approvals],
  ["/v1.0/workflow/processes/instanceIds/query", approvals],
  ["/v1.0/workflow/processInstances", approvals],
  ["/topapi/checkin/record/get", checkIns],
  ["/topapi/attendance/getattcolumns", comparison],
  ["/topapi/attendance/getcolumnval", comparison],
] as const satisfies readonly (readonly [string, RunWish])[];

/** One of each way in which the product answers; every other class is answered like one of them. */
const kinds: readonly FaultKind[] = ["busy", "truncated", "throttle-minute", "quota", "permission"];

/** A town with three approvals, a check-in, and days that were pulled. */
async function open(): Promise<Town> {
  const town = await openTown({ people: 12 });
  const { db, companyId } = town;
  await addProject({ id: companyId, db }, { id: "kunde", members: ["zhao001", "li002"] });
  await db.batch([db.prepare("insert into visiting values (?1, 'kunde', 0, 'admin012')", companyId)]);
  await town.run({ kind: "punches", from: "2026-09-14", to: "2026-09-16" });
  for (const one of [asked.overtime, asked.trip, asked.outing]) await begin(town, one);
  await town.goTo("2026-09-17", 700);
  await town.control("check-in", { userId: "zhao001", at: "2026-09-17T10:20:00+08:00", place: "office" });
  await town.goTo("2026-09-18", 130);
  return town;
}

/** What came of everything: granted times and days, check-ins, and whose days were compared. */
async function left(town: Town): Promise<unknown> {
  const { db, companyId } = town;
  const { granted, days } = await standingOf(town);
  const visits = await db.all(
    "select person_id, at, remark from visit where company_id = ?1 and date = '2026-09-17' order by 1, 2",
    companyId,
  );
  const compared = await db.all(
    "select person_id, from_date from reconciled where company_id = ?1 and from_date = '2026-09-14' order by 1",
    companyId,
  );
  return { granted, days, visits, compared };
}

/** What a night asks beside punches. */
async function night(town: Town): Promise<void> {
  town.queue.push({ kind: "start-run", run: "approvals" }, { kind: "start-run", run: "checkins" });
  await startRun(await town.context(), comparison);
}

/** The next days, without failures: what did not come of itself is asked for once more. */
async function heal(town: Town): Promise<void> {
  for (const date of ["2026-09-19", "2026-09-20"]) {
    await town.goTo(date, 130);
    await night(town);
    await town.drain();
  }
}

let clean: unknown;
beforeAll(async () => {
  const town = await open();
  await night(town);
  await town.drain();
  await heal(town);
  clean = await left(town);
  expect(clean).toMatchObject({ granted: expect.arrayContaining([expect.anything()]) });
});

const square = kinds.flatMap((kind) => calls.map(([path, wish]) => [kind, path, wish] as const));

test.each(square)("an hour of %s at every %s loses nothing of what it would have brought", async (kind, path, wish) => {
  const town = await open();
  await town.control("fault", { match: path, kind, rate: 1, seconds: 3600, delayMs: 1 });
  await town.simulator.advanceTo(town.simulator.now() + 1000);
  await night(town);
  await town.stepIn(town.world);
  await town.stepIn(town.world);
  const run = (await readRuns(town.db, town.companyId, 9)).find((one) => one.kind === wish.kind);
  const problems = await readProblems(town.db, town.companyId);
  // Where nobody may list the forms, those stand that events have named.
  const isOrdinary = path.endsWith("/templates") && ["permission", "bad-parameter"].includes(kind);
  if (!isOrdinary) expect([...problems.map(({ code }) => code), run?.problem].filter(Boolean)).not.toEqual([]);
  await town.sweepFor(100, 20);
  await town.control("fault", {}, "DELETE");
  await heal(town);
  expect(await left(town)).toEqual(clean);
});
