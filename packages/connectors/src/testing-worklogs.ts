import { expect, it } from "vitest";
import type { WorklogFact, WorklogRef, Worklogs } from "./connector.ts";
import { type Candidate, type Fault, factOf, openDoor, sessionOf, type Town } from "./testing-town.ts";

const unsure: readonly (readonly [string, Fault])[] = [
  ["no answer although it was done", "lost-after"],
  ["no answer", "lost-before"],
  ["503", () => new Response("", { status: 503 })],
  ["a page of HTML", () => new Response("<html></html>", { headers: { "content-type": "text/html" } })],
];

/** Hours: written, found again, changed and removed, once each. */
export function provesWorklogs({ connector, open }: Candidate) {
  const { worklogs: ability } = connector.abilities;
  if (ability.support === "none") return;

  const start = () => {
    const town = open();
    const door = openDoor(town);
    const { worklogs } = sessionOf(connector, town.settings, door.fetch);
    if (worklogs === undefined) throw new Error("no hours");
    return { town, door, worklogs };
  };

  it("hours stand on their date with their minutes, every kind of them", async () => {
    const { town, worklogs } = start();
    for (const minutes of [1, 7, 50, 61, 479, 480, 719]) {
      const fact = await factOf(town, { key: `key ${minutes}`, minutes });
      const ref = await apply(worklogs, fact);
      expect(await worklogs.find(fact)).toMatchObject([{ ref, minutes, date: fact.date }]);
      expect(town.held().at(-1)).toMatchObject({ minutes, date: fact.date });
    }
  });

  it("hours stand in the name they may stand in", async () => {
    const { town, worklogs } = start();
    await apply(worklogs, await factOf(town));
    const [held] = town.held();
    if (ability.author === "token-owner") expect(held?.text).toContain("陈静");
    else expect(held?.person).toBe(town.person);
  });

  it("the same fact looked for and then written stands once", async () => {
    const { town, worklogs } = start();
    await put(worklogs, await factOf(town));
    await put(worklogs, await factOf(town));
    expect(town.held()).toHaveLength(1);
    expect(await worklogs.find(await factOf(town, { key: "another key" }))).toEqual([]);
  });

  it.each(unsure)("after %s nobody knows, and looking tells", async (_, fault) => {
    const { town, door, worklogs } = start();
    const fact = await factOf(town);
    door.failNext(fault, "write");
    expect(await worklogs.create(fact)).toMatchObject({ kind: "unknown" });
    expect(door.writes()).toBe(1);
    expect(await worklogs.find(fact)).toHaveLength(town.held().length);
    await put(worklogs, fact);
    expect(town.held()).toHaveLength(1);
  });

  it("a refused call is told with its wait and not tried again", async () => {
    const { town, door, worklogs } = start();
    door.failNext(() => new Response("", { status: 429, headers: { "retry-after": "7" } }), "write");
    const ended = await worklogs.create(await factOf(town));
    expect(ended).toMatchObject({ kind: "failed", error: { kind: "throttled", retryAfterMs: 7000 } });
    expect(door.writes()).toBe(1);
    expect(town.held()).toEqual([]);
  });

  it("an error with status 200 is never taken for done", async () => {
    for (const body of open().errorBodies) {
      const { town, door, worklogs } = start();
      const fact = await factOf(town);
      const refuse = () => door.failNext(() => Response.json(body), "write");
      refuse();
      expect((await worklogs.create(fact)).kind).not.toBe("applied");
      const ref = await apply(worklogs, fact);
      refuse();
      expect((await worklogs.change?.(ref, fact))?.kind).not.toBe("applied");
      refuse();
      expect((await worklogs.remove?.(ref))?.kind).not.toBe("applied");
      expect(town.held()).toHaveLength(1);
    }
  });

  it("a note too long is cut between characters and keeps its marker", async () => {
    const { town, worklogs } = start();
    const fact = await factOf(town, { note: "砌👷‍♀️墙\n".repeat(9000) });
    await apply(worklogs, fact);
    expect(await worklogs.find(fact)).toHaveLength(1);
    expect(town.held()[0]?.text.isWellFormed()).toBe(true);
  });

  it("hours of somebody or something that is not there are refused and leave nothing", async () => {
    const { town, worklogs } = start();
    const odd: readonly Partial<WorklogFact>[] = [
      { task: { ...town.task, taskId: "987654321" } },
      ...(ability.author === "token-owner" ? [] : [{ personRemoteId: "987654321" }, { personRemoteId: null }]),
      ...(connector.rules.needsTask ? [{ task: { ...town.task, taskId: null } }] : []),
    ];
    for (const facts of odd) {
      const ended = await worklogs.create(await factOf(town, facts));
      expect(ended).toMatchObject({ kind: "failed" });
      if (ended.kind === "failed") expect(["not-found", "invalid", "permission"]).toContain(ended.error.kind);
    }
    expect(town.held()).toEqual([]);
  });

  if (ability.change) provesChange(start);
  if (ability.remove) provesRemoval(start);
}

type Start = () => { town: Town; worklogs: Worklogs; door: ReturnType<typeof openDoor> };

function provesChange(start: Start) {
  it("minutes are changed up and down in the same record", async () => {
    const { town, worklogs } = start();
    const ref = await apply(worklogs, await factOf(town));
    for (const minutes of [481, 30, 450]) {
      const fact = await factOf(town, { minutes });
      const changed = await worklogs.change?.(ref, fact);
      expect(changed).toMatchObject({ kind: "applied" });
      expect(town.held()).toMatchObject([{ minutes }]);
      expect(await worklogs.find(fact)).toMatchObject([{ minutes }]);
    }
  });

  it("a change without an answer is unknown, and made again it changes nothing", async () => {
    const { town, door, worklogs } = start();
    const ref = await apply(worklogs, await factOf(town));
    const fact = await factOf(town, { minutes: 90 });
    door.failNext("lost-after", "write");
    expect(await worklogs.change?.(ref, fact)).toMatchObject({ kind: "unknown" });
    expect(await worklogs.change?.(ref, fact)).toMatchObject({ kind: "applied" });
    expect(town.held()).toMatchObject([{ minutes: 90 }]);
  });
}

function provesRemoval(start: Start) {
  it("what is removed twice is gone once", async () => {
    const { town, worklogs } = start();
    const ref = await apply(worklogs, await factOf(town));
    expect(await worklogs.remove?.(ref)).toMatchObject({ kind: "applied" });
    expect(town.held()).toEqual([]);
    expect(await worklogs.remove?.(ref)).toMatchObject({ kind: "applied" });
    if (worklogs.change !== undefined) {
      const ended = await worklogs.change(ref, await factOf(town));
      expect(ended).toMatchObject({ kind: "failed", error: { kind: "gone" } });
    }
  });
}

/** Writes a fact the way the outbox does when it knows no record of it. */
async function put(worklogs: Worklogs, fact: WorklogFact) {
  if ((await worklogs.find(fact)).length === 0) await apply(worklogs, fact);
}

async function apply(worklogs: Worklogs, fact: WorklogFact): Promise<WorklogRef> {
  const ended = await worklogs.create(fact);
  if (ended.kind !== "applied") throw new Error(ended.kind === "failed" ? ended.error.message : ended.reason);
  return ended.ref;
}
