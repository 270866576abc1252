import { addPeople, addProject } from "@today/db/testing";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { cookieOf, type House, openHouse } from "../testing.ts";
import { book } from "../testing-cost.ts";

const range = "from=2026-09-01&to=2026-09-30";

/** Zhao was on `lang` for 7½ hours, Qian on `shui` on a rest day; an hour of Qian's is nobody's, ten minutes were adjusted. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  const { db, id } = house;
  await addPeople(house, ["wang", "he", "jin"]);
  await addPeople(house, ["qian"], { name: '=HYPERLINK("x")', jobNumber: "-7" });
  for (const project of ["lang", "shui"]) await addProject(house, { id: project, members: ["zhao"] });
  const on = { date: "2026-09-14", overtime: null, state: "approved" };
  await book(house, [
    { ...on, project: "lang", person: "zhao", minutes: 450, place: "onsite" },
    { ...on, project: "shui", person: "qian", minutes: 100, place: "mobile", overtime: "rest", state: "waiting" },
  ]);
  const part = { project: "lang", task: null, basis: "site", place: "onsite", overtime: null, minutes: -10 };
  await db.batch([
    db.prepare(
      "update project_member set role = 'manager', person_id = 'wang' where company_id = ?1 and project_id = 'lang'",
      id,
    ),
    db.prepare("insert into role_grant values (?1, 'he', 'hr'), (?1, 'jin', 'finance')", id),
    db.prepare("insert into rate values (?1, 'qian', '2026-01-01', 4567, 1, 'jin')", id),
    db.prepare(
      "insert into workday values (?1, 'qian', '2026-09-14', 0, 160, 0, 0, 160, 0, 60, 'settled', '[]', '{}', 1)",
      id,
    ),
    db.prepare(
      "insert into adjustment values (?1, 'zhao', '2026-08-03', 1, '2026-09-02', 1, 0, -10, 0, 0, -10, 0, 0, ?2)",
      ...[id, JSON.stringify([part])],
    ),
    db.prepare(
      `insert into decision values (?1, 'zhao', '2026-09-14', 'lang', '|site|onsite|', 'b1', 450, 'approved', ?2, 'wang', '去过, "现场"', 'app')`,
      ...[id, house.now],
    ),
  ]);
  return house;
}

async function take(house: House, person: string, path: string): Promise<Response> {
  const headers = { cookie: await cookieOf(house.id, person, house.now) };
  return house.request(`/api/exports/${path}`, { method: "GET", headers });
}

const csvOf = async (house: House, person: string, path: string) => {
  const text = await (await take(house, person, `${path}&format=csv`)).text();
  return text.trimEnd().split("\r\n");
};

test("hours hold every counted minute: on projects, unassigned, and adjusted in the range", async () => {
  const house = await furnish();
  expect(await csvOf(house, "he", `hours?${range}`)).toEqual([
    "日期,工号,姓名,项目编号,项目,任务,依据,地点,工时类型,审批,分钟,小时,调整记于",
    "2026-09-14,,zhao,lang,lang,,工地,现场,常规,已通过,450,7.5,",
    `2026-09-14,'-7,"'=HYPERLINK(""x"")",shui,shui,,工地,移动办公,休息日加班 2 倍,待审批,100,1.67,`,
    `2026-09-14,'-7,"'=HYPERLINK(""x"")",,待归属,,,,,,60,1,`,
    "2026-08-03,,zhao,lang,lang,,工地,现场,常规,结账后的调整,-10,-0.17,2026-09-02",
  ]);
});

test("a manager takes the hours of their own project alone", async () => {
  const house = await furnish();
  const own = await csvOf(house, "wang", `hours?${range}&project=lang`);
  expect(own).toHaveLength(3);
  expect(own.join()).not.toContain("shui");
  expect((await take(house, "wang", `hours?${range}`)).status).toBe(403);
  expect((await take(house, "wang", `hours?${range}&project=shui`)).status).toBe(404);
});

test("approvals say who decided what, when and why, in the reader's language", async () => {
  const house = await furnish();
  const [header, decided, waiting] = await csvOf(house, "jin", `approvals?${range}&lang=en`);
  expect(header).toMatch(/^Date,Job number,Name,.*,Decided by,Decided at,Remark$/);
  expect(decided).toBe('2026-09-14,,zhao,lang,lang,,Regular,450,7.5,Approved,,wang,2026-09-17 13:30,"去过, ""现场"""');
  expect(waiting).toContain(",Waiting,,,,");
});

test("costs are finance's alone, in yuan, by person and month", async () => {
  const house = await furnish();
  const months = "from=2026-08&to=2026-09";
  for (const person of ["he", "wang"]) {
    expect((await take(house, person, `cost?${months}`)).status).toBe(403);
    expect((await take(house, person, `cost?${months}&project=lang`)).status).toBe(403);
  }
  const rows = await csvOf(house, "jin", `cost?${months}`);
  expect(rows.slice(1)).toEqual([
    "2026-09,lang,lang,,zhao,,常规,现场,已通过,440,7.33,0,440",
    `2026-09,shui,shui,'-7,"'=HYPERLINK(""x"")",,休息日加班 2 倍,移动办公,待审批,100,1.67,152.23,0`,
  ]);
  expect((await csvOf(house, "he", `hours?${range}`)).join()).not.toMatch(/4567|152/);
});

test("an XLSX is named after its days and holds real numbers and dates", async () => {
  const house = await furnish();
  const response = await take(house, "he", `hours?${range}`);
  const disposition = response.headers.get("content-disposition") ?? "";
  expect(disposition).toContain('filename="hours-2026-09-01_2026-09-30.xlsx"');
  expect(decodeURIComponent(disposition)).toContain("工时 2026-09-01–2026-09-30.xlsx");
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  const rows = sheets[0]?.rows ?? [];
  expect(rows).toHaveLength(5);
  expect(rows[1]?.[0]).toEqual(new Date("2026-09-14T00:00:00Z"));
  expect(rows[1]?.slice(10, 12)).toEqual([450, 7.5]);
  expect(rows[2]?.[2]).toBe('=HYPERLINK("x")');
});

test("more rows than a page holds come once each, in order", async () => {
  const house = await furnish();
  const bookings = Array.from({ length: 4500 }, (_, n) => ({
    ...{ project: "shui", person: `p${n % 150}`, date: `2026-10-${String(1 + Math.floor(n / 150)).padStart(2, "0")}` },
    ...{ minutes: 1 + (n % 480), place: "onsite", overtime: null, state: "automatic" },
  }));
  await book(house, bookings);
  const rows = (await csvOf(house, "jin", "hours?from=2026-10-01&to=2026-10-31&project=shui")).slice(1);
  expect(rows).toHaveLength(4500);
  expect(new Set(rows.map((row) => row.split(",").slice(0, 3).join())).size).toBe(4500);
  const minutes = rows.reduce((sum, row) => sum + Number(row.split(",")[10]), 0);
  expect(minutes).toBe(bookings.reduce((sum, one) => sum + one.minutes, 0));
});
