import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, control, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const processCode = "PROC-SIMULATOR-PROJECT";
const values = { 项目名称: "综合管廊三期", 项目编号: "GL2B", 项目经理: ["wang003"] };

interface Approvals {
  readonly approvals: readonly { readonly state: string }[];
}

test("the admin maps the fields of a form; an approval whose code is taken is told in its own words and put aside", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  await control("approvals", { kind: "custom", userId: "li002", processCode, decide: "agree", values });
  await open("#/manage/project-form");
  await page.getByRole("button", { name: "加一张表单" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel(/表单编号/).fill(processCode);
  await sheet.getByRole("button", { name: "读这张表单" }).click();
  const chosen = (name: string) => sheet.getByLabel(name).locator("option:checked").textContent();
  await sheet.getByLabel("项目名称").waitFor();
  expect(await Promise.all(["项目名称", "负责人", "金额（元）"].map(chosen))).toEqual([
    ...["项目名称（必填）", "项目经理", "合同金额（元）"],
  ]);
  await sheet.getByRole("button", { name: "存下，通过就建项目" }).click();
  await sheet.waitFor({ state: "hidden" });

  const states = () =>
    call<Approvals>(page, "/api/project-approvals").then(({ approvals }) => approvals.map(({ state }) => state));
  await expect.poll(states, { timeout: 60_000 }).toEqual(["misfit"]);
  await page.reload();
  await page.getByText("「项目编号」“GL2B”已经有项目在用").waitFor();
  await page.getByRole("button", { name: "再读一次" }).click();
  await page.getByText("读过了").waitFor();
  await page.getByRole("button", { name: "先放着" }).click();
  await page.getByRole("button", { name: /^放着/ }).click();
  await expect.poll(states).toEqual(["dismissed"]);
  const toggle = page.getByRole("switch", { name: "立项申请" });
  await toggle.click();
  await page.locator('[role="switch"][aria-checked="false"]').waitFor();
  await context.close();
}, 120_000);
