import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Today } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";

const date = "2026-09-17";

test("today shows the punches, the day so far, and a suggestion with its reason", async () => {
  const house = await openHouse();
  await addProject(house, { id: "lang", members: ["zhao"], site: { lat: 30.2854, lng: 120.0171 } });
  await addProject(house, { id: "shui", members: ["zhao"] });
  await plan(house, ["zhao"], ["2026-09-16", date]);
  await pull(house, beijing(date, 541), [
    punch("zhao", date, [537, "on"], { lat: 30.2854, lng: 120.0171, accuracy: 15, address: "工地大门" }),
  ]);
  const { status, body } = await house.as("zhao").call<Today>("GET", "/api/today");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    now: "2026-09-17T13:30:00+08:00",
    date,
    dayKind: "workday",
    shift: { name: "白班", sections: [{ start: 540, end: 1080 }] },
    consequence: "site",
    workday: { version: 0, planned: 480, counted: 210, over: false, unassigned: 0 },
    suggestions: [
      { project: "lang", reason: "inside-site", distance: 0, accuracy: 15, radius: 200 },
      { project: "shui", reason: "member" },
    ],
  });
  expect(body.punches[0]).toMatchObject({ minute: 537, address: "工地大门", at: "2026-09-17T08:57:00+08:00" });
  expect(JSON.stringify(body)).not.toMatch(/30\.28|120\.01/);
});

const site = { lat: 30.2854, lng: 120.0171 };
const today = async (house: House) => (await house.as("zhao").call<Today>("GET", "/api/today")).body;

test("a night shift's day lasts until the next one's window opens", async () => {
  const house = await openHouse();
  const night = JSON.stringify({ sections: [{ start: 1200, end: 1920 }], breaks: [] });
  const sql = "insert into schedule values (?1, 'zhao', ?2, 1, 'd', 's', '夜班', ?3)";
  const { db, id } = house;
  await db.batch(["2026-09-16", date].map((day) => db.prepare(sql, id, day, night)));
  await pull(house, beijing("2026-09-16", 1210), [punch("zhao", "2026-09-16", [1195, "on"])]);
  await settleDays(await productIn(house), null);
  house.now = beijing(date, 300);
  expect(await today(house)).toMatchObject({ date: "2026-09-16", workday: { counted: 540, over: false } });
  house.now = beijing(date, 959);
  expect((await today(house)).date).toBe("2026-09-16");
  house.now = beijing(date, 960);
  expect((await today(house)).date).toBe(date);
});

test("late in the evening a shift that begins after midnight is today already", async () => {
  const house = await openHouse();
  const early = JSON.stringify({ sections: [{ start: 60, end: 540 }], breaks: [] });
  const { db, id } = house;
  await db.batch([
    db.prepare("insert into schedule values (?1, 'zhao', '2026-09-18', 1, 'd', 's', '早班', ?2)", id, early),
  ]);
  house.now = beijing(date, 1259);
  expect((await today(house)).date).toBe(date);
  house.now = beijing(date, 1260);
  expect(await today(house)).toMatchObject({ date: "2026-09-18", shift: { name: "早班" } });
});

test("an earlier day without clock-out is asked about with what an answer would come to", async () => {
  const house = await openHouse();
  await addProject(house, { id: "lang", members: ["zhao"], site });
  await plan(house, ["zhao"], ["2026-09-15", "2026-09-16", date]);
  await pull(house, beijing("2026-09-16", 800), [punch("zhao", "2026-09-16", [535, "on"], { ...site, accuracy: 5 })]);
  await settleDays(await productIn(house), null);
  expect((await today(house)).questions).toEqual([
    {
      ...{ date: "2026-09-16", kind: "missing-out", on: 535, start: 535, end: 1080 },
      ...{ project: "lang", minutes: 480, request: null, answerer: null },
    },
  ]);
  await pull(house, house.now, [punch("zhao", "2026-09-16", [1080, "off"])]);
  expect((await today(house)).questions).toEqual([]);
});

test("what was asked about such a day is told with it, and who will have a look", async () => {
  const house = await openHouse();
  await addPeople(house, ["wang"]);
  await addProject(house, { id: "lang", members: ["zhao"], site });
  const { db, id } = house;
  const manager =
    "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager')";
  await db.batch([db.prepare(manager, id)]);
  await plan(house, ["zhao"], ["2026-09-16", date]);
  await pull(house, beijing("2026-09-16", 800), [punch("zhao", "2026-09-16", [535, "on"], { ...site, accuracy: 5 })]);
  await settleDays(await productIn(house), null);
  expect((await today(house)).questions).toMatchObject([{ request: null, answerer: { id: "wang" } }]);
  const wish = { id: crypto.randomUUID(), date: "2026-09-16", kind: "clock-out", at: "18:10", reason: "忘了" };
  await house.as("zhao").call("POST", "/api/requests", wish);
  expect((await today(house)).questions).toMatchObject([
    { minutes: 480, end: 1080, request: { id: wish.id, state: "waiting", at: 1090 }, answerer: { id: "wang" } },
  ]);
});

test("what was chosen and where one worked last decides when no place does", async () => {
  const house = await openHouse();
  await addProject(house, { id: "lang", members: ["zhao"] });
  await addProject(house, { id: "shui", members: ["zhao"] });
  await plan(house, ["zhao"], ["2026-09-16", date]);
  const wish = { id: crypto.randomUUID(), date: "2026-09-16", projectId: "shui" };
  await house.as("zhao").call("POST", "/api/picks", wish);
  await pull(house, beijing("2026-09-16", 1100), [
    punch("zhao", "2026-09-16", [540, "on"]),
    punch("zhao", "2026-09-16", [1080, "off"]),
  ]);
  await settleDays(await productIn(house), null);
  const seen = await today(house);
  expect(seen.suggestions.map(({ project, reason }) => [project, reason])).toEqual([
    ["shui", "yesterday"],
    ["lang", "member"],
  ]);
  expect(seen).toMatchObject({ consequence: "unassigned", freshness: { state: "stale" } });
});

test("it reads at most 40 rows for somebody with five projects, sites and a month of days", async () => {
  const house = await openHouse();
  for (const id of ["p1", "p2", "p3", "p4", "p5"]) await addProject(house, { id, members: ["zhao", "qian"], site });
  const days = Array.from({ length: 17 }, (_, n) => `2026-09-${String(n + 1).padStart(2, "0")}`);
  await plan(house, ["zhao", "qian"], days);
  for (const day of days) {
    const punches = (
      [
        [535, "on"],
        [720, "off"],
        [780, "on"],
        [800, "off"],
      ] as const
    ).map((one) => punch("zhao", day, one, site));
    await pull(house, beijing(day, 801), punches);
  }
  await settleDays(await productIn(house), null);
  const run =
    "insert into sync_run (company_id, id, kind, state, asked_by, started_at, touched_at) values (?1, ?2, 'day', 'done', 'x', ?3, ?3)";
  const { db, id } = house;
  await db.batch([1, 2, 3].map((n) => db.prepare(run, id, `r${n}`, house.now - n * 1_800_000)));
  await house.as("zhao").call("POST", "/api/picks", { id: crypto.randomUUID(), date, projectId: "p2" });
  const others = `insert into pick (company_id, id, person_id, date, project_id, task_id, from_minute, made_at, made_by, channel) with recursive n (i) as (select 1 union all select i + 1 from n where i < 500)
    select ?1, 'pick-' || i, 'x' || i, ?2, 'p1', null, null, 1, 'x', 'app' from n`;
  await db.batch([db.prepare(others, id, date)]);
  const before = { ...house.usage };
  const seen = await today(house);
  expect([seen.projects.length, seen.punches.length, seen.picks.length]).toEqual([5, 4, 1]);
  expect(house.usage.rowsRead - before.rowsRead).toBeLessThanOrEqual(40);
  expect(house.usage.rowsWritten).toBe(before.rowsWritten);
});
