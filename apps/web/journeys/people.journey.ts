import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** What a directory does with its token: it brings somebody. */
async function bring(page: Page, token: string, userName: string): Promise<number> {
  const { origin } = new URL(page.url());
  const response = await fetch(`${origin}/scim/v2/Users`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" },
    body: JSON.stringify({ schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName, active: true }),
  });
  return response.status;
}

test("an admin opens a door for a directory, says whose an account is, takes it back, and closes the door", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  await open("#/manage/people/tokens");
  await page.getByRole("button", { name: "新建令牌" }).click();
  await page.getByRole("button", { name: "新建 Entra ID" }).click();
  const token = (await page.getByRole("dialog").locator("code").textContent()) ?? "";
  expect(await bring(page, token, "zhao.lei@kunde.example.cn")).toBe(201);
  await page.getByRole("button", { name: "复制好了，关掉" }).click();
  expect(await page.locator("body").textContent()).not.toContain(token);

  await open("#/manage/people/accounts");
  await page.getByRole("button", { name: /zhao\.lei@/ }).click();
  await page.getByRole("searchbox", { name: "按姓名或工号找人" }).fill("赵磊");
  await page.getByRole("button", { name: /赵磊/ }).click();
  await page.getByText("zhao.lei 是 赵磊 的").waitFor();
  const counts = async () => (await call<{ counts: { matched: number } }>(page, "/api/accounts")).counts.matched;
  await expect.poll(counts).toBe(1);
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await expect.poll(counts).toBe(0);

  await open("#/manage/people/tokens");
  await page.getByRole("button", { name: "撤销 Entra ID" }).click();
  await page.getByRole("button", { name: "撤销，马上停用" }).click();
  await page.getByText("还没有令牌").waitFor();
  expect(await bring(page, token, "li.na@kunde.example.cn")).toBe(401);
  await context.close();
});

test("HR puts a job title under a position with one tap, and takes it back", async () => {
  const { page, context, open } = await phoneOf(browser, "chen007");
  const titles = async () => (await call<{ unmatched: { title: string }[] }>(page, "/api/positions")).unmatched;
  await open("#/manage/people/positions");
  const [first] = await titles();
  const title = first?.title ?? "";
  await page.getByRole("button", { name: `${title} 归到哪个岗位` }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /施工员/ })
    .click();
  await page.getByText(`${title} 归到 施工员`).waitFor();
  await expect.poll(async () => (await titles()).some((one) => one.title === title)).toBe(false);
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await expect.poll(async () => (await titles()).some((one) => one.title === title)).toBe(true);
  await context.close();
});

test("a project's manager takes check-ins and no longer, others only read that it is so", async () => {
  const { page, context, open } = await phoneOf(browser, "wang003");
  await open("#/team/projects/GL2B/visits");
  await page.getByRole("switch", { name: "取签到" }).click();
  await page.getByText("从现在起取签到").waitFor();
  await page.getByText("这天没有签到").waitFor();
  const hr = await phoneOf(browser, "chen007");
  await hr.open("#/team/projects/GL2B/visits");
  expect(await hr.page.getByRole("switch", { name: "取签到" }).isDisabled()).toBe(true);
  await hr.context.close();
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await expect.poll(async () => (await call<{ on: boolean }>(page, "/api/projects/GL2B/visiting")).on).toBe(false);
  await context.close();
});
