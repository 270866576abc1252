import { matchOf } from "@today/core/worklog-comparison";
import { expect, test } from "vitest";
import { countMatches, readComparedRows, readComparedSums, readWaiting } from "./comparison-page.ts";
import { mintCompany } from "./testing.ts";
import { addTarget, addWorklogs } from "./testing-worklog.ts";

async function openMonth() {
  const company = await mintCompany();
  await addTarget(company, "r");
  const of = { company: company.id, targetId: "r", month: "2026-09" };
  const set = (key: string, sql: string) =>
    company.db.all(`update worklog set ${sql} where company_id = ?1 and key = ?2`, company.id, key);
  return { company, of, set };
}

test("the list says of each worklog what comparing says", async () => {
  const { company, of, set } = await openMonth();
  const seen = [0, 60].flatMap((minutes) =>
    [0, 1, 2].flatMap((count) => [0, 30, 60].map((there) => ({ minutes, count, there }))),
  );
  await addWorklogs(
    company,
    "r",
    seen.map(({ minutes }, n) => ({ key: `k${String(n).padStart(2, "0")}`, minutes, state: "done" })),
  );
  for (const [n, { count, there }] of seen.entries()) {
    const key = `k${String(n).padStart(2, "0")}`;
    await set(key, `sent_at = 5, seen_at = 9, seen_count = ${count}, seen_minutes = ${there}`);
  }
  const rows = await readComparedRows(company.db, of, { after: null, limit: 100 });
  const said = new Map(rows.map(({ key, match }) => [key, match]));
  for (const [n, { minutes, count, there }] of seen.entries()) {
    const match = said.get(`k${String(n).padStart(2, "0")}`);
    if (match !== undefined) expect(match).toBe(matchOf(minutes, { count, minutes: there }));
    else expect([minutes, count]).toEqual([0, 0]);
  }
  const counts = await countMatches(company.db, of);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test("what does not agree comes first, then what failed, waits, was not read, and what agrees; page by page", async () => {
  const { company, of, set } = await openMonth();
  await addWorklogs(company, "r", [
    ...[
      { key: "a-same", state: "done" },
      { key: "b-unread", state: "done" },
      { key: "c-due", state: "due" },
    ],
    ...[
      { key: "d-failed", state: "failed" },
      { key: "e-missing", state: "done" },
      { key: "f-sent-again", state: "done" },
    ],
    { key: "g-august", state: "done", date: "2026-08-31" },
  ]);
  await set("a-same", "seen_at = 9, seen_count = 1, seen_minutes = 60");
  await set("e-missing", "seen_at = 9, seen_count = 0, seen_minutes = 0");
  await set("f-sent-again", "seen_at = 9, seen_count = 0, seen_minutes = 0, sent_at = 10");
  const keys: string[] = [];
  let after: readonly [string, string] | null = null;
  for (;;) {
    const page = await readComparedRows(company.db, of, { after, limit: 2 });
    keys.push(...page.map(({ key }) => key));
    const last = page.at(-1);
    if (last === undefined) break;
    after = [String(last.rank), last.key];
  }
  expect(keys).toEqual(["e-missing", "d-failed", "c-due", "b-unread", "f-sent-again", "a-same"]);
  const sums = await readComparedSums(company.db, of, "person");
  expect(sums).toMatchObject([{ id: "zhao", ours: 360, theirs: 60, unread: 240, differing: 1 }]);
});

test("what has not arrived is told by why, also where only part of a worklog waits", async () => {
  const { company, of, set } = await openMonth();
  await addWorklogs(company, "r", [
    ...[
      { key: "a", state: "done" },
      { key: "b", state: "held", minutes: 0 },
      { key: "c", state: "failed" },
    ],
    { key: "d", state: "due" },
  ]);
  await set("a", "waiting = 30, held = 'not-approved'");
  await set("b", "waiting = 90, held = 'person-unlinked'");
  await set("c", "problem = 'task-hidden'");
  expect(await readWaiting(company.db, of)).toEqual([
    { state: "due", why: null, count: 1, minutes: 60 },
    { state: "failed", why: "task-hidden", count: 1, minutes: 60 },
    { state: "held", why: "not-approved", count: 1, minutes: 30 },
    { state: "held", why: "person-unlinked", count: 1, minutes: 90 },
  ]);
});
