import { afterEach, expect, test, vi } from "vitest";
import { api } from "./api.ts";

afterEach(() => vi.unstubAllGlobals());

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

/** A server that knows nobody. */
function server(): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    if (path === "/api/settings") return json(200, { corpId: "c", clientId: "k", agentId: null, punchUrl: "" });
    return json(401, { code: "session-missing", status: 401 });
  });
  return asked;
}

test("outside DingTalk nobody can sign in silently", async () => {
  server();
  await expect(api.session()).rejects.toMatchObject({ code: "session-missing", status: 401 });
});

test("all who find the session missing at once ask for one sign-in", async () => {
  const asked = server();
  await Promise.allSettled([api.today(), api.projects(), api.team("2026-09-17")]);
  expect(asked.filter((one) => one === "GET /api/settings")).toHaveLength(1);
  expect(asked).toContain("GET /api/team?date=2026-09-17");
});

test("ids are written so that they stay one part of the address", async () => {
  const asked = server();
  await api.project("p/1").catch(() => undefined);
  expect(asked[0]).toBe("GET /api/projects/p%2F1");
});
