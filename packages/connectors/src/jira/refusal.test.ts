import { expect, it } from "vitest";
import { openDoor, sessionOf } from "../testing-town.ts";
import { jiraCloud } from "./cloud.ts";
import { jiraDataCenter } from "./data-center.ts";
import { openCloud, openDataCenter } from "./testing-jira.ts";

const waits: readonly (readonly [Record<string, string>, string, number | null])[] = [
  [{ "retry-after": "7", "ratelimit-reason": "jira-burst-based" }, "burst", 7000],
  [{ "ratelimit-reason": "jira-burst-based" }, "burst", 1000],
  [{ "ratelimit-reason": "jira-per-issue-on-write" }, "issue-writes", 30_000],
  [{ "ratelimit-reason": "jira-quota-global-based" }, "quota-global", 3_600_000],
  [{ "ratelimit-reason": "jira-quota-tenant-based", "retry-after": "1847" }, "quota-tenant", 1_847_000],
  [
    { "ratelimit-reason": "jira-quota-tenant-based", "x-ratelimit-reset": "2026-09-15T02:20:00Z" },
    "quota-tenant",
    1_200_000,
  ],
  [{ "x-ratelimit-interval-seconds": "60" }, "429", 60_000],
  [{ "ratelimit-reason": "a new one", "x-ratelimit-reset": "soon" }, "429", null],
];

it.each(waits)("a refusal with %o is %s and waits as long as it says", async (headers, code, retryAfterMs) => {
  for (const [connector, town] of [
    [jiraCloud, openCloud()],
    [jiraDataCenter, openDataCenter()],
  ] as const) {
    const door = openDoor(town);
    door.failNext(() => new Response("", { status: 429, headers }));
    const call = sessionOf(connector, town.settings, door.fetch).check();
    await expect(call).rejects.toMatchObject({ kind: "throttled", code, retryAfterMs });
    expect(door.seen).toHaveLength(1);
  }
});

it("a sign-in that failed is told although the answer is fine, and so is one that waits for a captcha", async () => {
  const told = [
    [200, { "x-seraph-loginreason": "AUTHENTICATED_FAILED" }, "login-failed"],
    [403, { "x-authentication-denied-reason": "CAPTCHA_CHALLENGE; login-url=https://jira.example.com" }, "captcha"],
  ] as const;
  for (const [status, headers, code] of told) {
    const town = openDataCenter();
    const door = openDoor(town);
    door.failNext(() => Response.json([], { status, headers }));
    const call = sessionOf(jiraDataCenter, town.settings, door.fetch).listProjects?.(null);
    await expect(call).rejects.toMatchObject({ kind: "credentials", code });
  }
});
