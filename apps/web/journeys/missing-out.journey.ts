import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, days, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Asking {
  readonly questions: readonly { readonly date: string; readonly request: { readonly state: string } | null }[];
}

/** The newest day without a clock-out, `2026-09-16`. */
async function openDay(page: Page): Promise<string> {
  const [newest] = (await call<Asking>(page, "/api/today")).questions;
  if (newest === undefined) throw new Error("The demo company's 郭静 has forgotten no clock-out");
  return newest.date;
}

async function countedOn(page: Page, date: string): Promise<number | undefined> {
  return (await days(page, { from: date, to: date }))[0]?.counted;
}

test("what was asked can be taken back for a moment, and the question stands again", async () => {
  const { page, context, open } = await phoneOf(browser, "guo005");
  await open();
  await page.getByRole("button", { name: /^是，\d\d:\d\d 下班$/ }).click();
  await page.getByText(/已补到 \d\d:\d\d，等王建国确认/).waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("button", { name: /^是，\d\d:\d\d 下班$/ }).waitFor();
  const { questions } = await call<Asking>(page, "/api/today");
  expect(questions[0]?.request?.state).not.toBe("waiting");
  await context.close();
});

test("a missing clock-out is mended next morning in two taps, the manager agrees, and the hours count", async () => {
  const guo = await phoneOf(browser, "guo005");
  const { page } = guo;
  await guo.open();
  await page.getByText(/\d\d:\d\d 下班的吗？/).waitFor();
  await page.getByText("王建国会看一眼，之后你会收到结果").waitFor();
  const date = await openDay(page);
  expect(await countedOn(page, date)).toBe(0);

  await page.getByRole("button", { name: /^是，\d\d:\d\d 下班$/ }).click();
  await page.getByText(/已补到 \d\d:\d\d，等王建国确认/).waitFor();
  await page.getByRole("button", { name: "确认，今天记这个项目" }).waitFor();
  expect(await countedOn(page, date)).toBe(0);

  const wang = await phoneOf(browser, "wang003");
  const day = `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`;
  await wang.open("#/team/approvals");
  await wang.page.getByRole("button", { name: new RegExp(`郭静 ${day}.*补到`) }).click();
  await wang.page.getByRole("dialog").getByRole("button", { name: "同意" }).click();
  await wang.page.getByText("1 件已同意").waitFor();
  await expect.poll(() => countedOn(page, date), { timeout: 30_000 }).toBeGreaterThan(420);

  await page.reload();
  await page.getByRole("button", { name: "确认，今天记这个项目" }).waitFor();
  await page.getByText("等王建国确认").waitFor({ state: "detached" });
  await guo.open(`#/hours/${date}`);
  await page.getByText("补的卡").waitFor();
  await page.getByText("王建国 已同意").waitFor();
  await guo.context.close();
  await wang.context.close();
});
