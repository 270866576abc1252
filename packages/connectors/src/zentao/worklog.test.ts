import { expect, it } from "vitest";
import type { WorklogFact } from "../connector.ts";
import { factOf, openDoor, sessionOf } from "../testing-town.ts";
import { zentao } from "./connector.ts";
import { openZentao } from "./testing-zentao.ts";
import { application, type Setup, type Task } from "./testing-zentao-world.ts";

const app = { appCode: application.code, appKey: application.key };

function start(facts: Partial<Task> = {}, more: Readonly<Record<string, string>> = {}, setup: Partial<Setup> = {}) {
  const town = openZentao(setup, more);
  const task = town.world.tasks.find((one) => one.id === 12);
  if (task === undefined) throw new Error("no task");
  Object.assign(task, facts);
  const door = openDoor(town);
  const { worklogs } = sessionOf(zentao, town.settings, door.fetch);
  const create = async (fact: Partial<WorklogFact> = {}) => worklogs?.create(await factOf(town, fact));
  return { town, task, door, worklogs, create };
}

it("what is left of a task is less by its hours, or kept", async () => {
  const reduced = start({ left: 10 });
  expect(await reduced.create({ minutes: 450 })).toMatchObject({ kind: "applied" });
  expect(reduced.task).toMatchObject({ left: 2.5, status: "doing" });

  const kept = start({ left: 10 }, { left: "keep" });
  expect(await kept.create({ minutes: 450 })).toMatchObject({ kind: "applied" });
  expect(kept.task).toMatchObject({ left: 10, status: "doing" });
});

it.each(["reduce", "keep"])("hours finish no task, also when nothing is left of it: %s", async (left) => {
  for (const status of ["wait", "doing", "pause"]) {
    const { task, create } = start({ left: left === "keep" ? 0 : 3, status }, { left });
    expect(await create({ minutes: 450 })).toMatchObject({ kind: "applied" });
    expect(task).toMatchObject({ left: 0.01, status: "doing" });
  }
});

it("hours on a task that is over leave it so", async () => {
  for (const status of ["done", "cancel", "closed"]) {
    const { task, create } = start({ left: 0, status, finishedBy: "lisi" });
    expect(await create()).toMatchObject({ kind: "applied" });
    expect(task).toMatchObject({ left: 0, status, finishedBy: "lisi" });
  }
});

it("a waiting task that hours start stays with whom it was for", async () => {
  const { task, create } = start({ status: "wait", assignedTo: "lisi" });
  expect(await create()).toMatchObject({ kind: "applied" });
  expect(task).toMatchObject({ status: "doing", assignedTo: "lisi" });
});

it("hours that ZenTao passes over in silence have failed", async () => {
  const { town, create } = start({ mode: "multi", team: [] });
  expect(await create()).toMatchObject({ kind: "failed", error: { code: "not-written" } });
  expect(town.held()).toEqual([]);
});

it("hours it would refuse or take in a wrong name are not sent", async () => {
  const { door, create } = start();
  expect(await create({ minutes: 0 })).toMatchObject({ kind: "failed", error: { code: "no-minutes" } });
  expect(await create({ date: "2026-09-16" })).toMatchObject({ kind: "failed", error: { code: "future" } });
  expect(door.writes()).toBe(0);

  const outside = start({}, app);
  expect(await outside.create({ personRemoteId: "staff9" })).toMatchObject({
    kind: "failed",
    error: { kind: "permission", code: "not-in-team" },
  });
  const shared = start({ mode: "multi", team: ["lisi"] }, app);
  expect(await shared.create()).toMatchObject({ kind: "failed", error: { code: "not-in-task-team" } });
  expect([...outside.town.held(), ...shared.town.held()]).toEqual([]);
});

it("when the rows cannot be read back nobody knows, whatever the reason", async () => {
  for (const status of [200, 401, 403, 404, 429, 500]) {
    const { town, door } = start();
    let posts = 0;
    const { worklogs } = sessionOf(zentao, town.settings, async (request) => {
      if (posts > 0) return new Response("<html>", { status });
      if (request.url.endsWith("/estimate") && request.method === "POST") posts += 1;
      return door.fetch(request);
    });
    expect(await worklogs?.create(await factOf(town))).toMatchObject({ kind: "unknown" });
    expect(town.held()).toHaveLength(1);
  }
});

it("without the page actions the difference is written beside the record and both are found", async () => {
  const { town, worklogs, create } = start();
  await create({ minutes: 400 });
  expect(await create({ minutes: 50 })).toMatchObject({ kind: "applied" });
  const found = (await worklogs?.find(await factOf(town))) ?? [];
  expect(found.map((one) => one.minutes).sort()).toEqual([400, 50]);
  expect(worklogs?.change ?? worklogs?.remove).toBeUndefined();
});

it("a row that lost our marker is neither changed nor removed", async () => {
  const { town, worklogs, create } = start({}, { correction: "estimate" });
  const ended = await create();
  const ref = ended?.kind === "applied" ? ended.ref : { id: "", task: town.task };
  for (const row of town.world.rows) row.work = "自己写的";
  const refused = { kind: "failed", error: { kind: "permission", code: "not-ours" } };
  expect(await worklogs?.change?.(ref, await factOf(town, { minutes: 5 }))).toMatchObject(refused);
  expect(await worklogs?.remove?.(ref)).toMatchObject(refused);
  expect(town.held()).toMatchObject([{ minutes: 450 }]);
});

it("a change moves what is left by the difference alone", async () => {
  const { town, task, worklogs, create } = start({ left: 10 }, { correction: "estimate" });
  const ended = await create({ minutes: 300 });
  const ref = ended?.kind === "applied" ? ended.ref : { id: "", task: town.task };
  await worklogs?.change?.(ref, await factOf(town, { minutes: 360 }));
  expect(task.left).toBe(4);
  await worklogs?.change?.(ref, await factOf(town, { minutes: 60 }));
  expect(task.left).toBe(9);
});

it("six at once on one task stand six times, and ZenTao loses some of its total: the task is written to one by one", async () => {
  const { town, task, worklogs } = start({ consumed: 0 });
  const facts = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => factOf(town, { key: `key ${at}`, minutes: 60 })));
  const ended = await Promise.all(facts.map((fact) => worklogs?.create(fact)));
  expect(ended.map((one) => one?.kind)).toEqual(Array(6).fill("applied"));
  expect(town.held()).toHaveLength(6);
  expect(task.consumed).toBeLessThan(6);
  expect(zentao.rules.serializeBy).toBe("task");
});
