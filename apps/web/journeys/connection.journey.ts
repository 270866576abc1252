import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { control, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** The server takes one check every three seconds, and its clock stands still between the journeys. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await control("clock", { advanceMinutes: 1 });
  await page.getByRole("button", { name }).first().click();
}

function mend(): Promise<Response> {
  return fetch(`${inject("simulator")}/_simulator/fault`, { method: "DELETE" });
}

test("an admin sees which address DingTalk refuses, puts it in, and the step turns green; a permission likewise", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  await open("#/manage/connection");
  await page.getByRole("heading", { name: /7 步，已通过 \d 步/ }).waitFor();

  await page.getByRole("button", { name: /服务器出口 IP/ }).click();
  await control("fault", { match: "*", kind: "ip", count: 50 });
  await press(page, "加好了，检查这一步");
  const address = page.getByRole("region", { name: /服务器出口 IP/ });
  await address.getByText(/钉钉不认这个地址（(60020|IpNotInWhiteList)），加进去保存就好/).waitFor();
  await address.getByText("203.0.113.9").waitFor();
  await mend();
  await press(page, "加好了，检查这一步");
  await page.getByText(/请求能通过/).waitFor();
  expect(await address.count()).toBe(0);

  await page.getByRole("button", { name: /接口权限/ }).click();
  await page.getByText("检查会用掉本月 1 次调用").waitFor();
  await control("fault", { match: "/topapi/v2/user/list", kind: "permission", count: 50 });
  await press(page, "开通了，检查这一步");
  await page.getByText(/有权限还没开通（60011）/).waitFor();
  await page.getByText("qyapi_get_department_member").waitFor();
  await mend();
  await press(page, "开通了，检查这一步");
  await page.getByText("4 / 4 已开通").waitFor();
  await context.close();
});

test("an admin looks for the calls that failed and finds no name among them", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  await open("#/manage/connection/calls");
  await page.getByText(/毫秒/).first().waitFor();
  await page.getByRole("radio", { name: "失败" }).check();
  await page
    .getByText(/缺权限 60011/)
    .first()
    .waitFor();
  const list = await page.getByRole("main").textContent();
  expect(list).not.toMatch(/admin012|zhao001/);
  const address = await page.getByRole("link", { name: "导出 CSV" }).getAttribute("href");
  expect(address).toBe("/api/calls?outcome=failed&format=csv&lang=zh");
  await context.close();
});
