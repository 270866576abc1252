import { expect, test } from "vitest";
import { addCalls, countedCalls } from "./call-count.ts";
import { keepOperator, readCompany } from "./company.ts";
import {
  countWaitingEvents,
  endEvents,
  insertEvents,
  keepPush,
  readWaitingEvent,
  readWaitingEvents,
  readWaitingPunchEvents,
} from "./event.ts";
import { readPushes } from "./push-count.ts";
import { countRejected, keepRejected } from "./rejected-row.ts";
import { mintCompany } from "./testing.ts";
import { openTokens } from "./token.ts";

test("an event is kept once and waits until it is done", async () => {
  const { id, db } = await mintCompany();
  const event = { id: "e1", type: "attendance_check_record", body: "{}" };
  await db.batch(insertEvents(db, { companyId: id, at: 5 }, [event, event]));
  await db.batch(insertEvents(db, { companyId: id, at: 6 }, [event]));
  expect(await readWaitingEvents(db, id, 4)).toEqual([]);
  expect(await readWaitingEvents(db, id, 5)).toEqual([event]);
  expect(await readWaitingPunchEvents(db, id, "e1")).toEqual([]);
  await db.batch([endEvents(db, { companyId: id, at: 7 }, ["e1"])]);
  expect(await readWaitingEvent(db, id, "e1")).toBeNull();
  expect(await countWaitingEvents(db, id)).toBe(0);
});

test("pushes are counted by day and name, repeats among them", async () => {
  const { id, db } = await mintCompany();
  const push = { id: "e1", type: "unknown", name: "label_user_change", counted: false, body: "{}" };
  const arrival = { companyId: id, at: 5, date: "2026-08-31" };
  expect(await keepPush(db, arrival, push)).toBe(true);
  expect(await keepPush(db, { ...arrival, date: "2026-09-01" }, push)).toBe(false);
  expect(await keepPush(db, { ...arrival, date: "2026-09-30" }, { ...push, id: "e2" })).toBe(true);
  const checkIn = { ...push, id: "e3", type: "check_in", name: "check_in", counted: true };
  expect(await keepPush(db, { ...arrival, date: "2026-09-30" }, checkIn)).toBe(true);
  expect(await readPushes(db, id, { from: "2026-09-01", to: "2026-09-30" })).toEqual([
    { type: "check_in", received: 1, counted: 1, repeated: 0 },
    { type: "label_user_change", received: 2, counted: 0, repeated: 1 },
  ]);
});

test("calls add up by day and month", async () => {
  const { id, db } = await mintCompany();
  const calls = [
    { path: "/attendance/listRecord", counted: 2, ok: 2, failed: 1 },
    { path: "/topapi/user/listadmin", counted: 0, ok: 1, failed: 0 },
  ];
  for (const date of ["2026-08-31", "2026-09-01", "2026-09-30"]) {
    await db.batch([addCalls(db, { companyId: id, date }, calls), addCalls(db, { companyId: id, date }, calls)]);
  }
  expect(await countedCalls(db, id, "2026-09")).toBe(8);
  const day = await db.all(
    "select path, counted, ok, failed from call_count where company_id = ?1 and day = '2026-09-01' order by path",
    id,
  );
  expect(day[0]).toEqual({ path: "/attendance/listRecord", counted: 4, ok: 4, failed: 2 });
});

test("a token is shared until it is refused", async () => {
  const { id, db } = await mintCompany();
  const tokens = openTokens(db, id);
  expect(await tokens.get()).toBeNull();
  await tokens.set({ value: "t1", usableUntil: 5 });
  await tokens.set({ value: "t2", usableUntil: 9 });
  await tokens.drop("t1");
  expect(await tokens.get()).toEqual({ value: "t2", usableUntil: 9 });
  await tokens.drop("t2");
  expect(await tokens.get()).toBeNull();
});

test("the company remembers on whose behalf it asks", async () => {
  const { id, db } = await mintCompany();
  expect(await readCompany(db, id)).toMatchObject({ zone: "Asia/Shanghai", operator: null });
  await db.batch([keepOperator(db, id, "admin")]);
  expect(await readCompany(db, id)).toMatchObject({ operator: "admin" });
});

test("a row that cannot be read is set aside once", async () => {
  const { id, db } = await mintCompany();
  const row = { source: "attendance/list", reason: "userId", raw: { id: 1 } };
  await db.batch(keepRejected(db, { companyId: id, at: 1 }, [row, row]));
  await db.batch(keepRejected(db, { companyId: id, at: 2 }, [row]));
  expect(await countRejected(db, id)).toBe(1);
});
