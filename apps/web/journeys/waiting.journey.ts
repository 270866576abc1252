import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { call, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Picked {
  readonly picks: readonly { readonly id: string }[];
}

test("without a network the pick waits on the phone and arrives once", async () => {
  const { page, context, open } = await phoneOf(browser, "li002");
  await open();
  await page.getByRole("button", { name: "确认，今天记这个项目" }).waitFor();
  const before = await call<Picked>(page, "/api/today");
  await context.setOffline(true);
  await page.getByRole("button", { name: "确认，今天记这个项目" }).click();
  await page.getByText("等网络，会自动保存").waitFor();
  await page.getByText("打卡在钉钉那里，不会丢").waitFor();
  await context.setOffline(false);
  await page.getByText(/已保存 \d\d:\d\d/).waitFor({ timeout: 40_000 });
  const after = await call<Picked>(page, "/api/today");
  expect(after.picks.length).toBe(before.picks.length + 1);
  await context.close();
});

test("a pick can be undone for a moment, and the question is asked again", async () => {
  const { page, context, open } = await phoneOf(browser, "he008");
  await open();
  await page.getByRole("button", { name: "确认，今天记这个项目" }).click();
  await page.getByText(/已保存 \d\d:\d\d/).waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("button", { name: "确认，今天记这个项目" }).waitFor();
  await expect.poll(async () => (await call<Picked>(page, "/api/today")).picks.length).toBe(0);
  await context.close();
});

test("outside DingTalk the page says where to open it", async () => {
  const page = await browser.newPage({ locale: "zh-CN" });
  await page.goto(`${inject("app")}/`);
  await page.getByText("请在钉钉里打开").waitFor();
  await page.getByText("工作台 › 今日项目").waitFor();
  await page.close();
});
