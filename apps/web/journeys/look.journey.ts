import type { Browser, Page } from "playwright-core";
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
  ["admin012", "#/manage/target"],
  ["admin012", "#/manage/target/new"],
  ["admin012", "#/manage/target/new/redmine"],
  ["admin012", "#/manage/target/hooks"],
  ["admin012", "#/manage/target/keys"],
  ["chen007", "#/manage/period"],
  ["qian011", "#/manage/period/2026-08/sheet"],
  ["zhao001", "#/me"],
] as const;

/** Everybody with the screens they are shown, each on one phone. */
const people = [...new Set(screens.map(([person]) => person))].map((person) => ({
  person,
  hashes: screens.filter(([one]) => one === person).map(([, hash]) => hash),
}));

/** Waits until the place is there with its data: a room that is loaded comes first, then what it asks for. */
async function settle(page: Page, hash: string): Promise<void> {
  await page.waitForURL((url) => url.hash === hash);
  await page.getByRole("main").waitFor();
  await page.waitForTimeout(300);
  await page.waitForFunction(() => document.querySelector("main .td-skeleton") === null);
}

test.for(people)(
  "no screen of $person has a serious fault of accessibility, light or dark, or a second scroll bar",
  { timeout: patience },
  async ({ person, hashes }) => {
    const faults: string[] = [];
    const { page, context, open } = await phoneOf(browser, person);
    // Colours that are still on their way from light to dark are nobody's.
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const hash of hashes) {
      await open(hash);
      await settle(page, hash);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(250);
        faults.push(...(await seriousIn(page)).map((fault) => `${hash} ${colorScheme}: ${fault}`));
      }
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 320, height: 700 });
      const over = await overflowIn(page);
      if (over > 0) faults.push(`${hash}: ${over} px wider than a phone of 320 px`);
      await page.setViewportSize({ width: 375, height: 812 });
    }
    await context.close();
    expect(faults).toEqual([]);
  },
);

test.for(people)("every screen of $person has its English", { timeout: patience }, async ({ person, hashes }) => {
  const { page, context, open } = await phoneOf(browser, person, { english: true });
  for (const hash of hashes) {
    await open(hash);
    await page.getByRole("main").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    const words = await page.locator("nav").first().textContent();
    expect(words).not.toMatch(/今天|工时|团队|我的/);
  }
  await context.close();
});
