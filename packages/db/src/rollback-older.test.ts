import { env } from "cloudflare:workers";
import { afterAll, beforeEach, expect, test } from "vitest";
import { backTo, forthTo, steps } from "./testing-rollback.ts";
import "./testing.ts";

const db = env.DB;
/** What the first release had. */
const FIRST = 2;
const run = (...queries: string[]) => db.batch(queries.map((sql) => db.prepare(sql)));
const rows = async (sql: string) => (await db.prepare(sql).raw()) as unknown[][];
const body = (...minutes: number[]) =>
  JSON.stringify({
    over: true,
    allocations: minutes.map((one) => ({ project: "lang", minutes: one })),
    approvals: [{}],
  });
const day = (date: string, counted: number) =>
  `insert into workday values ('c', 'zhao', '${date}', 480, 480, 0, 0, ${counted}, 0, 0, 'normal', '[]', '${body(counted)}', 1)`;
const booked = (date: string, n: number, minutes: number) =>
  `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place)
   values ('c', 'lang', '${date}', 'zhao', ${n}, ${minutes}, 'pick', 'onsite')`;

/** August is closed, September open; in both zhao was on `lang` for a day. */
beforeEach(async () => {
  await forthTo(steps.length);
  await run("delete from period", "delete from dirty_day", "delete from allocation", "delete from workday");
  await run("delete from stale_month");
  await run(
    ...[day("2026-08-12", 480), booked("2026-08-12", 0, 480), day("2026-09-14", 480), booked("2026-09-14", 0, 480)],
    "update allocation set state = 'approved'",
    `insert into period (company_id, id, first, last, state, changed_at, changed_by)
     values ('c', '2026-08', '2026-08-01', '2026-08-31', 'closed', 1, 'he')`,
  );
});
afterAll(() => forthTo(steps.length));

const closedDay = "select counted from workday where date = '2026-08-12'";
const closedRows = "select n, minutes, state from allocation where date = '2026-08-12' order by n";

test("a closed month comes back as it was signed, whatever an older release made of its days, and they are looked at again", async () => {
  await backTo(FIRST);
  await run("delete from dirty_day", "update workday set counted = 60 where date = '2026-08-12'");
  await run(
    "update allocation set minutes = 30 where date = '2026-08-12'",
    booked("2026-08-12", 1, 30),
    day("2026-08-13", 99),
  );
  await forthTo(steps.length);
  expect(await rows(closedDay)).toEqual([[480]]);
  expect(await rows(closedRows)).toEqual([[0, 480, "approved"]]);
  expect(await rows("select date from workday where date like '2026-08%'")).toEqual([["2026-08-12"]]);
  expect(await rows("select date from dirty_day order by date")).toEqual([
    ["2026-08-12"],
    ["2026-08-13"],
    ["2026-09-14"],
  ]);
  expect(await rows("select distinct month from stale_month order by 1")).toEqual([["2026-08"], ["2026-09"]]);
  await expect(run("update workday set counted = 1 where date = '2026-08-12'")).rejects.toThrow("period-closed");
});

test("how open days stand with their manager is written anew by the next settling", async () => {
  await backTo(FIRST);
  await forthTo(steps.length);
  expect(await rows("select body ->> '$.approvals' from workday where date = '2026-09-14'")).toEqual([[null]]);
  expect(await rows("select body ->> '$.approvals' is null from workday where date = '2026-08-12'")).toEqual([[0]]);
});

test("facts that an older release takes in are there after going forth, beside those that it did not know", async () => {
  await run(
    `insert into request values ('c', 'r1', 'zhao', '2026-09-14', 'note', '{}', '忘了', null, '{}', 'waiting', 1, 'zhao', 'app')`,
    `insert into project (company_id, id, code, name, short_name, mark, color, created_at) values ('c', 'lang', 'L', 'L', 'L', 'L', 1, 0)`,
    `insert into pick values ('c', 'before', 'zhao', '2026-09-14', 'lang', null, null, 1, 'zhao', 'app', '补选')`,
  );
  await backTo(FIRST);
  await run(
    `insert into pick values ('c', 'meanwhile', 'zhao', '2026-09-14', 'lang', null, null, 2, 'zhao', 'app')`,
    `insert into punch (company_id, person_id, work_date, record_id, received_at, digest, at, valid)
     values ('c', 'zhao', '2026-09-14', 'p', 3, 'd', 3, 1)`,
  );
  await forthTo(steps.length);
  expect(await rows("select id, reason from pick order by id")).toEqual([
    ["before", "补选"],
    ["meanwhile", null],
  ]);
  expect(await rows("select record_id from punch")).toEqual([["p"]]);
  expect(await rows("select id, state from request")).toEqual([["r1", "waiting"]]);
});
