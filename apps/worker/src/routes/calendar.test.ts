import { addPeople, plan } from "@today/db/testing";
import { expect, test } from "vitest";
import { contextOf, theProduct } from "../context.ts";
import type { CalendarYear } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse } from "../testing.ts";

const day = "2026-09-16";
const path = `/api/calendar/2026/days/${day}`;
const holiday = { kind: "in-lieu-rest", reason: "公司周年" };

/** Zhao was planned yesterday, and that is settled; Lin is the admin. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["lin"]);
  await plan(house, ["zhao"], [day]);
  await house.db.batch([house.db.prepare("insert into role_grant values (?1, 'lin', 'admin')", house.id)]);
  await settle(house);
  return house;
}

async function settle(house: House): Promise<void> {
  const network = async () => new Response(null, { status: 500 });
  await settleDays(await contextOf(house.env, { fetch: network, now: async () => house.now }, theProduct), null);
}

async function planned({ db, id }: House): Promise<number | undefined> {
  const rows = await db.all<{ planned: number }>(
    "select planned from workday where company_id = ?1 and date = ?2",
    id,
    day,
  );
  return rows[0]?.planned;
}

async function shut({ db, id }: House, first: string, last: string): Promise<void> {
  const sql = "insert into period values (?1, ?2, ?3, ?4, 'closed', 3, 1, 0, 'he')";
  await db.batch([db.prepare(sql, id, first.slice(0, 7), first, last)]);
}

test("everybody reads the days that are not what their weekday says", async () => {
  const house = await furnish();
  const { body } = await house.as("zhao").call<CalendarYear>("GET", "/api/calendar/2026");
  expect(body).toMatchObject({ year: 2026, source: "test", editable: false, openFrom: null, history: [] });
  expect(body.days[0]).toEqual({ date: "2026-10-01", kind: "statutory", published: "statutory", override: null });
});

test("a year nobody knows has no source", async () => {
  const house = await furnish();
  const { body } = await house.as("zhao").call<CalendarYear>("GET", "/api/calendar/2031");
  expect(body).toMatchObject({ source: null, days: [] });
});

test("the admin's word lies over the published kind, with its reason, until it is taken back", async () => {
  const house = await furnish();
  expect(await planned(house)).toBe(480);
  const said = await house.as("lin").call<CalendarYear>("PUT", path, holiday);
  expect(said.body.days.find(({ date }) => date === day)).toMatchObject({
    ...{ kind: "in-lieu-rest", published: null },
    override: { reason: "公司周年", by: { id: "lin" }, at: "2026-09-17T13:30:00+08:00" },
  });
  expect(house.sent).toEqual([{ kind: "settle", people: null }]);
  await settle(house);
  expect(await planned(house)).toBe(0);
  const back = await house.as("lin").call<CalendarYear>("PUT", path, { kind: null, reason: "弄错了" });
  expect(back.body.days.some(({ date }) => date === day)).toBe(false);
  expect(back.body.history.map(({ date, before, after, reason }) => [date, before, after, reason])).toEqual([
    [day, "in-lieu-rest", null, "弄错了"],
    [day, null, "in-lieu-rest", "公司周年"],
  ]);
  await settle(house);
  expect(await planned(house)).toBe(480);
});

test("saying the same twice changes nothing more", async () => {
  const house = await furnish();
  await house.as("lin").call("PUT", path, holiday);
  const before = await house.count();
  expect((await house.as("lin").call("PUT", path, holiday)).status).toBe(200);
  expect(await house.count()).toEqual(before);
});

test("a day of a closed period stays what it was", async () => {
  const house = await furnish();
  await shut(house, "2026-09-01", "2026-09-30");
  const before = await house.count();
  expect((await house.as("lin").refused("PUT", path, holiday)).body.code).toBe("period-closed");
  const file = { source: "省政府", days: { [day]: "statutory" }, reason: "另一个地区" };
  expect((await house.as("lin").refused("PUT", "/api/calendar/2026", file)).body.code).toBe("period-closed");
  expect(await house.count()).toEqual(before);
  const { body } = await house.as("lin").call<CalendarYear>("GET", "/api/calendar/2026");
  expect(body.openFrom).toBe("2026-10-01");
});

test("a region's file takes the place of a year, except of closed days that it leaves alone", async () => {
  const house = await furnish();
  await shut(house, "2026-08-01", "2026-08-31");
  const file = { source: "省政府 2026", days: { [day]: "statutory" }, reason: "另一个地区" };
  const { body } = await house.as("lin").call<CalendarYear>("PUT", "/api/calendar/2026", file);
  expect(body.days.map(({ date, kind }) => [date, kind])).toEqual([[day, "statutory"]]);
  expect(body.history[0]).toMatchObject({ date: null, before: "test", after: "省政府 2026", reason: "另一个地区" });
  await settle(house);
  expect(await planned(house)).toBe(0);
  const before = await house.count();
  await house.as("lin").call("PUT", "/api/calendar/2026", file);
  expect(await house.count()).toEqual(before);
});

test("a file makes an unknown year known, and overrides stay over a later one", async () => {
  const house = await furnish();
  const file = { source: "省政府 2027", days: { "2027-01-01": "statutory" }, reason: "还没有公布" };
  await house.as("lin").call("PUT", "/api/calendar/2027", file);
  await house.as("lin").call("PUT", "/api/calendar/2027/days/2027-01-04", { kind: "rest", reason: "停工" });
  const later = { ...file, source: "国务院", days: { "2027-01-02": "statutory" } };
  const { body } = await house.as("lin").call<CalendarYear>("PUT", "/api/calendar/2027", later);
  expect(body.days.map(({ date, kind }) => `${date} ${kind}`)).toEqual(["2027-01-02 statutory", "2027-01-04 rest"]);
});
