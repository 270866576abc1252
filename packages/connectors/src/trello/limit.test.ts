import { expect, it } from "vitest";
import { openDoor, sessionOf } from "../testing-town.ts";
import { trello } from "./connector.ts";
import { openTrello } from "./testing-trello.ts";

function answerWith(response: () => Response) {
  const town = openTrello();
  const door = openDoor(town);
  door.failNext(response);
  return sessionOf(trello, town.settings, door.fetch).check();
}

it("each limit is told by its name with the time it counts over", async () => {
  const waits = [
    ["API_KEY_LIMIT_EXCEEDED", 10_000],
    ["API_TOKEN_LIMIT_EXCEEDED", 10_000],
    ["API_TOKEN_DB_LIMIT_EXCEEDED", 10_000],
    ["MEMBER_LIMIT_EXCEEDED", 900_000],
  ] as const;
  for (const [error, retryAfterMs] of waits) {
    const body = { error, message: "Rate limit exceeded" };
    const refused = { kind: "throttled", code: error, retryAfterMs };
    await expect(answerWith(() => Response.json(body, { status: 429 }))).rejects.toMatchObject(refused);
  }
});

it("a limit without a name is told by the headers, and one without those by the usual window", async () => {
  const headers = { "x-rate-limit-api-key-remaining": "0", "x-rate-limit-api-key-interval-ms": "4000" };
  const told = answerWith(() => new Response("Rate limit exceeded", { status: 429, headers }));
  await expect(told).rejects.toMatchObject({ kind: "throttled", code: "429", retryAfterMs: 4000 });
  const untold = answerWith(() => new Response("", { status: 429 }));
  await expect(untold).rejects.toMatchObject({ kind: "throttled", retryAfterMs: 10_000 });
});

it("errors in plain text are told apart by what has to change", async () => {
  const errors = [
    [401, "invalid key", "credentials"],
    [401, "invalid token", "credentials"],
    [401, "unauthorized permission requested", "permission"],
    [400, "invalid id", "not-found"],
    [400, "invalid value for idList", "invalid"],
    [404, "The requested resource was not found.", "not-found"],
  ] as const;
  for (const [status, text, kind] of errors) {
    await expect(answerWith(() => new Response(text, { status }))).rejects.toMatchObject({ kind });
  }
});

it("four answers to who we are: not configured, not found, broken, found", async () => {
  expect(() => sessionOf(trello, {}, openTrello().fetch)).toThrow("invalid (setting-missing)");
  await expect(answerWith(() => new Response("Not Found", { status: 404 }))).rejects.toMatchObject({
    kind: "not-found",
  });
  await expect(answerWith(() => new Response("upstream"))).rejects.toMatchObject({ kind: "unreadable" });
  const town = openTrello();
  const check = await sessionOf(trello, town.settings, town.fetch).check();
  expect(check).toMatchObject({ account: { name: "对接账号" }, problems: ["people-by-name-only"] });
});
