import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { overflowIn, seriousIn } from "./fault.ts";
import { call, phoneOf, readNotice, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Notice {
  readonly isAnswered: boolean;
  readonly isLocated: boolean;
  readonly answers: readonly { readonly location: boolean }[];
}
const noticeOf = (page: Page) => call<Notice>(page, "/api/privacy");

test("one reads what is kept before the first use, once, and finds it again in 我的 with one's own file", async () => {
  const { page, context, openUnread } = await phoneOf(browser, "ouyang009");
  await openUnread("#/hours");
  await page.getByText("你的数据，先说清楚").waitFor();
  await page.getByText("90 天").waitFor();
  expect(await page.getByText("至少 2 年").count()).toBe(3);
  expect(await page.getByRole("navigation").count()).toBe(0);
  await page.getByRole("button", { name: "完整说明" }).click();
  await page.getByText("项目成本单价").waitFor();
  await page.getByRole("button", { name: "只看要点" }).click();
  await readNotice(page);
  await expect.poll(async () => (await noticeOf(page)).isAnswered).toBe(true);

  await openUnread("#/me");
  await page.getByRole("link", { name: /你的数据/ }).click();
  await page.getByText("看过了", { exact: true }).waitFor();
  const file = page.waitForEvent("download");
  await page.getByText("下载我的数据").click();
  expect((await file).suggestedFilename()).toMatch(/^today-.*\.json$/);
  await context.close();
});

test("who does without location says so at once or later, and takes it back", async () => {
  const { page, context, openUnread } = await phoneOf(browser, "sun004");
  await openUnread();
  await page.getByRole("button", { name: "先不用我的位置" }).click();
  await page.getByRole("navigation").waitFor();
  await expect.poll(async () => (await noticeOf(page)).isLocated).toBe(false);

  await openUnread("#/me/data");
  const location = page.getByRole("switch");
  await location.click();
  await page.getByText("从现在起存打卡位置").waitFor();
  await expect.poll(async () => (await noticeOf(page)).isLocated).toBe(true);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(async () => (await noticeOf(page)).isLocated).toBe(false);
  expect(await location.getAttribute("aria-checked")).toBe("false");
  await context.close();
});

test("without a network the answer waits on the phone, and the app opens", async () => {
  const { page, context, openUnread } = await phoneOf(browser, "xu010");
  await openUnread();
  await page.getByText("你的数据，先说清楚").waitFor();
  await page.getByText("至少 2 年").first().waitFor();
  await context.setOffline(true);
  await page.getByRole("button", { name: "看过了，开始使用" }).click();
  await page.getByRole("navigation").waitFor();
  await context.setOffline(false);
  await expect.poll(async () => (await noticeOf(page)).isAnswered, { timeout: 20_000 }).toBe(true);
  await context.close();
});

test.for([false, true])("what is told of one's data has no serious fault of accessibility, dark %s", async (dark) => {
  const { page, context, openUnread } = await phoneOf(browser, dark ? "sun004" : "ayi006", { dark });
  const faults: string[] = [];
  const look = async (what: string, seen: string) => {
    await page.locator(seen).first().waitFor();
    faults.push(...(await seriousIn(page)).map((fault) => `${what}: ${fault}`));
    await page.setViewportSize({ width: 320, height: 700 });
    const over = await overflowIn(page);
    if (over > 0) faults.push(`${what}: ${over} px wider than a phone of 320 px`);
    await page.setViewportSize({ width: 375, height: 812 });
  };
  await openUnread();
  if (!dark) {
    await look("the notice", ".privacy-foot");
    await page.getByRole("button", { name: "完整说明" }).click();
    await look("the full notice", ".privacy-full");
    await readNotice(page);
  }
  await openUnread("#/me/data");
  await look("one's data", ".td-switch");
  await openUnread("#/me/data/full");
  await look("everything", ".privacy-full");
  expect(faults).toEqual([]);
  await context.close();
});
