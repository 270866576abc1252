import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { open } from "../testing.ts";

const asked: IncomingMessage[] = [];
let server: Server;
let appUrl = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const { pathname } = new URL(request.url ?? "/", "http://app");
    if (pathname === "/api/session") response.setHeader("set-cookie", ["session=a1; HttpOnly; Path=/", "theme=dark"]);
    if (pathname === "/away") return response.writeHead(302, { location: "/?there=1#/today" }).end();
    if (pathname.startsWith("/api/") || pathname.startsWith("/assets/")) {
      return response.end(JSON.stringify({ cookie: request.headers.cookie ?? null }));
    }
    response.setHeader("content-type", "text/html;charset=utf-8");
    response.setHeader("content-security-policy", "default-src 'self'");
    response.setHeader("x-frame-options", "DENY");
    response.end('<!doctype html><html><head lang="zh"><script src="/assets/app.js"></script></head></html>');
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const get = (path: string, headers: Record<string, string> = {}) =>
  open({ appUrl }).simulator.fetch(new Request(`http://simulator${path}`, { headers }));

describe("the workbench", () => {
  test("is a page with its style and scripts", async () => {
    expect(await (await get("/")).text()).toContain("模拟钉钉");
    for (const file of ["page.css", "phone.css", "panel.css", "page.js", "actions.js", "phone-frame.js"]) {
      expect((await get(`/_simulator/workbench/${file}`)).status).toBe(200);
    }
    expect((await get("/_simulator/workbench/..%2Fphone.ts")).status).toBe(404);
  });
});

describe("a phone", () => {
  test("shows the app's page with the bridge before everything else and without what forbids a frame", async () => {
    const answer = await get("/_simulator/phone/zhao001/?corpId=ding0simulator0001");
    const page = await answer.text();
    expect(page).toContain('<head lang="zh"><script src="/_simulator/bridge.js?user=zhao001&frame=1"></script>');
    expect(page).toContain('src="/_simulator/phone/zhao001/assets/app.js"');
    expect(answer.headers.get("content-security-policy")).toBeNull();
    expect(answer.headers.get("x-frame-options")).toBeNull();
    expect(asked.at(-1)?.headers["user-agent"]).toContain("DingTalk/");
    expect(asked.at(-1)?.url).toBe("/?corpId=ding0simulator0001");
  });

  test("keeps its cookies to itself and sends them again", async () => {
    const { simulator } = open({ appUrl });
    const phone = (userId: string, path: string) =>
      simulator.fetch(
        new Request(`http://simulator/_simulator/phone/${userId}/${path}`, { method: "POST", body: "{}" }),
      );
    const signedIn = await phone("zhao001", "api/session");
    expect(signedIn.headers.get("set-cookie")).toBeNull();
    expect(await (await phone("zhao001", "api/today")).json()).toEqual({ cookie: "session=a1; theme=dark" });
    expect(await (await phone("li002", "api/today")).json()).toEqual({ cookie: null });
  });

  test("follows the app's redirects within its own address", async () => {
    expect((await get("/_simulator/phone/zhao001/away")).headers.get("location")).toBe(
      "/_simulator/phone/zhao001/?there=1#/today",
    );
  });

  test("also serves what the page asks of the app's own root, and nobody else is served that", async () => {
    const referer = "http://simulator/_simulator/phone/zhao001/?corpId=x";
    expect(await (await get("/api/today", { referer })).json()).toEqual({ cookie: null });
    expect(await (await get("/assets/late.css", { "sec-fetch-site": "same-origin" })).json()).toEqual({ cookie: null });
    expect(await (await get("/assets/late.css")).json()).toMatchObject({ errcode: 404 });
  });

  test("says so when there is no app", async () => {
    const { simulator } = open();
    const nowhere = await simulator.fetch(new Request("http://simulator/_simulator/phone/zhao001/"));
    expect(nowhere.status).toBe(503);
    simulator.openApp("http://127.0.0.1:1/");
    expect((await simulator.fetch(new Request("http://simulator/_simulator/phone/zhao001/"))).status).toBe(502);
  });
});

describe("the bridge", () => {
  test("is a script that knows its person, place and clock", async () => {
    const script = await (await get("/_simulator/bridge.js?user=zhao001&place=30.1,120.2&accuracy=420&clock=1")).text();
    expect(script).toContain('"user":"zhao001"');
    expect(script).toContain('"lat":30.1,"lng":120.2,"accuracy":420');
    expect(script).toContain(`"now":${Date.parse("2026-09-17T09:02:00+08:00")}`);
    expect(() => new Function(script)).not.toThrow();
  });

  test("is for nobody else", async () => {
    expect((await get("/_simulator/bridge.js?user=nobody")).status).toBe(404);
    expect((await get("/_simulator/bridge.js?user=zhao001&place=moon")).status).toBe(400);
  });

  test("has the user agent of a phone with DingTalk", async () => {
    expect(await (await get("/_simulator/user-agent")).text()).toMatch(/iPhone.*DingTalk\/\d/);
    expect(await (await get("/_simulator/user-agent?platform=android")).text()).toMatch(/Android.*DingTalk\/\d/);
  });
});

describe("dd.config", () => {
  const url = "http://127.0.0.1:8787/?corpId=ding0simulator0001";
  const config = async (change: object = {}, algorithm = "sha256") => {
    const { simulator, control, fresh } = open();
    const { body } = await fresh("/v1.0/oauth2/jsapiTickets", {});
    const signed = `jsapi_ticket=${body.jsapiTicket}&noncestr=n1&timestamp=1789606920&url=${url}`;
    const signature = createHash(algorithm).update(signed).digest("hex");
    const { corpId, agentId } = simulator.app;
    return control("jsapi-config", {
      corpId,
      agentId,
      timeStamp: 1789606920,
      nonceStr: "n1",
      url,
      signature,
      jsApiList: [],
      ...change,
    });
  };

  test.each(["sha256", "sha1"])("is accepted with a signature of %s", async (algorithm) => {
    expect((await config({}, algorithm)).status).toBe(200);
  });

  test.each([
    [{ signature: "0" }, 52013],
    [{ url: "http://other/" }, 52013],
    [{ corpId: "dingother" }, 52010],
    [{ agentId: "1" }, 52019],
    [{ nonceStr: "" }, 52015],
    [{ timeStamp: undefined }, 52018],
  ])("is refused for %j with %i", async (change, code) => {
    expect(await config(change)).toMatchObject({ status: 400, body: { code } });
  });
});
