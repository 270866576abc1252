import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("at a desk outside DingTalk one signs in on DingTalk's page and is back where one was", async () => {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${inject("app")}/#/hours`);
  await page.getByRole("button", { name: "用钉钉登录" }).click();
  await page.getByText("不登录了").click();
  await page.getByText("没有同意登录，想用的时候再登录").waitFor();
  await page.goto(`${inject("app")}/#/hours`);
  await page.getByRole("button", { name: "用钉钉登录" }).click();
  await page.getByRole("link", { name: /赵磊/ }).click();
  await page.waitForURL(/#\/hours$/);
  const session = await page.evaluate(async () => (await fetch("/api/session")).json());
  expect(session).toMatchObject({ person: { id: "zhao001", name: "赵磊" } });
  expect(await page.getByRole("button", { name: "用钉钉登录" }).count()).toBe(0);
  await context.close();
});
