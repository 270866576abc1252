import { pull, punch } from "@today/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { ImportView } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";

const id = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const titles = ["原始记录 统计日期：2026-09-01 至 2026-09-30"];
const heading = ["姓名", "工号", "UserId", "考勤日期", "考勤时间", "打卡时间", "打卡结果"];
const day = "26-09-16 星期三";
const zhao = (planned: string, punched: string, result = "正常") => [
  "赵磊",
  "7",
  "zhao",
  day,
  planned,
  punched,
  result,
];

let house: House;

beforeEach(async () => {
  house = await openHouse();
  await house.db.batch([house.db.prepare("insert into role_grant values (?1, 'qian', 'hr')", house.id)]);
});

function send(rows: unknown[][], over: { firstRow?: number; last?: boolean } = {}) {
  const part = { fileName: "9月.xlsx", sheet: "原始记录", firstRow: 0, last: true, ...over, rows };
  return house.as("qian").call<ImportView>("PUT", `/api/imports/${id}/parts/${over.firstRow ?? 0}`, part);
}

const confirm = () => house.as("qian").call<ImportView>("POST", `/api/imports/${id}/confirm`);

test("a sheet is shown as it was understood before anything of it counts", async () => {
  const { body } = await send([titles, heading, zhao("09:00", "08:57"), zhao("18:00", "18:04")]);
  expect(body).toMatchObject({
    ...{ id, fileName: "9月.xlsx", state: "ready", rows: 4, punches: 2, known: 0, people: 1 },
    ...{ from: "2026-09-16", to: "2026-09-16", problemCount: 0, columns: { punched: "打卡时间", userId: "UserId" } },
    sample: [{ row: 2, person: { id: "zhao" }, date: "2026-09-16", minutes: [537, 1084] }],
  });
  expect((await house.count()).punch).toBe(0);
});

test("confirmed, its punches are facts like any other and its rows are gone", async () => {
  await send([heading, zhao("09:00", "08:57"), zhao("18:00", "18:04")]);
  const { body } = await confirm();
  expect(body).toMatchObject({ state: "done", finishedAt: "2026-09-17T13:30:00+08:00" });
  await settleDays(await productIn(house), null);
  const days = await house.db.all("select date, attended, counted from workday where company_id = ?1", house.id);
  expect(days).toEqual([{ date: "2026-09-16", attended: 547, counted: 547 }]);
  expect(await house.db.all("select n from import_row where company_id = ?1", house.id)).toEqual([]);
  const written = await house.db.all(
    "select action, actor from history where company_id = ?1 and subject = 'import'",
    house.id,
  );
  expect(written).toEqual([{ action: "done", actor: "qian" }]);
});

test("a sheet that comes in parts, and each part twice, is one sheet", async () => {
  await send([titles, heading], { last: false });
  await send([titles, heading], { last: false });
  const first = await send([zhao("09:00", "08:57"), zhao("18:00", "18:04")], { firstRow: 2 });
  const again = await send([zhao("09:00", "08:57"), zhao("18:00", "18:04")], { firstRow: 2 });
  expect(first.body).toMatchObject({ rows: 4, punches: 2 });
  expect(again.body).toEqual(first.body);
});

test("confirming twice, or importing the same month again, adds nothing", async () => {
  await send([heading, zhao("09:00", "08:57"), zhao("18:00", "18:04")]);
  await confirm();
  const once = await house.count();
  await confirm();
  expect(await house.count()).toEqual(once);
  const other = "1f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12";
  const part = { fileName: "9月.xlsx", sheet: "原始记录", firstRow: 0, last: true };
  const rows = [heading, zhao("09:00", "08:57"), zhao("18:00", "18:04")];
  const { body } = await house.as("qian").call("PUT", `/api/imports/${other}/parts/0`, { ...part, rows });
  expect(body).toMatchObject({ punches: 2, known: 2 });
  await house.as("qian").call("POST", `/api/imports/${other}/confirm`);
  expect((await house.count()).punch).toBe(once.punch);
});

test("what DingTalk's calls brought already is known", async () => {
  await pull(house, house.now, [punch("zhao", "2026-09-16", [537, "on"])]);
  const { body } = await send([heading, zhao("09:00", "08:57"), zhao("18:00", "18:04")]);
  expect(body).toMatchObject({ punches: 2, known: 1 });
});

test("rows that cannot be read are listed, and a day of which one cannot be read is left out whole", async () => {
  const { body } = await send([
    heading,
    zhao("09:00", "08:57"),
    zhao("18:00", "下午六点"),
    ["王建国", "9", "wang003", day, "09:00", "08:50", "正常"],
    ["赵磊", "7", "zhao", "26-09-15 星期二", "09:00", "08:51", "正常"],
  ]);
  expect(body).toMatchObject({ punches: 1, from: "2026-09-15", problemCount: 2 });
  expect(body.problems).toEqual([
    { row: 2, code: "time-unreadable", text: "下午六点" },
    { row: 3, code: "person-unknown", text: "王建国 9 wang003" },
  ]);
});

test("two people of one name are not told apart by it", async () => {
  await house.db.batch([house.db.prepare("update person set name = '李娜' where company_id = ?1", house.id)]);
  const { body } = await send([
    ["姓名", "日期", "打卡时间"],
    ["李娜", day, "08:57"],
  ]);
  expect(body.problems).toMatchObject([{ code: "person-ambiguous", text: "李娜" }]);
});

test("a sheet without headings is told, and cannot be imported", async () => {
  const { body } = await send([["月度汇总"], ["姓名", "出勤天数"]]);
  expect(body).toMatchObject({ state: "ready", problems: [{ code: "header-missing" }] });
  expect(await confirm()).toMatchObject({ status: 409, body: { code: "import-not-ready" } });
});

test("an import that was thrown away leaves nothing, and is nobody else's business", async () => {
  await send([heading, zhao("09:00", "08:57")]);
  expect((await house.as("qian").call("DELETE", `/api/imports/${id}`)).status).toBe(204);
  expect(await confirm()).toMatchObject({ status: 409 });
  expect((await house.count()).punch).toBe(0);
  await house.db.batch([house.db.prepare("insert into role_grant values (?1, 'zhao', 'admin')", house.id)]);
  const part = { fileName: "x.xlsx", sheet: "", firstRow: 0, rows: [], last: true };
  expect((await house.as("zhao").call("PUT", `/api/imports/${id}/parts/0`, part)).status).toBe(404);
});

test("a 补卡 in the sheet settles what was asked here", async () => {
  await pull(house, house.now - 1, [punch("zhao", "2026-09-16", [537, "on"])]);
  const request = {
    id: "7d3f1a52-0c7e-4a39-8a55-6a1f0b9c4e20",
    kind: "clock-out",
    date: "2026-09-16",
    at: "18:00",
    reason: "忘了",
  };
  expect((await house.as("zhao").call("POST", "/api/requests", request)).status).toBe(201);
  house.now += 1;
  await send([heading, zhao("09:00", "08:57"), zhao("18:00", "18:00", "正常（补卡）")]);
  await confirm();
  const { body } = await house.as("zhao").call<{ requests: object[] }>("GET", "/api/requests?state=all");
  expect(body.requests).toMatchObject([{ state: "settled" }]);
});
