import { expect, test } from "vitest";
import { type AuditedCall, forgetCalls, keepCalls, readCalls } from "./call-audit.ts";
import { mintCompany } from "./testing.ts";

const start = Date.UTC(2026, 8, 14, 15, 59, 59);
const everything = { path: null, outcome: null, from: null, to: null, runId: null };

function call(n: number, over: Partial<AuditedCall> = {}): AuditedCall {
  const path = n % 2 === 0 ? "/attendance/list" : "/attendance/listRecord";
  return { at: start + n * 500, path, people: 50, outcome: "ok", code: null, cost: 1, took: 80, runId: null, ...over };
}

async function keptCompany() {
  const { id, db } = await mintCompany();
  const failed = call(4, { outcome: "throttled", code: "90018", cost: 0, took: 9, runId: "night-1" });
  await db.batch(keepCalls(db, id, [call(0), call(1), call(2), call(2), call(3), failed]));
  return { id, db };
}

test("pages of calls hold each one once, the latest first, also those of one instant", async () => {
  const { id, db } = await keptCompany();
  const seen: number[] = [];
  let after: readonly [number, number] | null = null;
  do {
    const page: Awaited<ReturnType<typeof readCalls>> = await readCalls(db, id, { ...everything, after, most: 2 });
    seen.push(...page.calls.map(({ at }) => (at - start) / 500));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual([4, 3, 2, 2, 1, 0]);
});

test.each([
  [{ path: "/attendance/listRecord" }, 2],
  [{ outcome: "throttled" }, 1],
  [{ outcome: "failed" }, 1],
  [{ outcome: "ok" }, 5],
  [{ runId: "night-1" }, 1],
  [{ from: start + 1000 }, 4],
  [{ to: start + 1000 }, 2],
])("a list of calls holds only those looked for: %o", async (filter, count) => {
  const { id, db } = await keptCompany();
  const { calls } = await readCalls(db, id, { ...everything, ...filter, after: null });
  expect(calls).toHaveLength(count);
});

test("old calls are forgotten a few at a time", async () => {
  const { id, db } = await keptCompany();
  const old = { before: start + 1500, most: 3 };
  expect([await forgetCalls(db, id, old), await forgetCalls(db, id, old)]).toEqual([3, 1]);
  const { calls } = await readCalls(db, id, { ...everything, after: null });
  expect(calls).toHaveLength(2);
});
