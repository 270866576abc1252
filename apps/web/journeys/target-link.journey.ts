import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { overflowIn, seriousIn } from "./fault.ts";
import { call, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const target = "5b0f6a52-1f0e-4a57-9f0b-6a1c5a3f7d10";
const ours = /滨江区奥体中心亚运配套综合管廊二期工程/;

test("an admin says where a project's hours go and who is who, and its manager has a task made there", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  await open("#/me");
  await page.getByRole("navigation").waitFor();
  await connect(page);

  await open(`#/manage/target/${target}/projects`);
  await page.getByRole("button", { name: ours }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("searchbox").fill("site-2");
  await sheet.getByRole("button", { name: "送到这里" }).nth(1).waitFor();
  await sheet.getByRole("button", { name: /^项目2 site-2/ }).click();
  await sheet.getByRole("button", { name: "撤销" }).click();
  await sheet.getByText("那边的项目", { exact: true }).waitFor();
  await sheet.getByRole("button", { name: /^项目1 site-1/ }).click();
  await sheet.getByRole("button", { name: "选一个任务" }).click();
  await sheet.getByRole("button", { name: /^工序12 / }).click({ timeout: 60_000 });
  await sheet.getByText("没说任务的工时记在 工序12").waitFor();
  expect(await destinations(page)).toEqual([["1", "12"]]);
  await sheet.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("radio", { name: "选好了 1" }).check();
  await page.getByRole("button", { name: /工时去 项目1/ }).waitFor();
  await wellMade(page);

  await open(`#/manage/target/${target}/people`);
  await page.getByRole("radio", { name: /没对上/ }).check();
  await page.locator("main li button").first().click();
  await sheet.getByRole("searchbox").fill("王建国");
  await sheet.getByRole("button", { name: "是这个人" }).click();
  await page.getByRole("button", { name: "撤销" }).waitFor();
  await page.getByRole("radio", { name: /对上了/ }).check();
  await page.getByRole("button", { name: /王建国/ }).waitFor();
  await wellMade(page);

  await start(page);
  await makeTask();
  await page.evaluate((id) => fetch(`/api/targets/${id}`, { method: "DELETE" }), target);
  await context.close();
}, 240_000);

async function makeTask(): Promise<void> {
  const { page, context, open } = await phoneOf(browser, "wang003");
  await open("#/team/projects/GL2B/tasks");
  await page.getByText("工时会去 公司 Redmine · 项目1").waitFor();
  await page.getByRole("button", { name: "建任务" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "建到那边" }).click();
  await sheet.getByText("写上要做什么").waitFor();
  await sheet.getByLabel("要做什么").fill("三层砌墙");
  await sheet.getByLabel("哪天做完，可以不定").fill("2026-09-30");
  await sheet.getByRole("button", { name: "建到那边" }).click();
  await page.getByText("三层砌墙").waitFor();
  await page.getByText("建好了").waitFor({ timeout: 60_000 });
  await wellMade(page);
  await context.close();
}

async function connect(page: Page): Promise<void> {
  const { address, key } = inject("redmine");
  const settings = { address, key, activity: "9" };
  await write(page, "POST", "/api/targets", { id: target, kind: "redmine", name: "公司 Redmine", settings });
  await write(page, "POST", `/api/targets/${target}/runs`, { kind: "read" });
  await expect.poll(() => lastRun(page), { timeout: 60_000, interval: 1_000 }).toBe("done");
}

async function start(page: Page): Promise<void> {
  const { version } = await call<{ version: number }>(page, `/api/targets/${target}`);
  await write(page, "PATCH", `/api/targets/${target}`, { version, state: "on" });
}

async function lastRun(page: Page): Promise<string | undefined> {
  const { runs } = await call<{ runs: { state: string }[] }>(page, `/api/targets/${target}/runs`);
  return runs[0]?.state;
}

async function destinations(page: Page) {
  const path = "/api/projects/GL2B/destinations";
  const answer = await call<{ destinations: { remoteProject: string; remoteTask: string | null }[] }>(page, path);
  return answer.destinations.map(({ remoteProject, remoteTask }) => [remoteProject, remoteTask]);
}

function write(page: Page, method: "POST" | "PATCH", path: string, body: object): Promise<number> {
  return page.evaluate(
    async ({ address, ...asked }) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(address, { ...asked, headers })).status;
    },
    { address: path, method, body: JSON.stringify(body) },
  );
}

async function wellMade(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250);
    expect(await seriousIn(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowIn(page)).toBe(0);
  await page.setViewportSize({ width: 375, height: 812 });
  await page.emulateMedia({ colorScheme: "light" });
}
