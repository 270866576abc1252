import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, control, days, phoneOf, startBrowser, today } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("one tap in the morning, a split afternoon, and next day eight hours on two projects for the employee and the manager alike", async () => {
  const zhao = await phoneOf(browser, "zhao001");
  const { page } = zhao;

  await zhao.open();
  await page.getByText("今天做这个项目？").waitFor();
  await page.getByText(/在该项目工地内，距中心 \d+ 米/).waitFor();
  await page.getByText("没点也会先按工地记在这里，随时能换").waitFor();
  await page.getByRole("button", { name: "确认，今天记这个项目" }).click();
  await page.getByText(/已保存 \d\d:\d\d/).waitFor();
  const date = await today(page);

  await control("clock", { timeOfDay: "16:40" });
  await zhao.open();
  await page.getByText("分几段", { exact: true }).click();
  await page.getByText("对半", { exact: true }).click();
  await page.getByText("有一段还没选项目").waitFor();
  await page.getByText("选项目", { exact: true }).click();
  await page.getByRole("dialog").getByText("智慧水务").first().click();
  await page.getByRole("slider").first().waitFor();
  await page.getByRole("button", { name: "保存这一天" }).click();
  await page.getByText("今天已计入").waitFor();
  await page
    .getByText(/智慧水务/)
    .first()
    .waitFor();

  await control("clock", { nextMorning: true });
  await zhao.open(`#/hours/${date}`);
  await page.getByText("计入", { exact: true }).first().waitFor();
  await page.getByText("8h00").first().waitFor();
  const [settled] = await days(page, { from: date, to: date });
  const onProjects = settled?.allocations ?? [];
  expect(settled).toMatchObject({ counted: 480, unassigned: 0, over: true });
  expect(new Set(onProjects.map(({ project }) => project)).size).toBe(2);
  expect(onProjects.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(480);

  const wang = await phoneOf(browser, "wang003");
  await wang.open(`#/team/projects/GL2B`);
  await wang.page.getByText("赵磊").first().waitFor();
  const seen = await call<{ rows: { key: string; minutes: number }[] }>(
    wang.page,
    `/api/projects/GL2B/hours?from=${date}&to=${date}&by=person`,
  );
  const his = onProjects.filter(({ project }) => project === "GL2B").reduce((sum, { minutes }) => sum + minutes, 0);
  expect(seen.rows.find(({ key }) => key === "zhao001")?.minutes).toBe(his);
  await zhao.context.close();
  await wang.context.close();
});
