import { expect, it } from "vitest";
import type { Session } from "./connector.ts";
import { walk } from "./page.ts";
import { type Candidate, draftOf, openDoor, sessionOf, type Town } from "./testing-town.ts";

/** States of tasks, and tasks of our own. */
export function provesTasks({ connector, open }: Candidate) {
  const start = () => {
    const town = open();
    const door = openDoor(town);
    return { town, door, session: sessionOf(connector, town.settings, door.fetch) };
  };

  if (connector.abilities.status) {
    it("a task is put into each state that is offered and no other", async () => {
      const { town, session } = start();
      const offered = (await session.status?.choices(town.task)) ?? [];
      expect(offered.length).toBeGreaterThan(1);
      for (const { id } of offered) {
        const now = (await session.status?.choices(town.task)) ?? [];
        if (now.every((one) => one.id !== id)) continue;
        expect(await session.status?.set(town.task, id)).toMatchObject({ kind: "applied" });
        expect(await stateOf(session, town)).toBe(id);
      }
      const before = await stateOf(session, town);
      expect(await session.status?.set(town.task, "987654321")).toMatchObject({ kind: "failed" });
      expect(await stateOf(session, town)).toBe(before);
    });
  }

  if (connector.abilities.createTask) {
    it("a task of ours is written and found again", async () => {
      const { town, session } = start();
      const draft = await draftOf(town);
      expect(await session.tasks?.find(draft)).toEqual([]);
      const ended = await session.tasks?.create(draft);
      expect(ended).toMatchObject({ kind: "applied" });
      expect(await session.tasks?.find(draft)).toEqual(ended?.kind === "applied" ? [ended.ref] : []);
    });

    it("a task of ours without an answer is unknown, and found once", async () => {
      const { town, door, session } = start();
      const draft = await draftOf(town);
      door.failNext("lost-after", "write");
      expect(await session.tasks?.create(draft)).toMatchObject({ kind: "unknown" });
      expect(await session.tasks?.find(draft)).toHaveLength(1);
    });
  }
}

async function stateOf({ listTasks }: Session, { task }: Town): Promise<string | null> {
  if (listTasks === undefined) return null;
  for await (const one of walk((cursor) => listTasks(task.projectId, { since: null, cursor }))) {
    if (one.id === task.taskId) return one.state.id;
  }
  return null;
}
