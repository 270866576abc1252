import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { call, control, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Found {
  readonly differences: readonly { readonly person: { readonly id: string }; readonly reason: string | null }[];
}

test("hr compares with DingTalk's report, sees both sides of what differs, leaves it so and takes that back", async () => {
  const { page, context, open } = await phoneOf(browser, "chen007");
  await open("#/manage/difference");
  await page.getByRole("button", { name: "现在核对" }).click();
  const sheet = page.getByRole("dialog");
  const workDate = await sheet.getByLabel("到哪一天").inputValue();
  await control("report-difference", { userId: "li002", column: "late_minute", workDate, add: 25 });
  await sheet.getByText(/约用 [\d,]+ 次钉钉调用/).waitFor();
  await sheet.getByRole("button", { name: "核对这 7 天" }).click();
  await sheet.getByText("排上了").waitFor();

  const found = (state: string) =>
    call<Found>(page, `/api/differences?state=${state}&from=${workDate}&to=${workDate}`).then(({ differences }) =>
      differences.filter(({ person }) => person.id === "li002"),
    );
  await expect.poll(() => found("open"), { timeout: 60_000 }).toHaveLength(1);
  await open("#/manage/difference");
  await page.reload();
  await page.getByRole("button", { name: /李娜 晚到/ }).click();
  await sheet.getByText("迟到时长", { exact: true }).waitFor();
  expect(await sheet.locator(".difference-both").textContent()).toMatch(/我们\d+ 分钉钉\d+ 分/);
  await sheet.getByRole("button", { name: "报表还没更新" }).click();
  await sheet.getByRole("button", { name: "就这样", exact: true }).click();
  await page.getByRole("button", { name: "撤销" }).waitFor();
  expect(await found("accepted")).toMatchObject([{ reason: "报表还没更新" }]);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(() => found("open")).toHaveLength(1);
  await fetch(`${inject("simulator")}/_simulator/report-difference`, { method: "DELETE" });
  await context.close();
}, 120_000);
