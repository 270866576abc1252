import { expect, test } from "vitest";
import type { Worklogs } from "../../contract.ts";
import type { House } from "../../testing.ts";
import { followUp, openLinkedOffice, plan, pretendPush, worklogsOf } from "../../testing-worklog.ts";

const base = { table: null, optional: false } as const;
const title = { ...base, of: "task", to: "title", from: "{title}" } as const;
const note = (from: string, more: object = {}) => ({ ...base, of: "worklog", to: "note", from, ...more });

async function map(house: House, version: number, more: { rules: object[]; reach?: "unsent" | "all" }) {
  const answer = await house.as("ada").call("PUT", "/api/targets/red/mapping", { version, ...more });
  expect(answer.status).toBe(200);
  await followUp(house);
}

async function bodyOf({ id, db }: House, person: string): Promise<unknown> {
  const [row] = await db.all<{ body: string }>(
    "select body from worklog where company_id = ?1 and person_id = ?2 and date = '2026-09-14'",
    ...[id, person],
  );
  return JSON.parse(row?.body ?? "null");
}

test("hours that wait are put into the words of the mapping", async () => {
  const house = await openLinkedOffice();
  await house.db.all("update person set job_number = '007', title = '项目经理' where company_id = ?1", house.id);
  await house.db.all("insert or replace into title_position values (?1, '项目经理', 'PM')", house.id);
  const activity = { ...base, of: "worklog", to: "activity", from: "{person.position}" };
  const table = { rows: { PM: "9" }, otherwise: "8" };
  await map(house, 0, {
    rules: [title, note("{date} {person.number} {hours}h {place.code}"), { ...activity, table }],
  });
  expect(await bodyOf(house, "zhao")).toEqual({
    ...{ note: "2026-09-14 007 8h onsite", personName: "zhao", extra: { activity: "9" }, mapping: 1 },
  });
  expect(await worklogsOf(house)).toContain("zhao 5@7 480+0 due");
});

test("what does not fit waits with the field and the problem, and leaves when it fits", async () => {
  const house = await openLinkedOffice();
  await map(house, 0, { rules: [title, note("三层砌墙".repeat(300))] });
  expect(await worklogsOf(house)).toContain("zhao 5@7 0+480 held unfit");
  expect(await bodyOf(house, "zhao")).toMatchObject({ flaws: [{ field: "note", problem: "too-long" }] });
  const { body } = await house.as("ada").call<Worklogs>("GET", "/api/targets/red/worklogs?date=2026-09-14");
  expect(body.worklogs.find(({ person }) => person.id === "zhao")).toMatchObject({
    ...{ held: "unfit", problem: "mapping-too-long", field: "note", waiting: 480 },
  });
  await map(house, 1, { rules: [title, note("三层砌墙".repeat(300), { optional: true })] });
  expect(await worklogsOf(house)).toContain("zhao 5@7 480+0 due");
});

test("hours that are there keep their words until a mapping is meant for all", async () => {
  const house = await openLinkedOffice();
  await pretendPush(house);
  await map(house, 0, { rules: [title, note("一")] });
  expect(await worklogsOf(house)).toContain("zhao 5@7 480+0 done");
  expect(await bodyOf(house, "qian")).toMatchObject({ note: "一", mapping: 1 });
  await house.db.all(
    "insert or ignore into worklog_day select company_id, date, person_id, 1 from worklog where company_id = ?1",
    house.id,
  );
  await plan(house);
  expect(await bodyOf(house, "zhao")).toEqual({ note: "P · 现场", personName: "zhao" });
  await map(house, 1, { rules: [title, note("二")], reach: "all" });
  expect(await worklogsOf(house)).toContain("zhao 5@7 480+0 due");
  expect(await bodyOf(house, "zhao")).toMatchObject({ note: "二", mapping: 2 });
});

test("a mapping that is rolled back gives hours their former words", async () => {
  const house = await openLinkedOffice();
  await map(house, 0, { rules: [title, note("一")] });
  await map(house, 1, { rules: [title, note("二")] });
  await house.as("ada").call("POST", "/api/targets/red/mapping/rollbacks", { version: 2, to: 1 });
  await plan(house);
  expect(await bodyOf(house, "zhao")).toMatchObject({ note: "一", mapping: 3 });
});
