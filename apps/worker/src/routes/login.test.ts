import { createSimulator } from "@today/simulator/simulator";
import { expect, test } from "vitest";
import type { Problem, Session } from "../contract.ts";
import type { Env } from "../env.ts";
import { type House, openHouse } from "../testing.ts";

/** A house beside a pretend DingTalk, and a browser's jar of cookies. */
async function furnish(env: Partial<Env> = {}) {
  const ready: { answer?: (request: Request) => Promise<Response> } = {};
  const fetch = async (request: Request) => (await ready.answer?.(request)) ?? new Response(null, { status: 503 });
  const house = await openHouse({ fetch, env: { DINGTALK_LOGIN_BASE: "http://login.test", ...env } });
  const app = { corpId: house.id, appKey: "dingkey", appSecret: "secret" };
  const simulator = createSimulator({ people: 12, start: "2026-09-17T13:30:00+08:00", app });
  ready.answer = (request) => simulator.fetch(request);
  return { house, simulator, browser: browserOf(house), means: ready };
}

function browserOf(house: House) {
  const jar = new Map<string, string>();
  const headers = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") });
  return {
    jar,
    async go(path: string, accept = "text/html") {
      const response = await house.request(path, { headers: { ...headers(), accept } });
      for (const header of response.headers.getSetCookie()) {
        const [pair = ""] = header.split(";");
        const at = pair.indexOf("=");
        if (/Max-Age=0/.test(header)) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return response;
    },
  };
}

type Scene = Awaited<ReturnType<typeof furnish>>;

/** Where DingTalk's page sends a browser back to, once somebody was chosen there; nobody is a refusal. */
async function choose({ simulator }: Scene, page: Response, person: string): Promise<string> {
  const url = new URL(page.headers.get("location") ?? "");
  expect(url.origin).toBe("http://login.test");
  url.searchParams.set("person", person);
  const chosen = await simulator.fetch(new Request(`http://sim.test${url.pathname}${url.search}`));
  const back = new URL(chosen.headers.get("location") ?? "");
  return back.pathname + back.search;
}

const target = (response: Response) => [response.status, response.headers.get("location")];

test("a browser goes to DingTalk, comes back, has a session and is where it wanted to be", async () => {
  const scene = await furnish();
  const { browser, house } = scene;
  const page = await browser.go("/api/login?returnTo=%2Fteam%3Fdate%3D2026-09-17");
  expect(page.status).toBe(302);
  expect(page.headers.get("set-cookie")).toMatch(
    /^today_login=.*; Max-Age=600; Path=\/api\/login; HttpOnly; SameSite=Lax$/,
  );
  const asked = new URL(page.headers.get("location") ?? "").searchParams;
  expect(asked.get("redirect_uri")).toBe("http://today.test/api/login/callback");
  expect(asked.get("state")?.length).toBeGreaterThan(30);
  const back = await browser.go(await choose(scene, page, "zhao001"));
  expect(target(back)).toEqual([302, "/#/team?date=2026-09-17"]);
  expect([...browser.jar.keys()]).toEqual(["today_session"]);
  const { body } = await house
    .holding(`today_session=${browser.jar.get("today_session")}`)
    .call<Session>("GET", "/api/session");
  expect(body.person).toEqual({ id: "zhao001", name: "赵磊", roles: ["employee"] });
});

test("behind a proxy the address of the settings is given, and cookies travel by https only", async () => {
  const { browser } = await furnish({ PUBLIC_URL: "https://today.example.com" });
  const page = await browser.go("/api/login");
  const asked = new URL(page.headers.get("location") ?? "").searchParams;
  expect(asked.get("redirect_uri")).toBe("https://today.example.com/api/login/callback");
  expect(page.headers.get("set-cookie")).toContain("; Secure");
});

test("a return that this browser did not ask for is refused, and so is a second one and one that took too long", async () => {
  const scene = await furnish();
  const { browser, house } = scene;
  const refused = async (path: string, with_ = browser) => {
    const response = await with_.go(path, "application/json");
    expect([...with_.jar.keys()]).not.toContain("today_session");
    return [response.status, (await response.json<Problem>()).code];
  };
  const invalid = [401, "state-invalid"];
  const back = await choose(scene, await browser.go("/api/login"), "zhao001");
  expect(await refused(back, browserOf(house))).toEqual(invalid);
  expect(await refused(back.replace(/state=[^&]*/, "state=another"))).toEqual(invalid);
  expect(await refused(back)).toEqual(invalid);
  const late = await choose(scene, await browser.go("/api/login"), "zhao001");
  house.now += 600_000;
  expect(await refused(late)).toEqual(invalid);
  house.now -= 600_000;
  const forged = await choose(scene, await browser.go("/api/login"), "zhao001");
  browser.jar.set("today_login", "forged.abc");
  expect(await refused(forged)).toEqual(invalid);
  expect(await refused("/api/login/callback?authCode=x&state=y")).toEqual(invalid);
});

test("who declined, brings a wrong code, is a stranger or has left is told so", async () => {
  const scene = await furnish();
  const { browser, simulator, house, means } = scene;
  const outcome = async (person: string, change = (path: string) => path) => {
    const back = change(await choose(scene, await browser.go("/api/login"), person));
    const said = target(await browser.go(back));
    expect([...browser.jar.keys()]).toEqual([]);
    return said[1];
  };
  expect(await outcome("")).toBe("/?login=login-declined#/today");
  const wrong = (path: string) => path.replace(/authCode=[^&]*/, "authCode=wrong");
  expect(await outcome("zhao001", wrong)).toBe("/?login=code-invalid#/today");
  const answer = means.answer;
  const change = (pattern: RegExp, body: object) => {
    means.answer = async (request) =>
      pattern.test(request.url) ? Response.json(body) : ((await answer?.(request)) ?? new Response());
  };
  change(/userAccessToken/, { accessToken: "t", expireIn: 7200, corpId: "ding-another" });
  expect(await outcome("zhao001")).toBe("/?login=not-of-this-company#/today");
  change(/getbyunionid/, { errcode: 60121, errmsg: "找不到该用户" });
  expect(await outcome("zhao001")).toBe("/?login=not-of-this-company#/today");
  const left = "insert into person (company_id, id, union_id, name, active) select ?1, 'zhao001', ?2, '赵磊', 0";
  const unionId = simulator.world.person("zhao001")?.unionId ?? "";
  await house.db.batch([house.db.prepare(left, house.id, unionId)]);
  expect(await outcome("zhao001")).toBe("/?login=left#/today");
  means.answer = async () => new Response("down", { status: 500 });
  expect(await outcome("zhao001")).toBe("/?login=dingtalk-unavailable#/today");
});

test("nobody is sent anywhere but to a route of the page", async () => {
  const { browser } = await furnish();
  for (const returnTo of ["//evil.test", "https://evil.test", "/\\evil.test", "today", "/a b", "/<script>"]) {
    const { status } = await browser.go(`/api/login?returnTo=${encodeURIComponent(returnTo)}`, "application/json");
    expect(status, returnTo).toBe(400);
  }
});
