import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, control, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const month = "2026-08";

interface Item {
  readonly person: { readonly id: string; readonly name: string };
  readonly date: string;
  readonly proposal: { readonly end: number } | null;
}

interface Detail {
  readonly period: { readonly state: string };
  readonly figures: { readonly counted: number };
  readonly checks: readonly { readonly kind: string; readonly count: number; readonly items: readonly Item[] }[];
}

interface Sheet {
  readonly adjustments: readonly { readonly person: Item["person"]; readonly date: string; readonly counted: number }[];
}

const detailOf = (page: Page) => call<Detail>(page, `/api/periods/${month}`);
const sheetOf = (page: Page, id: string) => call<Sheet>(page, `/api/periods/${id}/sheet`);
const count = ({ checks }: Detail, kind: string) => checks.find((check) => check.kind === kind)?.count ?? 0;

/** Answers a sheet: a usual reason, then its one button. */
async function answer(page: Page, reason: string, button: RegExp | string): Promise<void> {
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: reason }).click();
  await sheet.getByRole("button", { name: button }).click();
}

/** The admin pulls the punches of one day again, as a nightly run does with the last ones. */
function pull(page: Page, date: string): Promise<number> {
  return page.evaluate(async (day) => {
    const body = JSON.stringify({ from: day, to: day });
    const headers = { "content-type": "application/json" };
    return (await fetch("/api/sync/punches", { method: "POST", headers, body })).status;
  }, date);
}

test("a month is closed with three problems mended on the way; a late 补卡 becomes an adjustment that both months show", async () => {
  const hr = await phoneOf(browser, "chen007");
  const { page } = hr;
  const card = (name: string) => page.getByRole("region", { name });
  await hr.open(`#/manage/period/${month}`);
  await page.getByRole("button", { name: "开始结账" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "开始结账" }).click();
  await page.getByRole("heading", { name: "只给负责人改" }).waitFor();
  const before = await detailOf(page);

  const missing = card("少一次打卡");
  await missing.getByRole("button", { name: /^列出全部/ }).click();
  await missing
    .getByRole("button", { name: /^补到 18:00/ })
    .last()
    .click();
  await answer(page, "电话里说的", /^替.+补到 18:00$/);
  await missing.getByText("已补到 18:00").waitFor();
  await missing.getByText(/已保存 \d\d:\d\d/).waitFor();

  const absent = missing.getByRole("listitem").filter({ hasText: "没有打卡" }).last();
  await absent.getByRole("button", { name: /^说明/ }).click();
  await answer(page, "本人说的", /^替.+说明$/);
  await missing.getByText("已说明").waitFor();

  const waiting = card("等审批的工时");
  await waiting.getByRole("button", { name: "同意列出的 5 件" }).click();
  await page.getByText("5 件已同意").waitFor();
  await expect.poll(async () => count(await detailOf(page), "missing-punch")).toBe(count(before, "missing-punch") - 2);
  expect(count(await detailOf(page), "allocation-waiting")).toBeLessThan(count(before, "allocation-waiting"));

  await page.getByRole("button", { name: /^带着 [\d,]+ 件结账$/ }).click();
  await answer(page, "工资等着发", /^带着 [\d,]+ 件结账$/);
  await page.getByRole("heading", { name: "已结账" }).waitFor();
  await card("结账记录").getByText("第 1 次结账").waitFor();
  const closed = await detailOf(page);

  const left = before.checks.flatMap(({ items }) => items).find(({ proposal }) => proposal?.end === 1080);
  if (left === undefined) throw new Error("Nobody of the demo company misses a clock-out in this month");
  const late = { ...left, at: `${left.date}T18:00:00+08:00` };
  await control("supply", { userId: late.person.id, workDate: late.date, type: "off", at: late.at });
  const admin = await phoneOf(browser, "admin012");
  await admin.open("#/manage");
  await admin.page.getByRole("link", { name: /月结/ }).waitFor();
  expect(await pull(admin.page, late.date)).toBeLessThan(300);
  await expect
    .poll(async () => (await sheetOf(page, month)).adjustments.map(({ person }) => person.id), { timeout: 20_000 })
    .toEqual([late.person.id]);

  await hr.open(`#/manage/period/${month}/sheet`);
  await card("调整").getByText("说的是这里的日子，记在后面").waitFor();
  await card("调整").getByText(late.person.name).waitFor();
  await hr.open("#/manage/period/2026-09/sheet");
  await card("调整").getByText("记在这里，说的是已结账的日子").waitFor();
  await card("调整").getByText(late.person.name).waitFor();
  expect((await detailOf(page)).figures).toEqual(closed.figures);
  await admin.context.close();
  await hr.context.close();
});

test("two people open it again, and its adjustments are counted back", async () => {
  const finance = await phoneOf(browser, "qian011");
  await finance.open(`#/manage/period/${month}`);
  await finance.page.getByRole("button", { name: "申请重开" }).click();
  await answer(finance.page, "漏了一个项目", "申请重开");
  await finance.page.getByText("要另一个人同意才会重开").waitFor();

  const hr = await phoneOf(browser, "chen007");
  const { page } = hr;
  await hr.open(`#/manage/period/${month}`);
  await page.getByText(/^钱佳怡 .+ 申请重开$/).waitFor();
  await page.getByRole("button", { name: "同意重开" }).click();
  await answer(page, "核对过，要改", "同意重开");
  await page.getByRole("heading", { name: "只给负责人改" }).waitFor();
  const sum = async () => (await sheetOf(page, month)).adjustments.reduce((all, { counted }) => all + counted, 0);
  await expect.poll(sum, { timeout: 20_000 }).toBe(0);
  await page.getByRole("button", { name: "退回开放" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "退回开放" }).click();
  await page.getByRole("heading", { name: "开放", exact: true }).waitFor();
  await finance.context.close();
  await hr.context.close();
});
