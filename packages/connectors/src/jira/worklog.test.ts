import { describe, expect, it } from "vitest";
import type { WorklogFact, WorklogRef } from "../connector.ts";
import { factOf, openDoor, sessionOf } from "../testing-town.ts";
import { documentOf } from "./adf.ts";
import { jiraCloud } from "./cloud.ts";
import { jiraDataCenter } from "./data-center.ts";
import { type JiraTown, openCloud, openDataCenter } from "./testing-jira.ts";

const kinds = [
  { connector: jiraCloud, open: openCloud },
  { connector: jiraDataCenter, open: openDataCenter },
] as const;

function start({ connector, open }: (typeof kinds)[number]) {
  const town: JiraTown = open();
  const door = openDoor(town);
  const { worklogs } = sessionOf(connector, town.settings, door.fetch);
  if (worklogs === undefined) throw new Error("no hours");
  const write = async (fact: WorklogFact): Promise<WorklogRef> => {
    const ended = await worklogs.create(fact);
    if (ended.kind !== "applied") throw new Error(ended.kind);
    return ended.ref;
  };
  return { town, door, worklogs, write, hide: () => Object.assign(town.world.issues[0] ?? {}, { isHidden: true }) };
}

describe.each(kinds)("hours in $connector.kind", (kind) => {
  it("leave the estimate alone and mail nobody", async () => {
    const { town, worklogs, write } = start(kind);
    const fact = await factOf(town);
    const ref = await write(fact);
    await worklogs.change?.(ref, fact);
    await worklogs.remove?.(ref);
    expect([town.world.mails, town.world.issues[0]?.estimate]).toEqual([0, 36_000]);
  });

  it("start at their minute in the company's zone, at noon without one, and never on another day", async () => {
    const { town, write } = start(kind);
    const starts = [
      [540, "2026-09-14T01:00:00.000Z"],
      [undefined, "2026-09-14T04:00:00.000Z"],
      [1500, "2026-09-14T15:59:00.000Z"],
      [-60, "2026-09-13T16:00:00.000Z"],
    ] as const;
    for (const [start, instant] of starts) {
      const { start: _, ...fact } = await factOf(town, { key: `from ${start}` });
      await write(start === undefined ? fact : { ...fact, start });
      expect(new Date(town.world.worklogs.at(-1)?.started ?? 0).toISOString()).toBe(instant);
    }
  });

  it("are found among many others of the same issue", async () => {
    const { town, worklogs, write } = start(kind);
    const facts = await Promise.all(Array.from({ length: 12 }, (_, at) => factOf(town, { key: `key ${at}` })));
    for (const fact of facts) await write(fact);
    for (const fact of facts) expect(await worklogs.find(fact)).toHaveLength(1);
  });

  it("are found beside those of people who wrote no comment or are no longer there", async () => {
    const { town, worklogs, write } = start(kind);
    const started = Date.parse("2026-09-14T01:00:00Z");
    const bare = { id: "1", issueId: "20001", isForeign: true, started, timeSpentSeconds: 90, properties: [] };
    town.world.worklogs.push({ ...bare, comment: null });
    const fact = await factOf(town);
    expect(await worklogs.find(fact)).toEqual([]);
    await write(fact);
    expect(await worklogs.find(fact)).toMatchObject([{ minutes: 450, date: fact.date }]);
  });

  it("of an issue that can no longer be seen are neither gone nor removed", async () => {
    const { town, worklogs, write, hide } = start(kind);
    const fact = await factOf(town);
    const ref = await write(fact);
    hide();
    const hidden = { kind: "failed", error: { kind: "not-found", code: "task-hidden", field: "task" } };
    expect(await worklogs.create(fact)).toMatchObject(hidden);
    expect(await worklogs.change?.(ref, fact)).toMatchObject(hidden);
    expect(await worklogs.remove?.(ref)).toMatchObject(hidden);
    await expect(worklogs.find(fact)).rejects.toMatchObject({ kind: "not-found" });
    expect(town.held()).toHaveLength(1);
  });

  it("are not taken for removed by a key that is good for nothing", async () => {
    const { town, worklogs, write } = start(kind);
    const ref = await write(await factOf(town));
    town.revoke();
    expect(await worklogs.remove?.(ref)).toMatchObject({ kind: "failed", error: { kind: "credentials" } });
    expect(town.held()).toHaveLength(1);
  });

  it("are refused where time is not tracked", async () => {
    const { town, worklogs } = start(kind);
    town.world.tracksTime = false;
    expect(await worklogs.create(await factOf(town))).toMatchObject({ kind: "failed", error: { kind: "invalid" } });
  });

  it("with an id that can be none never reach Jira", async () => {
    const { town, door, worklogs } = start(kind);
    const fact = await factOf(town);
    for (const taskId of ["../myself", "1 OR 1=1", "", "SITE0-1"]) {
      const task = { ...town.task, taskId };
      expect(await worklogs.create({ ...fact, task })).toMatchObject({ kind: "failed", error: { field: "task" } });
      expect(await worklogs.remove?.({ id: "1", task })).toMatchObject({ kind: "failed", error: { field: "task" } });
      expect(await worklogs.remove?.({ id: taskId, task: town.task })).toMatchObject({ kind: "failed" });
    }
    expect(door.seen).toEqual([]);
  });

  it("say whose they are, in one line that ends with the marker", async () => {
    const { town, write } = start(kind);
    const fact = await factOf(town);
    await write(fact);
    expect(town.held()[0]?.text).toBe(`陈静 三层砌墙 ${fact.marker}`);
  });
});

describe("hours in Jira Cloud", () => {
  it("are recognised by their property, whatever became of the comment, and by the comment without one", async () => {
    const { town, worklogs, write } = start(kinds[0]);
    const [fact, other] = [await factOf(town), await factOf(town, { key: "another" })];
    await write(fact);
    const [held] = town.world.worklogs;
    if (held === undefined) throw new Error("nothing written");
    held.comment = documentOf(`改过的 ${other.marker}`);
    expect(await worklogs.find(fact)).toHaveLength(1);
    expect(await worklogs.find(other)).toEqual([]);
    held.properties = [{ key: "somebody.else", value: 7 }];
    expect(await worklogs.find(other)).toHaveLength(1);
    held.comment = null;
    expect(await worklogs.find(fact)).toEqual([]);
  });

  it("are parked when an issue is written to too often", async () => {
    const { town, worklogs, write } = start(kinds[0]);
    const ref = await write(await factOf(town));
    for (let at = 0; at < 19; at += 1) await worklogs.change?.(ref, await factOf(town, { minutes: 30 + at }));
    const ended = await worklogs.change?.(ref, await factOf(town));
    expect(ended).toMatchObject({
      kind: "failed",
      error: { kind: "throttled", code: "issue-writes", retryAfterMs: 2000 },
    });
    town.world.writes.clear();
    expect(await worklogs.change?.(ref, await factOf(town))).toMatchObject({ kind: "applied" });
  });
});
