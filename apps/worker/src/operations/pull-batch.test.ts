import { countRejected } from "@today/db/rejected-row";
import { readRuns } from "@today/db/sync-run";
import type { Fetch } from "@today/dingtalk/send";
import { expect, test } from "vitest";
import { openTown, rowsOf, type Town } from "../testing-town.ts";
import { resumeWork } from "./resume-work.ts";
import { startRun } from "./start-run.ts";

const lastDays = { kind: "punches", from: "2026-09-08", to: "2026-09-16" } as const;

async function lastRun({ db, companyId }: Town) {
  return (await readRuns(db, companyId, 1))[0];
}

/** What an undisturbed pull of the same seed leaves. */
async function undisturbed(): Promise<Record<string, unknown[]>> {
  const town = await openTown();
  await town.run(lastDays);
  return rowsOf(town);
}

test("a pull brings punches, schedules and leaves, and settles the days", async () => {
  const town = await openTown();
  await town.run(lastDays);
  const rows = await rowsOf(town);
  const run = await lastRun(town);
  expect(run).toMatchObject({ state: "done", problem: null, batches: { total: 2, done: 2, failed: 0 } });
  expect(run?.counts).toMatchObject({ people: 60, rejected: 0, punches: rows.punches?.length, days: 299 });
  expect(rows.punches?.length).toBeGreaterThan(300);
  // Nine days of thirty people, and this morning's punches.
  expect(rows.workdays?.length).toBe(299);
  expect(rows.dirty).toEqual([]);
});

test("pulling twice leaves the same rows", async () => {
  const town = await openTown();
  await town.run(lastDays);
  const once = await rowsOf(town);
  await town.run(lastDays);
  expect(await rowsOf(town)).toEqual(once);
  expect((await lastRun(town))?.counts).not.toHaveProperty("punches");
});

test("every message taken twice leaves the same rows and asks DingTalk once", async () => {
  const expected = await undisturbed();
  const town = await openTown();
  await startRun(await town.context(), lastDays);
  town.queue.push(...town.queue);
  await town.drain();
  town.queue.push({ kind: "pull-batch", runId: (await lastRun(town))?.id ?? "", n: 0 });
  await town.drain();
  expect(await rowsOf(town)).toEqual(expected);
});

test.each([1, 2, 3, 5, 8, 13])("killed after %i calls and taken up again it leaves the same rows", async (calls) => {
  const expected = await undisturbed();
  const town = await openTown();
  const { fetch } = town.simulator;
  let left = calls;
  const dying: Fetch = (request) => {
    left -= 1;
    return left < 0 ? new Promise(() => {}) : fetch(request);
  };
  await startRun(await town.context(), lastDays);
  // The process hangs in a call for ever: nothing after it happens, and the queue is lost.
  const died = new Promise((resolve) => setTimeout(resolve, 300));
  await Promise.race([town.stepIn({ ...town.world, fetch: dying }), died]);
  town.queue.length = 0;
  await resumeWork(await town.context(), true);
  await town.drain();
  expect(await rowsOf(town)).toEqual(expected);
  expect(await lastRun(town)).toMatchObject({ state: "done" });
});

test("with a tenth of the calls failing it leaves the same rows, and not one call more than the failures explain", async () => {
  const clean = await openTown();
  const cleanCalls = countCalls(clean);
  await clean.run(lastDays);
  const town = await openTown();
  for (const kind of ["429", "busy", "token-expired"]) {
    await town.control("fault", { match: "/topapi/*", kind, rate: 0.04 });
    await town.control("fault", { match: "/attendance/*", kind, rate: 0.04 });
  }
  const calls = countCalls(town, 7);
  await town.run(lastDays);
  await town.run({ ...lastDays, from: "2026-09-01" });
  expect(calls.failed).toBeGreaterThan(0);
  await clean.run({ ...lastDays, from: "2026-09-01" });
  expect(await rowsOf(town)).toEqual(await rowsOf(clean));
  expect(calls.made - calls.failed).toBe(cleanCalls.made);
});

test("a used-up quota stops the run and tells so", async () => {
  const town = await openTown();
  await town.control("fault", { match: "/attendance/*", kind: "quota", rate: 1 });
  await town.run(lastDays);
  expect(await lastRun(town)).toMatchObject({ state: "quota", problem: "quota-exhausted" });
  const calls = countCalls(town);
  await town.run({ kind: "day" });
  await town.run({ kind: "shared" });
  expect(calls.made).toBe(0);
});

test("a call that DingTalk does not permit ends its batch under that name, and the punches already there stay", async () => {
  const town = await openTown();
  await town.run(lastDays);
  const before = await rowsOf(town);
  await town.control("fault", { match: "/topapi/attendance/getleavestatus", kind: "permission", rate: 1 });
  await town.run(lastDays);
  expect(await lastRun(town)).toMatchObject({ state: "failed", problem: "dingtalk-permission" });
  expect(await rowsOf(town)).toEqual(before);
});

test("what keeps failing is tried ever more rarely, and given up after six hours", async () => {
  const town = await openTown();
  await town.control("fault", { match: "/attendance/*", kind: "busy", rate: 1 });
  const calls = countCalls(town);
  await town.run(lastDays);
  await town.sweepFor(60);
  expect(await lastRun(town)).toMatchObject({ state: "running" });
  const inAnHour = calls.made;
  await town.simulator.advanceTo(town.simulator.now() + 6 * 3_600_000);
  await town.sweepFor(10);
  expect(await lastRun(town)).toMatchObject({ state: "failed", problem: "dingtalk-busy" });
  // Two batches of seven calls, each sent four times at first, then one batch a try.
  expect(inAnHour).toBeLessThan(2 * 7 * 4 + 6 * 7);
  expect(calls.made - inAnHour).toBeLessThanOrEqual(2 * 7);
});

test("a record that cannot be read is set aside and the others come in", async () => {
  const town = await openTown();
  const { fetch } = town.simulator;
  const tampered: Fetch = async (request) => {
    const answer = await fetch(request);
    if (!request.url.includes("/attendance/listRecord")) return answer;
    const body = await answer.json<{ recordresult: Record<string, unknown>[] }>();
    for (const record of body.recordresult.slice(0, 1)) delete record.userCheckTime;
    return Response.json(body);
  };
  await startRun(await town.context(), lastDays);
  await town.stepIn({ ...town.world, fetch: tampered });
  expect(await lastRun(town)).toMatchObject({ state: "done" });
  expect(await countRejected(town.db, town.companyId)).toBe(2);
  expect((await rowsOf(town)).punches?.length).toBeGreaterThan(300);
});

/** Counts the calls a town makes but those for a token; with `lostEach` every so-manieth does not get through. */
function countCalls(town: Town, lostEach = 0): { made: number; failed: number } {
  const counted = { made: 0, failed: 0 };
  const { fetch } = town.world;
  town.world.fetch = async (request) => {
    if (request.url.includes("/oauth2/")) return fetch(request);
    counted.made += 1;
    if (lostEach > 0 && counted.made % lostEach === 0) {
      counted.failed += 1;
      throw new TypeError("network lost");
    }
    const answer = await fetch(request);
    const { errcode } = await answer
      .clone()
      .json<{ errcode?: number }>()
      .catch(() => ({ errcode: -1 }));
    if (!answer.ok || (errcode ?? 0) !== 0) counted.failed += 1;
    return answer;
  };
  return counted;
}
