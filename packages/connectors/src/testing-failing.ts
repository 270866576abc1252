import { expect, it } from "vitest";
import type { Session, TaskRef } from "./connector.ts";
import { ConnectorError } from "./error.ts";
import { type Candidate, type Fault, factOf, openDoor, sessionOf } from "./testing-town.ts";

const page = "<!doctype html><title>502</title>";
const html = { headers: { "content-type": "text/html" } };
const later = "Tue, 15 Sep 2026 02:01:00 GMT";

/** Answers that no product gives when all is well, and what is made of them. */
const faults: readonly (readonly [string, Fault, readonly string[]])[] = [
  ["no answer", "lost-before", ["timeout"]],
  ["500", () => new Response(page, { status: 500, ...html }), ["busy"]],
  ["503", () => new Response("", { status: 503 }), ["busy"]],
  ["a page of HTML", () => new Response(page, html), ["unreadable"]],
  ["a page of HTML with 404", () => new Response(page, { status: 404, ...html }), ["unreadable"]],
  ["half an answer", () => new Response('{"projects":[{"id":1'), ["unreadable"]],
  ["null", () => Response.json(null), ["unreadable"]],
  ["a number", () => Response.json(7), ["unreadable"]],
  ["a redirect", () => Response.redirect("https://elsewhere.example.com/login", 302), ["refused-host"]],
  ["429", () => new Response("", { status: 429 }), ["throttled"]],
];

/** What becomes of answers that are none. */
export function provesFailing({ connector, open }: Candidate) {
  const reads: readonly (readonly [string, (session: Session, task: TaskRef) => Promise<unknown> | undefined])[] = [
    ["check", (session) => session.check()],
    ["projects", (session) => session.listProjects?.(null)],
    ["tasks", (session, { projectId }) => session.listTasks?.(projectId, { since: null, cursor: null })],
    ["members", (session, { projectId }) => session.listMembers?.(projectId, null)],
    ["hours", (session, task) => session.worklogs?.list?.(task, { from: "2026-09-01", to: "2026-09-30" }, null)],
  ];

  it.each(faults)("%s is an error of its own kind, never an empty list", async (_, fault, kinds) => {
    for (const [, read] of reads) {
      const town = open();
      const door = openDoor(town);
      door.failNext(fault);
      const error = await caught(read(sessionOf(connector, town.settings, door.fetch), town.task));
      if (error !== undefined) expect(kinds).toContain(error.kind);
    }
  });

  it("an error with status 200 is an error", async () => {
    for (const [, read] of reads) {
      for (const body of [{}, { status: "failed" }, ...open().errorBodies]) {
        const town = open();
        const door = openDoor(town);
        door.failNext(() => Response.json(body));
        await caught(read(sessionOf(connector, town.settings, door.fetch), town.task));
      }
    }
  });

  it("a wait is told as it was asked for, in seconds or until a date", async () => {
    const waits = [
      ["7", 7000],
      [later, 60_000],
    ] as const;
    for (const [header, retryAfterMs] of waits) {
      const town = open();
      const door = openDoor(town);
      door.failNext(() => new Response("", { status: 429, headers: { "retry-after": header } }));
      const error = await caught(sessionOf(connector, town.settings, door.fetch).check());
      expect(error).toMatchObject({ kind: "throttled", retryAfterMs });
    }
  });

  it("a key that is no longer good is told as such by everything", async () => {
    const town = open();
    town.revoke();
    const session = sessionOf(connector, town.settings, town.fetch);
    for (const [, read] of reads) {
      const error = await caught(read(session, town.task));
      if (error !== undefined) expect(error.kind).toBe("credentials");
    }
    const ended = await session.worklogs?.create(await factOf(town));
    if (ended !== undefined) expect(ended).toMatchObject({ kind: "failed", error: { kind: "credentials" } });
    if (session.worklogs !== undefined) {
      await expect(session.worklogs.find(await factOf(town))).rejects.toMatchObject({ kind: "credentials" });
    }
    expect(town.held()).toEqual([]);
  });

  it("no error says a secret or a person, also when the far side repeats them", async () => {
    const town = open();
    const secrets = connector.form.filter((one) => one.kind === "secret").map((one) => town.settings[one.name] ?? "");
    const said = [...secrets, "陈静"].filter((one) => one !== "");
    for (const status of [200, 400, 401, 403, 409, 422, 500]) {
      for (const [, read] of reads) {
        const door = openDoor(town);
        door.failNext(() => Response.json({ errors: said, error: said.join(" ") }, { status }));
        const error = await caught(read(sessionOf(connector, town.settings, door.fetch), town.task));
        const told =
          error === undefined ? "" : JSON.stringify({ ...error, message: error.message, stack: error.stack });
        for (const word of said) expect(told).not.toContain(word);
      }
    }
  });
}

/** The error a call ends in; undefined when there is no such call. Anything but our own error fails. */
async function caught(call: Promise<unknown> | undefined): Promise<ConnectorError | undefined> {
  if (call === undefined) return undefined;
  const error = await call.then(
    () => "no error",
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConnectorError);
  return error instanceof ConnectorError ? error : undefined;
}
