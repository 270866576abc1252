import { expect, it } from "vitest";
import { openDoor, sessionOf } from "../testing-town.ts";
import { zentao } from "./connector.ts";
import { openZentao } from "./testing-zentao.ts";
import type { Task } from "./testing-zentao-world.ts";

function start(facts: Partial<Task>) {
  const town = openZentao();
  const task = town.world.tasks.find((one) => one.id === 12);
  if (task === undefined) throw new Error("no task");
  Object.assign(task, facts);
  const door = openDoor(town);
  const { status } = sessionOf(zentao, town.settings, door.fetch);
  return {
    town,
    task,
    door,
    set: (state: string) => status?.set(town.task, state),
    choices: async () => (await status?.choices(town.task))?.map((one) => one.id),
  };
}

it("a task goes through all its states and no step books hours", async () => {
  const { town, task, set } = start({ status: "wait", consumed: 0, left: 0, realStarted: null });
  expect(await set("done")).toMatchObject({ kind: "failed" });
  expect(await set("doing")).toMatchObject({ kind: "applied" });
  task.consumed = 7.5;
  for (const state of ["pause", "doing", "done", "closed", "doing", "done"]) {
    expect(await set(state)).toMatchObject({ kind: "applied" });
    expect(task.status).toBe(state);
  }
  expect(task.consumed).toBe(7.5);
  expect(town.held()).toEqual([]);
});

it("starting a task with nothing left does not finish it", async () => {
  for (const status of ["wait", "pause"]) {
    const { task, set } = start({ status, left: 0 });
    await set("doing");
    expect(task).toMatchObject({ status: "doing", left: 0.01 });
  }
});

it("only what is one step away is offered, finishing only when there are hours", async () => {
  expect(await start({ status: "wait", consumed: 0 }).choices()).toEqual(["wait", "doing"]);
  expect(await start({ status: "doing" }).choices()).toEqual(["doing", "pause", "done"]);
  expect(await start({ status: "closed" }).choices()).toEqual(["closed", "doing"]);
  const { door, set } = start({ status: "closed" });
  expect(await set("pause")).toMatchObject({ kind: "failed", error: { code: "status-not-allowed" } });
  expect(door.writes()).toBe(0);
});

it("the state a task has needs no call that writes", async () => {
  const { door, set } = start({ status: "doing" });
  expect(await set("doing")).toMatchObject({ kind: "applied" });
  expect(door.writes()).toBe(0);
});

it("a step that ZenTao passes over is not taken for done", async () => {
  const { task, door, set } = start({ status: "doing" });
  const { status, ...rest } = { ...task };
  door.failNext(() => Response.json({ ...rest, status, deleted: "0" }), "write");
  expect(await set("pause")).toMatchObject({ kind: "failed", error: { code: "status-not-taken" } });
});
