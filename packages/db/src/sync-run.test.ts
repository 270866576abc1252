import { expect, test } from "vitest";
import type { Database } from "./database.ts";
import {
  type BatchEnd,
  countChanges,
  countWaitingBatches,
  endBatch,
  keepRun,
  type NewRun,
  readRuns,
  readStalledBatches,
  startedSince,
  stopRun,
  takeBatch,
} from "./sync-run.ts";
import { addPeople, mintCompany, type TestCompany } from "./testing.ts";

const stateless = { kind: "night", from: "2026-09-07", to: "2026-09-14", askedBy: "today", problem: null } as const;

async function run(works: readonly unknown[] = [{ people: ["a"] }, { people: ["b"] }]): Promise<TestCompany> {
  const company = await mintCompany();
  await keepRun(company.db, runOf(company.id), works);
  return company;
}

function runOf(companyId: string): NewRun {
  return { companyId, id: "r1", at: 1000, ...stateless };
}

function endOf(companyId: string, n: number, problem: string | null = null): BatchEnd {
  return { companyId, runId: "r1", n, at: 2000, state: problem === null ? "done" : "failed", problem };
}

async function stateOf({ id, db }: { id: string; db: Database }) {
  return (await readRuns(db, id, 5))[0];
}

test("a run begins once, with its batches", async () => {
  const company = await run();
  expect(await keepRun(company.db, runOf(company.id), [{}, {}, {}])).toBe(false);
  expect(await stateOf(company)).toMatchObject({ state: "running", batches: { total: 2, done: 0, failed: 0 } });
  expect(await countWaitingBatches(company.db, company.id)).toBe(2);
});

test("a run without anything to do is done at once", async () => {
  expect(await stateOf(await run([]))).toMatchObject({ state: "done", finishedAt: 1000 });
});

test("a batch is taken while it waits, and each time counts as an attempt", async () => {
  const { id, db } = await run();
  const job = { runId: "r1", n: 1 };
  expect(await takeBatch(db, id, job)).toMatchObject({ ...job, work: { people: ["b"] }, attempts: 1 });
  expect(await takeBatch(db, id, job)).toMatchObject({ attempts: 2 });
  await db.batch(endBatch(db, endOf(id, 1), {}));
  expect(await takeBatch(db, id, job)).toBeNull();
});

test("what a batch brought is counted once, however often it ends", async () => {
  const company = await run();
  const { id, db } = company;
  for (const _ of [1, 2]) await db.batch(endBatch(db, endOf(id, 0), { people: 100, calls: 3 }));
  await db.batch(endBatch(db, endOf(id, 1), { people: 40, rejected: 1 }));
  expect(await stateOf(company)).toMatchObject({
    ...{ state: "done", finishedAt: 2000, counts: { people: 140, calls: 3, rejected: 1 } },
    batches: { total: 2, done: 2, failed: 0 },
  });
});

test("rows that a statement changed are added to the run's count", async () => {
  const company = await run();
  const { id, db } = company;
  await addPeople(company, ["a", "b"]);
  const touch = db.prepare("update person set pulled_at = 1 where company_id = ?1 and pulled_at = 0", id);
  const end = endOf(id, 0);
  for (const _ of [1, 2]) await db.batch([touch, countChanges(db, end, "punches"), ...endBatch(db, end, {})]);
  expect((await stateOf(company))?.counts).toEqual({ punches: 2 });
});

test("a run with a failed batch has failed, under the batch's problem", async () => {
  const company = await run();
  const { id, db } = company;
  await db.batch(endBatch(db, endOf(id, 0, "dingtalk-permission"), {}));
  expect(await stateOf(company)).toMatchObject({ state: "running" });
  await db.batch(endBatch(db, endOf(id, 1), {}));
  expect(await stateOf(company)).toMatchObject({ state: "failed", problem: "dingtalk-permission" });
});

test("a stopped run gives no more batches and waits for nothing", async () => {
  const company = await run();
  const { id, db } = company;
  await db.batch([
    stopRun(db, { companyId: id, runId: "r1", at: 3000 }, { state: "quota", problem: "quota-exhausted" }),
  ]);
  expect(await stateOf(company)).toMatchObject({ state: "quota", problem: "quota-exhausted", finishedAt: 3000 });
  expect(await takeBatch(db, id, { runId: "r1", n: 0 })).toBeNull();
  expect(await countWaitingBatches(db, id)).toBe(0);
});

test("batches of a run in which nothing has moved are found again", async () => {
  const { id, db } = await run();
  expect(await readStalledBatches(db, id, 999)).toEqual([]);
  expect(await readStalledBatches(db, id, 1000)).toEqual([
    { runId: "r1", n: 0, kind: "night" },
    { runId: "r1", n: 1, kind: "night" },
  ]);
});

test("it is known whether one of a kind has just begun", async () => {
  const { id, db } = await run();
  expect(await startedSince(db, id, { kind: "night", at: 1000 })).toBe(true);
  expect(await startedSince(db, id, { kind: "night", at: 1001 })).toBe(false);
  expect(await startedSince(db, id, { kind: "shared", at: 0 })).toBe(false);
});
