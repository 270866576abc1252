import { describe, expect, it } from "vitest";
import { openDoor, sessionOf } from "../testing-town.ts";
import { jiraCloud } from "./cloud.ts";
import { jiraDataCenter } from "./data-center.ts";
import { openCloud, openDataCenter } from "./testing-jira.ts";

describe.each([
  { connector: jiraCloud, open: openCloud },
  { connector: jiraDataCenter, open: openDataCenter },
])("states in $connector.kind", ({ connector, open }) => {
  const start = () => {
    const town = open();
    const door = openDoor(town);
    const { status } = sessionOf(connector, town.settings, door.fetch);
    if (status === undefined) throw new Error("no states");
    return { town, door, status, now: () => town.world.issues[0]?.statusId };
  };

  it("are reached by their category too, without a word of any language", async () => {
    const { town, status, now } = start();
    for (const [category, id] of [
      ["indeterminate", "3"],
      ["done", "10001"],
      ["new", "10000"],
    ] as const) {
      expect(await status.set(town.task, category)).toMatchObject({ kind: "applied" });
      expect(now()).toBe(id);
    }
  });

  it("that a task is in already are not written again", async () => {
    const { town, door, status } = start();
    for (const state of ["10000", "new"]) expect(await status.set(town.task, state)).toMatchObject({ kind: "applied" });
    expect(door.writes()).toBe(0);
  });

  it("behind a screen with a field to fill in are not offered, and name the field", async () => {
    const { town, door, status } = start();
    expect((await status.choices(town.task)).map((one) => one.id)).toEqual(["10000", "3", "10001"]);
    expect(await status.set(town.task, "10002")).toMatchObject({
      kind: "failed",
      error: { kind: "invalid", code: "field-required", field: "resolution" },
    });
    expect(door.writes()).toBe(0);
  });

  it("that were not taken although the answer was fine are told", async () => {
    const { town, door, status, now } = start();
    door.failNext(() => new Response(null, { status: 204 }), "write");
    expect(await status.set(town.task, "done")).toMatchObject({ kind: "failed", error: { code: "status-not-taken" } });
    expect(now()).toBe("10000");
  });
});
