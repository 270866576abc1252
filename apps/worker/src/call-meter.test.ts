import { type AuditedCall, readCalls } from "@today/db/call-audit";
import type { Fetch } from "@today/dingtalk/send";
import { expect, test } from "vitest";
import { startRun } from "./operations/start-run.ts";
import { openTown, type Town } from "./testing-town.ts";

const range = { kind: "punches", from: "2026-09-14", to: "2026-09-16" } as const;
const everything = { path: null, outcome: null, from: null, to: null, runId: null, after: null };

/** Counts what really leaves the house, by path. */
function watch(town: Town): Map<string, number> {
  const left = new Map<string, number>();
  const { fetch } = town.world;
  const watched: Fetch = (request) => {
    const { pathname } = new URL(request.url);
    left.set(pathname, (left.get(pathname) ?? 0) + 1);
    return fetch(request);
  };
  town.world.fetch = watched;
  return left;
}

function byPath(calls: readonly AuditedCall[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of calls) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

async function auditOf(town: Town) {
  const { calls } = await readCalls(town.db, town.companyId, { ...everything, most: 1000 });
  return calls;
}

test("every call leaves one row: when, what, how many people, what came, for which run, and nothing personal", async () => {
  const town = await openTown();
  await town.db.all("delete from call_audit where company_id = ?1", town.companyId);
  const left = watch(town);
  await town.control("fault", { match: "/attendance/listRecord", kind: "busy", count: 1 });
  await town.control("fault", { match: "/topapi/attendance/getleavestatus", kind: "throttle", count: 1 });
  await town.run(range);
  const calls = await auditOf(town);
  expect(byPath(calls)).toEqual(left);
  const [run] = await town.db.all<{ id: string; used: number }>(
    "select id, counts ->> 'calls' as used from sync_run where company_id = ?1 and kind = 'punches'",
    town.companyId,
  );
  expect(new Set(calls.map(({ runId }) => runId))).toEqual(new Set([run?.id]));
  expect(calls.reduce((sum, { cost }) => sum + cost, 0)).toBe(run?.used);
  const failed = calls
    .filter(({ outcome }) => outcome !== "ok")
    .map(({ path, outcome, code, cost }) => [path, outcome, code, cost]);
  expect(failed).toContainEqual(["/attendance/listRecord", "busy", "-1", 1]);
  expect(failed).toContainEqual(["/topapi/attendance/getleavestatus", "throttled", "90018", 0]);
  expect(calls.filter(({ path }) => path === "/attendance/listRecord").every(({ people }) => people === 30)).toBe(true);
  expect(JSON.stringify(calls)).not.toMatch(/guo005|[?]|token=/);
});

test("calls that could not be written down with their facts are written down later, once", async () => {
  const town = await openTown();
  await town.db.all("delete from call_audit where company_id = ?1", town.companyId);
  const left = watch(town);
  await startRun(await town.context(), range);
  const { DB } = town.env;
  let broken = 2;
  const failing: Pick<D1Database, "prepare" | "batch"> = {
    prepare: (sql) => DB.prepare(sql),
    batch: (statements) =>
      broken-- > 0 ? Promise.reject(new Error("D1_ERROR: storage operation exceeded timeout")) : DB.batch(statements),
  };
  Object.assign(town.env, { DB: failing });
  await town.drain();
  console.log(
    JSON.stringify((await auditOf(town)).map((c) => [c.path, c.outcome, c.at, c.runId])),
    JSON.stringify([...left]),
    broken,
  );
  expect(byPath(await auditOf(town))).toEqual(left);
});
