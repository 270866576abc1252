import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const waiting = (page: Parameters<typeof call>[0]) => call<{ count: number }>(page, "/api/approvals/count");

test("a manager looks at one exception and clears all others of forty people in under ten taps, then takes it back", async () => {
  const wang = await phoneOf(browser, "wang003");
  const { page } = wang;
  await wang.open("#/team/approvals");
  await page.getByText(/条没有异常，已自动通过/).waitFor();
  const { count } = await waiting(page);
  expect(count).toBeGreaterThan(10);
  await page.getByRole("heading", { name: `${count} 件要你看` }).waitFor();
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);

  let taps = 0;
  const tap = async (role: "button" | "checkbox", name: RegExp | string, inside: "page" | "dialog" = "page") => {
    taps += 1;
    const place = inside === "page" ? page : page.getByRole("dialog");
    await place.getByRole(role, { name }).first().click();
  };
  await tap("button", /计入和班次差得多/);
  await page.getByRole("dialog").getByText("打卡", { exact: false }).first().waitFor();
  await tap("button", "退回，说明原因", "dialog");
  await tap("button", "时间不对", "dialog");
  await tap("button", "退回这 1 件", "dialog");
  await page.getByText("1 件已退回").waitFor();
  await tap("checkbox", `全选 ${count - 1} 件`);
  await tap("button", new RegExp(`同意这 ${count - 1} 件`));
  await page.getByText("都看完了").last().waitFor();
  expect(taps).toBeLessThan(10);
  await page.getByText(/已保存 \d\d:\d\d/).waitFor();
  expect((await waiting(page)).count).toBe(0);

  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("heading", { name: `${count - 1} 件要你看` }).waitFor();
  expect((await waiting(page)).count).toBe(count - 1);
  await wang.context.close();
});
