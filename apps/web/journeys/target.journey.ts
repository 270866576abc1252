import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { overflowIn, seriousIn } from "./fault.ts";
import { call, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Targets {
  readonly targets: readonly { readonly id: string; readonly state: string; readonly version: number }[];
}

test("an admin connects a Redmine after a try, sees what it has, starts it, pauses it and parts with it", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  const { address, key } = inject("redmine");
  await open("#/manage/target/new/redmine");
  await page.getByLabel("Redmine 地址").fill(address);
  await page.getByLabel("API 访问键").fill("nobodys-key");
  await page.getByRole("button", { name: "试一下" }).click();
  await page.getByText("对方不认这个凭证，换一个").waitFor();
  await page.getByLabel("API 访问键").fill(key);
  await page.getByRole("button", { name: "试一下" }).click();
  await page.getByText("连得上，账号是 管理 员").waitFor();
  await page.getByLabel("活动").selectOption({ label: "施工" });
  await page.getByLabel("名字").fill("公司 Redmine");
  await page.getByRole("button", { name: "接上" }).click();

  await page.getByRole("heading", { name: "公司 Redmine" }).waitFor();
  await page.getByText("项目 130").waitFor({ timeout: 60_000 });
  await page.getByText("说好哪个项目的工时去那边哪里").waitFor();
  const read = () => call<Targets>(page, "/api/targets").then(({ targets }) => targets.map(({ state }) => state));
  expect(await read()).toEqual(["paused"]);
  expect(await page.content()).not.toContain(key);
  await page.getByRole("button", { name: "开始推送" }).click();
  await page.getByRole("button", { name: "现在推" }).click();
  await page.getByText("没有等着推的").waitFor();
  expect(await read()).toEqual(["on"]);
  await page.getByRole("button", { name: "暂停" }).click();
  await page.getByRole("button", { name: "开始推送" }).waitFor();
  expect(await overflowIn(page)).toBe(0);
  expect(await seriousIn(page)).toEqual([]);

  await page.getByRole("button", { name: "设置" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("已存，不显示").waitFor();
  await sheet.getByLabel("取整").selectOption({ label: "四舍五入到 15 分钟" });
  await sheet.getByRole("button", { name: "存下" }).click();
  await sheet.waitFor({ state: "hidden" });
  const [target] = (await call<Targets>(page, "/api/targets")).targets;
  expect(target).toMatchObject({ rounding: "nearest-15", state: "paused" });

  await page.getByRole("button", { name: "断开" }).click();
  await sheet.getByText("还没有推过去什么，那边什么也不会变。").waitFor();
  await sheet.getByRole("button", { name: "断开，抹掉凭证" }).click();
  await page.getByText("还没有接别的系统").waitFor();
  expect(await read()).toEqual([]);
  await context.close();
}, 180_000);
