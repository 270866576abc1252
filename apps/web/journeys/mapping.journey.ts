import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { overflowIn, seriousIn } from "./fault.ts";
import { call, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Mapping {
  readonly version: number;
  readonly rules: readonly { readonly to: string; readonly from: string; readonly table: unknown }[];
}

/** A write of the page's own session. */
function write(page: Page, method: string, path: string, body?: unknown): Promise<number> {
  return page.evaluate(
    async ([how, address, content]) => {
      const headers = { "content-type": "application/json" };
      const sent = content === null ? {} : { headers, body: content };
      return (await fetch(address, { method: how, ...sent })).status;
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
}

async function faultsIn(page: Page, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250);
    faults.push(...(await seriousIn(page)).map((fault) => `${where} ${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 700 });
  const over = await overflowIn(page);
  if (over > 0) faults.push(`${where}: ${over} px wider than a phone of 320 px`);
  await page.setViewportSize({ width: 375, height: 812 });
  return faults;
}

test("an admin says what fills a field by tapping, sees it, saves it, takes it back and goes back to it", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open("#/manage/target");
  const id = randomUUID();
  const settings = { ...inject("redmine") };
  expect(await write(page, "POST", "/api/targets", { id, kind: "redmine", name: "公司 Redmine", settings })).toBe(201);
  const held = () => call<Mapping>(page, `/api/targets/${id}/mapping`);
  await open(`#/manage/target/${id}/mapping`);
  await page.getByText("现在按默认的写").waitFor();
  const faults = await faultsIn(page, "fields");

  await page.getByRole("button", { name: /^注释/ }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "去掉 加班" }).click();
  await sheet.getByRole("button", { name: /^姓名/ }).click();
  faults.push(...(await faultsIn(page, "a text")));
  await sheet.getByRole("button", { name: "改好了" }).click();
  await page.getByRole("button", { name: /^活动/ }).click();
  await sheet.getByRole("radio", { name: "对照表" }).click();
  await sheet.getByLabel("来处").selectOption({ label: "岗位" });
  await sheet.getByLabel("岗位是 项目经理 PM").selectOption({ label: "设计" });
  await sheet.getByLabel("其余的写").selectOption({ label: "施工" });
  faults.push(...(await faultsIn(page, "a table")));
  await sheet.getByRole("button", { name: "改好了" }).click();
  await page.getByRole("button", { name: "存为版本 1" }).click();
  await sheet.getByText("改了 2 项").waitFor();
  await sheet.getByRole("button", { name: "存为版本 1" }).click();
  await page.getByText("存成了版本 1").waitFor();
  const saved = await held();
  expect(saved.version).toBe(1);
  expect(saved.rules.find(({ to }) => to === "note")?.from).toBe("{project.short} · {place} · {person.name}");
  expect(saved.rules.find(({ to }) => to === "activity")?.table).toMatchObject({ rows: { PM: expect.any(String) } });

  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByText("版本 2，").waitFor();
  await page.getByRole("button", { name: "历史版本" }).click();
  await sheet.getByText("回到默认的写法").waitFor();
  faults.push(...(await faultsIn(page, "versions")));
  await sheet.getByRole("button", { name: "回到这一版" }).first().click();
  await sheet.getByRole("button", { name: "回到这一版" }).first().click();
  await page.getByText("回到了那一版，存成版本 3").waitFor();
  expect(await held()).toMatchObject({ version: 3, rules: saved.rules });

  expect(await write(page, "DELETE", `/api/targets/${id}`)).toBe(204);
  await context.close();
  expect(faults).toEqual([]);
}, 180_000);
