import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { overflowIn, seriousIn } from "./fault.ts";
import { phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Some two dozen screens one after the other, on a machine that may be busy. */
const patience = 300_000;

const screens = [
  ["zhao001", "#/today"],
  ["guo005", "#/today"],
  ["zhao001", "#/today/split"],
  ["zhao001", "#/hours"],
  ["guo005", "#/hours/2026-09-16"],
  ["chen007", "#/team"],
  ["wang003", "#/team/projects/GL2B"],
  ["wang003", "#/team/projects/GL2B/visits"],
  ["wang003", "#/team/approvals"],
  ["chen007", "#/manage"],
  ["admin012", "#/manage/calendar"],
  ["chen007", "#/manage/people/overtime"],
  ["qian011", "#/manage/people/rates"],
  ["admin012", "#/manage/people/accounts"],
  ["admin012", "#/manage/people/accounts/rules"],
  ["admin012", "#/manage/people/tokens"],
  ["chen007", "#/manage/people/positions"],
  ["chen007", "#/manage/people/positions/people"],
  ["admin012", "#/manage/policy"],
  ["admin012", "#/manage/connection"],
  ["admin012", "#/manage/connection/calls"],
  ["admin012", "#/manage/connection/runs"],
  ["admin012", "#/manage/connection/scopes"],
  ["chen007", "#/manage/difference"],
  ["admin012", "#/manage/difference/2026-09-15/zhao001/late"],
  ["admin012", "#/manage/project-form"],
  ["admin012", "#/manage/project-form/PROC-SIMULATOR-PROJECT"],
  ["chen007", "#/manage/period"],
  ["qian011", "#/manage/period/2026-08/sheet"],
  ["zhao001", "#/me"],
] as const;

test.for([false, true])(
  "no screen has a serious fault of accessibility or a second scroll bar, dark %s",
  { timeout: patience },
  async (dark) => {
    const faults: string[] = [];
    for (const [person, hash] of screens) {
      const { page, context, open } = await phoneOf(browser, person, { dark });
      await open(hash);
      await page.getByRole("main").waitFor();
      await page.waitForLoadState("networkidle");
      faults.push(...(await seriousIn(page)).map((fault) => `${hash}: ${fault}`));
      await page.setViewportSize({ width: 320, height: 700 });
      const over = await overflowIn(page);
      if (over > 0) faults.push(`${hash}: ${over} px wider than a phone of 320 px`);
      await context.close();
    }
    expect(faults).toEqual([]);
  },
);

test("every screen has its English", { timeout: patience }, async () => {
  for (const [person, hash] of screens) {
    const { page, context, open } = await phoneOf(browser, person, { english: true });
    await open(hash);
    await page.getByRole("main").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    const words = await page.locator("nav").first().textContent();
    expect(words).not.toMatch(/今天|工时|团队|我的/);
    await context.close();
  }
});
