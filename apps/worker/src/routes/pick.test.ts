import { addProject, plan } from "@today/db/testing";
import { expect, test } from "vitest";
import type { PickView, Today } from "../contract.ts";
import { openHouse } from "../testing.ts";

const date = "2026-09-17";
const id = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const wish = { id, date, projectId: "lang", from: "13:00" };

async function furnish() {
  const house = await openHouse();
  await addProject(house, { id: "lang", members: ["zhao", "qian"] });
  await addProject(house, { id: "shui", members: ["zhao"], closedOn: "2026-09-20" });
  return house;
}

test("a pick is recorded with who made it and when, and the person's days are to be settled", async () => {
  const house = await furnish();
  const { status, body } = await house.as("zhao").call<PickView>("POST", "/api/picks", wish);
  expect(status).toBe(201);
  const madeBy = { id: "zhao", name: "zhao", title: null };
  expect(body).toEqual({ ...wish, taskId: null, madeAt: "2026-09-17T13:30:00+08:00", madeBy });
  expect(house.sent).toEqual([{ kind: "settle", people: ["zhao"] }]);
  expect(await house.count()).toMatchObject({ pick: 1, dirty_day: 1 });
});

test("the same pick again, also at the same time, answers the same and changes nothing", async () => {
  const house = await furnish();
  const zhao = house.as("zhao");
  const both = await Promise.all([zhao.call("POST", "/api/picks", wish), zhao.call("POST", "/api/picks", wish)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
  house.now += 60_000;
  const again = await zhao.call<PickView>("POST", "/api/picks", wish);
  expect([again.status, again.body]).toEqual([200, both[0]?.body]);
  expect(await house.count()).toMatchObject({ pick: 1 });
  expect(house.sent).toHaveLength(1);
});

test("an id is not used for anything else, nor by anybody else", async () => {
  const house = await furnish();
  await house.as("zhao").call("POST", "/api/picks", wish);
  for (const [who, over] of [
    ["zhao", { projectId: "shui" }],
    ["zhao", { from: null }],
    ["zhao", { date: "2026-09-16" }],
    ["zhao", { taskId: "t" }],
    ["qian", {}],
  ] as const) {
    const { status, body } = await house.as(who).refused("POST", "/api/picks", { ...wish, ...over });
    expect([status, body.code]).toEqual([409, "pick-id-reused"]);
  }
  expect(await house.count()).toMatchObject({ pick: 1 });
});

test("a pick may be made up to 31 days back and 7 days ahead", async () => {
  const house = await furnish();
  const made = (day: string) =>
    house.as("zhao").call("POST", "/api/picks", { id: crypto.randomUUID(), date: day, projectId: "lang" });
  const days = ["2026-08-16", "2026-08-17", "2026-09-24", "2026-09-25"];
  expect(await Promise.all(days.map(async (day) => (await made(day)).status))).toEqual([422, 201, 201, 422]);
});

test("a project can be booked to its last day and by a member only while they are one", async () => {
  const house = await furnish();
  const spans =
    "update project_member set starts_on = '2026-09-15', ends_on = '2026-09-18' where company_id = ?1 and project_id = 'lang'";
  await house.db.batch([house.db.prepare(spans, house.id)]);
  const made = async (projectId: string, day: string) =>
    (await house.as("zhao").call("POST", "/api/picks", { id: crypto.randomUUID(), date: day, projectId })).status;
  expect([await made("shui", "2026-09-20"), await made("shui", "2026-09-21")]).toEqual([201, 422]);
  expect([await made("lang", "2026-09-14"), await made("lang", "2026-09-15")]).toEqual([422, 201]);
  expect([await made("lang", "2026-09-18"), await made("lang", "2026-09-19")]).toEqual([201, 422]);
});

test("a pick can be withdrawn, twice is once, and only by whose it is", async () => {
  const house = await furnish();
  await plan(house, ["zhao"], [date]);
  const zhao = house.as("zhao");
  await zhao.call("POST", "/api/picks", wish);
  expect((await house.as("qian").refused("DELETE", `/api/picks/${id}`)).status).toBe(404);
  expect((await zhao.call<Today>("GET", "/api/today")).body.picks).toHaveLength(1);
  expect((await zhao.call("DELETE", `/api/picks/${id}`)).status).toBe(204);
  expect((await zhao.call("DELETE", `/api/picks/${id}`)).status).toBe(204);
  const { body } = await zhao.call<Today>("GET", "/api/today");
  expect([body.picks, body.workday.version]).toEqual([[], 2]);
  expect(await house.count()).toMatchObject({ pick: 1, pick_withdrawal: 1 });
});

test("a pick can be undone as far back as the company's rules let one be made", async () => {
  const house = await openHouse();
  await addProject(house, { id: "lang", members: ["zhao"] });
  const rules = "insert into policy (company_id, group_id, starts_on, value) values (?1, '', '2026-01-01', ?2)";
  await house.db.batch([house.db.prepare(rules, house.id, JSON.stringify({ rules: { backDays: 60 } }))]);
  const old = { id: crypto.randomUUID(), date: "2026-07-25", projectId: "lang" };
  expect((await house.as("zhao").call("POST", "/api/picks", old)).status).toBe(201);
  expect((await house.as("zhao").call("DELETE", `/api/picks/${old.id}`)).status).toBe(204);
  await house.db.batch([house.db.prepare("update policy set value = '{}' where company_id = ?1", house.id)]);
  expect((await house.as("zhao").refused("DELETE", `/api/picks/${old.id}`)).body.code).toBe("date-out-of-range");
});

test("today's pick reads not a row more for rules, closed periods and what waits", async () => {
  const rowsFor = async (more: readonly string[]) => {
    const house = await furnish();
    const { db, id } = house;
    await db.batch(more.map((sql) => db.prepare(sql, id)));
    const before = house.usage.rowsRead;
    expect((await house.as("zhao").call("POST", "/api/picks", { ...wish, id: crypto.randomUUID() })).status).toBe(201);
    return house.usage.rowsRead - before;
  };
  const others = [
    `insert into policy (company_id, group_id, starts_on, value) values (?1, '', '2026-01-01', '{"rules":{"backDays":3}}')`,
    "insert into period values (?1, '2026-07', '2026-07-01', '2026-07-31', 'closed', 1, 1, 1, 'he')",
    "insert into period values (?1, '2026-08', '2026-08-01', '2026-08-31', 'open-for-approvers', 1, 0, 1, 'he')",
    `insert into request values (?1, 'r', 'zhao', '2026-09-16', 'note', '{}', 'r', null, '{}', 'waiting', 1, 'zhao', 'app')`,
  ];
  expect(await rowsFor(others)).toBe(await rowsFor([]));
});
