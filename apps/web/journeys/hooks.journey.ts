import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { overflowIn, seriousIn } from "./fault.ts";
import { call, phoneOf, startBrowser } from "./phone.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => browser.close());

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Receiver {
  readonly server: Server;
  readonly url: string;
  readonly got: Got[];
  status: number;
}

/** Another program that takes what it is sent, and answers as it is told to. */
async function openReceiver(): Promise<Receiver> {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      got.push({ headers: request.headers, text: Buffer.concat(parts).toString() });
      response.writeHead(receiver.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = { server, url: `http://127.0.0.1:${port}/today`, got, status: 200 };
  return receiver;
}

/** What a receiver does with the secret: the message, if it is from here. The time is the simulator's, which stands in the past. */
function verified({ headers, text }: Got, secret: string): { type: string; data: object } {
  vi.useFakeTimers({ toFake: ["Date"], now: Number(headers["webhook-timestamp"]) * 1000 });
  const message = new Webhook(secret).verify(text, headers as Record<string, string>);
  vi.useRealTimers();
  return message as { type: string; data: object };
}

const faultsOf = async (page: Page) => [...(await seriousIn(page)), await overflowIn(page)];

test("an admin has another program told what happens, sees every delivery, sends one again, and parts with it", async () => {
  const receiver = await openReceiver();
  const { page, context, open } = await phoneOf(browser, "admin012");
  const dialog = page.getByRole("dialog");
  await open("#/manage/target/hooks");
  await page.getByRole("button", { name: "加一个推送地址" }).click();
  await dialog.getByLabel("名字").fill("数据平台");
  await dialog.getByRole("textbox", { name: /^地址/ }).fill(receiver.url);
  await dialog.getByRole("checkbox", { name: "一天结清" }).check();
  await dialog.getByRole("checkbox", { name: "工时改了" }).check();
  await dialog.getByRole("button", { name: "开始推送" }).click();
  const secret = (await dialog.locator("code").textContent()) ?? "";
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole("button", { name: "复制好了，关掉" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await page.content()).not.toContain(secret);

  await page.getByRole("link", { name: /数据平台/ }).click();
  await page.getByRole("button", { name: "现在试发一条" }).click();
  await page.getByText("收到了，对方回答 200").waitFor();
  expect(verified(receiver.got[0] as Got, secret).type).toBe("hook.tested");

  await changeDay("guo005", "2026-09-15");
  await expect.poll(() => receiver.got.length, { timeout: 60_000 }).toBeGreaterThan(1);
  const told = receiver.got.slice(1).map((got) => verified(got, secret));
  expect(told).toContainEqual(
    expect.objectContaining({ data: expect.objectContaining({ personId: "guo005", date: "2026-09-15" }) }),
  );
  expect(JSON.stringify(told)).not.toContain("郭");

  await page.reload();
  const rows = page.getByRole("listitem").filter({ has: page.getByText(/^evt_/) });
  await rows
    .filter({ hasText: /一天结清|工时改了/ })
    .getByText("送到了")
    .first()
    .waitFor();
  const before = receiver.got.length;
  await rows.getByRole("button", { name: /^再送 .* 试发$/ }).click();
  await expect.poll(() => receiver.got.length, { timeout: 60_000 }).toBeGreaterThan(before);
  const again = receiver.got.at(-1) as Got;
  expect(again.headers["webhook-id"]).toBe(receiver.got[0]?.headers["webhook-id"]);
  expect(await faultsOf(page)).toEqual([0]);

  await page.getByRole("button", { name: "移除" }).click();
  await page.getByRole("button", { name: "移除，不再推送" }).click();
  await page.getByText("还没有推送地址").waitFor();
  await context.close();
  await new Promise((done) => receiver.server.close(done));
});

/** Somebody divides a day that is over otherwise, so that it is settled anew. */
async function changeDay(person: string, date: string): Promise<void> {
  const { page, context, open } = await phoneOf(browser, person);
  await open("#/hours");
  const projects = (await call<{ projects: { id: string }[] }>(page, "/api/projects?status=active")).projects;
  const status = await page.evaluate(
    async ([on, ids]) => {
      for (const projectId of ids ?? []) {
        const body = JSON.stringify({ id: crypto.randomUUID(), date: on, projectId });
        const answer = await fetch("/api/picks", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
        if (answer.ok) return answer.status;
      }
      return 0;
    },
    [date, projects.map(({ id }) => id)] as const,
  );
  expect(status).toBeGreaterThan(0);
  await context.close();
}

test("an admin makes a key for another program, which may do what it is allowed to until it is revoked", async () => {
  const { page, context, open } = await phoneOf(browser, "admin012");
  const dialog = page.getByRole("dialog");
  await open("#/manage/target/keys");
  await page.getByRole("button", { name: "新建密钥" }).click();
  await dialog.getByLabel("给哪个程序").fill("报表");
  await dialog.getByRole("checkbox", { name: /^读项目/ }).check();
  await dialog.getByRole("button", { name: "新建", exact: true }).click();
  const key = (await dialog.locator("code").textContent()) ?? "";
  const { origin } = new URL(page.url());
  const ask = async (path: string) =>
    (await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect([await ask("/v1/me"), await ask("/v1/projects"), await ask("/v1/people")]).toEqual([200, 200, 403]);
  await page.getByRole("button", { name: "复制好了，关掉" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await page.content()).not.toContain(key);
  await page.reload();
  await page.getByText("上次用").waitFor();
  expect(await faultsOf(page)).toEqual([0]);

  const docs = await context.newPage();
  const answer = await docs.goto(`${origin}${await page.getByRole("link", { name: /接口说明/ }).getAttribute("href")}`);
  expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
  await docs.getByRole("heading", { name: "错误代码 Errors" }).waitFor();
  expect(await faultsOf(docs)).toEqual([0]);

  await page.getByRole("button", { name: "撤销 报表" }).click();
  await page.getByRole("button", { name: "撤销，马上停用" }).click();
  await page.getByText("还没有密钥").waitFor();
  expect(await ask("/v1/me")).toBe(401);
  await context.close();
});
