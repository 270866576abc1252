import type { WorkDate } from "@today/core/time/date";
import { addPeople, addProject } from "@today/db/testing";
import { expect, test } from "vitest";
import type { OvertimeMonth, OvertimePeople } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

type Day = readonly [person: string, date: WorkDate, attended: number, overtime: number];

/** Wang manages Zhao; He is HR. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang", "he"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  const { db, id } = house;
  await db.batch([
    db.prepare(
      "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager')",
      id,
    ),
    db.prepare("insert into role_grant values (?1, 'he', 'hr')", id),
  ]);
  return house;
}

/** Settled days with eight planned hours, on rest days and holidays none. */
async function settled({ db, id }: House, days: readonly Day[]): Promise<void> {
  await db.batch([
    db.prepare(
      `insert into workday (company_id, person_id, date, planned, attended, overtime_attended, overtime_approved, counted, leave,
         unassigned, status, warnings, body, settled_at)
       select ?1, value ->> 0, value ->> 1, iif(strftime('%u', value ->> 1) > '5' or value ->> 1 = '2026-10-01', 0, 480),
         value ->> 2, value ->> 3, value ->> 3, value ->> 2, 0, 0, 'normal', '[]', '{}', 1 from json_each(?2)`,
      ...[id, JSON.stringify(days)],
    ),
  ]);
}

type Approved = readonly [date: WorkDate, start: number, end: number, lieu: 0 | 1];

async function approved({ db, id }: House, person: string, times: readonly Approved[], present = 1): Promise<void> {
  await db.batch(
    times.map(([date, start, end, lieu]) =>
      db.prepare(
        `insert into approved_time (company_id, person_id, date, id, received_at, kind, start_minute, end_minute, lieu, source, present)
         values (?1, ?2, ?3, ?3 || ?4, ?7, 'overtime', ?4, ?5, ?6, 'app', ?8)`,
        ...[id, person, date, start, end, lieu, 2 - present, present],
      ),
    ),
  );
}

async function terms(
  { db, id }: House,
  ...row: readonly [person: string, from: WorkDate, system: string, cycle: string | null]
) {
  await db.batch([db.prepare("insert into terms values (?1, ?2, ?3, ?4, ?5, 480, 1, 'he')", id, ...row)]);
}

const of = async (house: House, who: string, query = "") =>
  (await house.as(who).call<OvertimeMonth>("GET", `/api/overtime${query}`)).body;

test("a month's overtime goes by kind, and time given back is apart", async () => {
  const house = await furnish();
  await settled(house, [
    ["zhao", "2026-09-01", 600, 120],
    ["zhao", "2026-09-05", 240, 240],
    ["zhao", "2026-09-06", 180, 180],
    ["zhao", "2026-09-17", 500, 20],
  ]);
  await approved(house, "zhao", [["2026-09-06", 540, 720, 1]]);
  expect(await of(house, "zhao")).toMatchObject({
    ...{ person: { id: "zhao" }, month: "2026-09", system: "standard", limit: 2160, standardMinutes: 9922 },
    ...{ minutes: 380, kinds: { workday: 140, rest: 240, statutory: 0 }, lieu: 180, level: null, cycle: null },
  });
});

test("the forecast goes on at the pace of the last weeks or by what is approved, whatever is more", async () => {
  const house = await furnish();
  // Weeks of 17, 24, 31 August and 7 September; the person began in the second of them.
  await settled(house, [
    ["zhao", "2026-08-25", 600, 120],
    ["zhao", "2026-09-02", 1200, 720],
    ["zhao", "2026-09-08", 1320, 840],
    ["zhao", "2026-09-15", 600, 60],
  ]);
  const paced = await of(house, "zhao");
  expect(paced).toMatchObject({
    minutes: 1620,
    forecast: 1620 + Math.floor((1680 * 13) / 21),
    level: 1440,
    forecastLevel: 2160,
  });
  await approved(house, "zhao", [
    ["2026-09-18", 1080, 1320, 0],
    ["2026-09-19", 540, 1440, 0],
    ["2026-09-20", 540, 1440, 0],
  ]);
  await approved(house, "zhao", [
    ["2026-09-17", 1080, 1200, 0],
    ["2026-10-09", 1080, 1200, 0],
    ["2026-09-27", 540, 720, 1],
  ]);
  expect(await of(house, "zhao")).toMatchObject({ approvedAhead: 2040, forecast: 1620 + 2040 });
  await approved(house, "zhao", [["2026-09-18", 1080, 1320, 0]], 0);
  expect(await of(house, "zhao")).toMatchObject({ approvedAhead: 1800 });
});

test("what was asked and not answered is told apart", async () => {
  const house = await furnish();
  const ask = `insert into request select ?1, value ->> 0, 'zhao', value ->> 1, value ->> 2, '{}', 'x', null, json(value -> 3),
    value ->> 4, 1, 'zhao', 'app' from json_each(?2)`;
  const effect = { minutes: 120, project: null, overtime: "workday" };
  const rows = [
    ["r1", "2026-09-16", "overtime", effect, "waiting"],
    ["r2", "2026-09-15", "overtime", effect, "accepted"],
    ["r3", "2026-09-14", "clock-out", { ...effect, minutes: 300, overtime: null }, "waiting"],
    ["r4", "2026-08-31", "overtime", effect, "waiting"],
  ];
  await house.db.batch([house.db.prepare(ask, house.id, JSON.stringify(rows))]);
  expect(await of(house, "zhao")).toMatchObject({ waiting: 120, minutes: 0 });
});

test("comprehensive hours are overtime beyond their cycle, holidays each on their own", async () => {
  const house = await furnish();
  house.now += 30 * 86_400_000;
  await terms(house, "zhao", "2026-09-01", "comprehensive", "quarter");
  await settled(house, [
    ["zhao", "2026-09-01", 700, 220],
    ["zhao", "2026-10-01", 300, 300],
    ["zhao", "2026-10-09", 660, 180],
    ["zhao", "2026-10-12", 420, 0],
  ]);
  expect(await of(house, "zhao")).toMatchObject({
    ...{ month: "2026-10", system: "comprehensive", kinds: { workday: 0, rest: 0, statutory: 300 }, minutes: 420 },
    cycle: { first: "2026-10-01", last: "2026-12-31", attended: 1380, planned: 960, beyond: 120 },
  });
  expect((await of(house, "zhao", "?month=2026-09")).cycle).toMatchObject({ first: "2026-09-01", beyond: 220 });
});

test("irregular hours know no overtime", async () => {
  const house = await furnish();
  await terms(house, "zhao", "2026-01-01", "irregular", null);
  await settled(house, [["zhao", "2026-09-08", 3000, 2520]]);
  expect(await of(house, "zhao")).toMatchObject({ system: "irregular", minutes: 0, forecast: 0, level: null });
});

test("a closed month's differences count where they belong", async () => {
  const house = await furnish();
  await settled(house, [["zhao", "2026-08-31", 600, 120]]);
  await house.db.batch([
    house.db.prepare(
      "insert into adjustment values (?1, 'zhao', '2026-08-31', 1, '2026-09-17', 1, 0, 60, 60, 60, 60, 0, 0, '[]')",
      house.id,
    ),
  ]);
  expect(await of(house, "zhao", "?month=2026-08")).toMatchObject({ minutes: 180, forecast: 180 });
});

test("managers see their people, HR everybody, those nearest the limit first", async () => {
  const house = await furnish();
  await settled(house, [
    ["zhao", "2026-09-01", 600, 120],
    ["qian", "2026-09-01", 2640, 2160],
  ]);
  const peopleOf = async (who: string) => {
    const { body } = await house.as(who).call<OvertimePeople>("GET", "/api/overtime/people");
    return body.people.map(({ person, level }) => `${person.id} ${level}`);
  };
  expect((await peopleOf("he")).slice(0, 2)).toEqual(["qian 2160", "zhao null"]);
  expect(await peopleOf("wang")).toEqual(["zhao null", "wang null"]);
});

test("a thousand people take two statements of overtime", async () => {
  const house = await furnish();
  const ids = Array.from({ length: 1000 }, (_, n) => `w${n}`);
  await addPeople(house, ids);
  const dates = Array.from({ length: 17 }, (_, n) => `2026-09-${String(n + 1).padStart(2, "0")}`);
  for (const date of dates)
    await settled(
      house,
      ids.map((id) => [id, date, 540, 60] as const),
    );
  const before = house.usage.rowsRead;
  const { headers, body } = await house.as("he").call<OvertimePeople>("GET", "/api/overtime/people");
  expect([body.people.length, body.more]).toEqual([200, 804]);
  // Session, calendar, months, cycles.
  expect(headers.get("server-timing")).toContain("4 statements");
  expect(house.usage.rowsRead - before).toBeLessThan(55_000);
});
