import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { overflowIn, seriousIn } from "./fault.ts";
import { call, control, phoneOf, startBrowser, today } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const ours = /滨江区奥体中心亚运配套综合管廊二期工程/;
const busy = { timeout: 60_000 };

test("an admin links a person's hours to a Redmine, sends them, and mends what was changed there", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  const sheet = page.getByRole("dialog");
  const target = await connect(page, open);
  await sinceLastWeek(page);

  await open(`#/manage/target/${target}/projects`);
  await page.getByRole("button", { name: ours }).click();
  await sheet.getByRole("searchbox").fill("site-1");
  await sheet.getByRole("button", { name: /^项目1 site-1/ }).click();
  await page.getByText("选好了 1").waitFor();

  const held = await heldOf(page, target);
  await open(`#/manage/target/${target}/worklogs/held`);
  await page.getByRole("heading", { name: "为什么搁着" }).waitFor();
  await page.getByText(held.person.name).first().waitFor();
  await wellMade(page);
  await page.getByRole("link", { name: "去人员对应" }).first().click();
  await page.getByRole("radio", { name: /没对上/ }).check();
  await page.getByRole("button", { name: /伟 李/ }).click();
  await sheet.getByRole("searchbox").fill(held.person.name);
  await sheet.getByRole("button", { name: "是这个人" }).first().click();
  await page.getByRole("button", { name: "撤销" }).waitFor();

  await open(`#/manage/target/${target}/worklogs`);
  await page.getByText("开始推送以后推").first().waitFor(busy);
  await page.getByRole("link", { name: "去开始推送" }).click();
  await page.getByRole("button", { name: "开始推送" }).click();
  await page.getByRole("link", { name: "看每一条" }).click();
  await page
    .getByText(/04:00 推/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "现在推" }).click();
  await sheet.getByText(/马上发到/).waitFor();
  await sheet.getByRole("button", { name: /^推 \d+ 条$/ }).click();
  await sheet.getByText(/条在路上/).waitFor();
  await sheet.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("radio", { name: /^在那边/ }).check();
  await page.getByText(/送到$/).first().waitFor(busy);

  await compareAndMend(page, { target, month: held.date.slice(0, 7), open });
  await look(page, target, held.date.slice(0, 7));
  await page.evaluate((id) => fetch(`/api/targets/${id}`, { method: "DELETE" }), target);
  await context.close();
}, 420_000);

type Open = (hash: string) => Promise<void>;

async function connect(page: Page, open: Open): Promise<string> {
  const { address, key } = inject("redmine");
  await open("#/manage/target/new/redmine");
  await page.getByLabel("Redmine 地址").fill(address);
  await page.getByLabel("API 访问键").fill(key);
  await page.getByRole("button", { name: "试一下" }).click();
  await page.getByText("连得上，账号是 管理 员").waitFor();
  await page.getByLabel("活动").selectOption({ label: "施工" });
  await page.getByLabel("名字").fill("公司 Redmine");
  await page.getByRole("button", { name: "接上" }).click();
  await page.getByText("项目 130").waitFor(busy);
  const { targets } = await call<{ targets: { id: string }[] }>(page, "/api/targets");
  return targets[0]?.id ?? "";
}

async function sinceLastWeek(page: Page): Promise<void> {
  const day = new Date(`${await today(page)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 7);
  await page.getByRole("button", { name: "设置" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("从哪天的工时起").fill(day.toISOString().slice(0, 10));
  await sheet.getByRole("button", { name: "存下" }).click();
  await sheet.waitFor({ state: "hidden" });
}

interface Row {
  readonly date: string;
  readonly person: { readonly name: string };
}

/** The last of the hours that wait for somebody to say whose they are. */
async function heldOf(page: Page, target: string): Promise<Row> {
  const read = () => call<{ worklogs: Row[] }>(page, `/api/targets/${target}/worklogs?state=held`);
  await expect.poll(async () => (await read()).worklogs.length, { ...busy, interval: 1_000 }).toBeGreaterThan(0);
  const found = (await read()).worklogs.at(-1);
  if (found === undefined) throw new Error("Nothing is held.");
  return found;
}

async function compareAndMend(page: Page, { target, month, open }: { target: string; month: string; open: Open }) {
  await open(`#/manage/target/${target}/comparison/${month}`);
  await page.getByText("这个月还没有读过那边").waitFor();
  await read(page, "读那边", /两边一样，\d+h\d\d/);

  const hours = await changeThere();
  await read(page, "再读一次", "1 条不一样");
  const row = page.locator(".comparison-row");
  await row.getByText("那边改了").waitFor();
  await row.getByText(hours).first().waitFor();
  await wellMade(page);
  await row.getByRole("button", { name: /改成我们的/ }).click();
  await row.waitFor({ state: "detached", ...busy });
  await read(page, "再读一次", /两边一样，\d+h\d\d/);
}

/** Presses the button when it may be pressed and waits for the month to be told so. What runs before may wait for the clock, which stands still. */
async function read(page: Page, name: string, told: string | RegExp): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  const isFree = async () => {
    await control("clock", { advanceMinutes: 1 });
    return button.isEnabled();
  };
  await expect.poll(isFree, { timeout: 180_000, interval: 3_000 }).toBe(true);
  await button.click();
  await page.getByText(told).first().waitFor(busy);
}

/** Changes one of ours at the other system and tells how long it is there now. */
async function changeThere(): Promise<string> {
  const { address, key } = inject("redmine");
  const headers = { "X-Redmine-API-Key": key, "content-type": "application/json" };
  const listed = await fetch(`${address}/time_entries.json?limit=100`, { headers });
  const { time_entries: entries } = (await listed.json()) as { time_entries: { id: number; comments: string }[] };
  const one = entries.find(({ comments }) => comments.includes("[wk:"));
  const body = JSON.stringify({ time_entry: { hours: 1.75 } });
  const changed = await fetch(`${address}/time_entries/${one?.id}.json`, { method: "PUT", headers, body });
  expect(changed.status).toBe(204);
  return "1h45";
}

/** Finance looks at a month and has nothing to press there but the way to other months. */
async function look(page: Page, target: string, month: string): Promise<void> {
  await wellMade(page);
  const finance = await phoneOf(browser, "qian011", { desk: true });
  await finance.open(`#/manage/target/${target}/comparison/${month}`);
  await finance.page.getByText(/两边一样/).waitFor();
  await finance.page.getByText("只能看；要改，找管理员").waitFor();
  expect(await finance.page.getByRole("button", { name: "再读一次" }).count()).toBe(0);
  expect(await seriousIn(finance.page)).toEqual([]);
  await finance.context.close();
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
