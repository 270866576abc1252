import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

/** A person's phone: a DingTalk web view on the app's own origin, with the unmodified JS SDK in front of the simulator's bridge. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a place of the app, `#/team`; the first time the notice of one's data is read, with one tap, if it is there. */
  open(hash?: string): Promise<void>;
  /** Opens it and leaves the notice as it stands. */
  openUnread(hash?: string): Promise<void>;
}

const PHONE = { width: 375, height: 812 };
const DESK = { width: 1280, height: 800 };

/** Starts the browser that all phones of a journey run in. */
export function startBrowser(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
  return chromium.launch({ executablePath: inject("chromium"), args });
}

/** Gives somebody a phone, or a desk; `dark` follows the system. */
export async function phoneOf(
  browser: Browser,
  userId: string,
  look: { readonly dark?: boolean; readonly desk?: boolean; readonly english?: boolean } = {},
): Promise<Phone> {
  const simulator = inject("simulator");
  const userAgent = await textOf(`${simulator}/_simulator/user-agent?platform=ios`);
  const context = await browser.newContext({
    userAgent,
    viewport: look.desk ? DESK : PHONE,
    hasTouch: !look.desk,
    isMobile: !look.desk,
    locale: look.english ? "en-GB" : "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: look.dark ? "dark" : "light",
  });
  await context.addInitScript({ content: await textOf(`${simulator}/_simulator/bridge.js?user=${userId}`) });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  let hasRead = false;
  const openUnread = async (hash = "#/today") => {
    await page.goto(`${inject("app")}/?corpId=ding0simulator0001${hash}`);
  };
  return {
    page,
    context,
    openUnread,
    open: async (hash) => {
      if (hasRead) return openUnread(hash);
      const entered = page.waitForResponse((answer) => answer.url().endsWith("/api/session") && answer.ok());
      await openUnread(hash);
      const { notice } = (await (await entered).json()) as { notice: string };
      if (notice !== "answered") await readNotice(page);
      hasRead = true;
    },
  };
}

/** Taps what the notice of one's data asks for, and waits until the app is there. */
export async function readNotice(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(看过了，开始使用|Read, start)$/ }).click();
  await page.getByRole("navigation").waitFor();
}

/** One request of the simulator's control path: `control("clock", { nextMorning: true })`. */
export async function control(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${inject("simulator")}/_simulator/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The simulator refused ${path}: ${await response.text()}`);
  return response.json();
}

async function textOf(url: string): Promise<string> {
  const text = await (await fetch(url)).text();
  // The user agent is told as JSON text or as it is.
  return text.startsWith('"') ? JSON.parse(text) : text;
}

/** An answer of the API as the page's own session gets it. */
export function call<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return response.json();
  }, path);
}

/** The work date now, as the server sees it. */
export async function today(page: Page): Promise<string> {
  return (await call<{ date: string }>(page, "/api/today")).date;
}

/** The person's settled days of a range. */
export async function days(page: Page, { from, to }: { from: string; to: string }): Promise<SettledDay[]> {
  const answer = await call<{ workdays: SettledDay[] }>(page, `/api/workdays?from=${from}&to=${to}`);
  return answer.workdays;
}

/** What journeys look at of a settled day. */
interface SettledDay {
  readonly date: string;
  readonly counted: number;
  readonly unassigned: number;
  readonly over: boolean;
  readonly allocations: readonly { readonly project: string; readonly minutes: number }[];
}
