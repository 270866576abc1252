import { expect, test } from "vitest";
import type { Target, TaskDrafts } from "../contract.ts";
import { taskWork } from "../targets/task/work.ts";
import { openConnected, products, productTarget as target } from "../testing-products.ts";
import { pushTasks } from "./push-tasks.ts";

const id = "1f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12";
const path = `/api/targets/${target}`;
const minuteMs = 60_000;
const wish = { id, projectId: "lang", title: "三层砌墙", description: "从东侧开始", startsOn: "2026-09-21" };
const own = { ...wish, deadline: "2026-09-30", assigneeId: "zhao" };

async function open([, connector, openStub]: (typeof products)[number]) {
  const stub = openStub();
  const { house, door, context } = await openConnected(connector, stub);
  const lin = house.as("lin");
  const ask = (more: object = {}) => lin.call("POST", `/api/targets/${target}/tasks`, { ...own, ...more });
  const push = async () => pushTasks(await context(), { targetId: target });
  const drafts = async () => {
    const { body } = await lin.call<TaskDrafts>("GET", `/api/targets/${target}/task-drafts`);
    return body.tasks;
  };
  const later = (minutes: number) => {
    house.now += minutes * minuteMs;
  };
  return { stub, house, door, context, lin, ask, push, drafts, later };
}

test.each(products)(
  "%s: a task is made once with what it says, and stands among the tasks there",
  async (...product) => {
    const { stub, house, ask, push, drafts } = await open(product);
    expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(202);
    expect(house.sent).toContainEqual({ kind: "push-tasks", targetId: target });
    await push();
    await push();
    const [made, ...more] = stub.made();
    expect(more).toEqual([]);
    expect(made).toMatchObject({ title: own.title, dueOn: own.deadline, assigneeId: stub.person });
    expect(made?.description).toContain(own.description);
    const [draft] = await drafts();
    expect(draft).toMatchObject({ state: "done", problem: null, createdBy: { id: "lin" }, assignee: { id: "zhao" } });
    const known = await house.db.all("select id, title from remote_task where company_id = ?1", house.id);
    expect(known).toEqual([{ id: draft?.remoteTask, title: own.title }]);
  },
);

test.each(products)("%s: after an answer that was lost there is one task only", async (...product) => {
  const { stub, door, ask, push, drafts, later } = await open(product);
  await ask();
  door.failNext("lost-after", "write");
  await push();
  expect(await drafts()).toMatchObject([{ state: "unknown" }]);
  expect(stub.made()).toHaveLength(1);
  await push();
  later(7);
  await push();
  expect(await drafts()).toMatchObject([{ state: "done", problem: null }]);
  expect(stub.made()).toHaveLength(1);
});

test.each(products)(
  "%s: a process that dies after the call leaves one task, found by the sweeper",
  async (...product) => {
    const { stub, house, context, ask, push, drafts, later } = await open(product);
    await ask();
    await push();
    await house.db.all("update task_draft set state = 'sending', remote_task = null where company_id = ?1", house.id);
    expect(await taskWork(await context())).toEqual([]);
    later(6);
    expect(await taskWork(await context())).toEqual([{ kind: "push-tasks", targetId: target }]);
    await push();
    expect(await drafts()).toMatchObject([{ state: "done" }]);
    expect(stub.made()).toHaveLength(1);
  },
);

test.each(products)(
  "%s: too long a title of Chinese waits under its name, and is cut where that is allowed",
  async (...product) => {
    const { stub, door, ask, push, drafts, lin } = await open(product);
    const title = "三层砌墙与抹灰".repeat(100);
    await ask({ title });
    await push();
    expect(await drafts()).toMatchObject([{ state: "failed", problem: "mapping-too-long", field: "title" }]);
    expect(door.writes()).toBe(0);
    const rule = { of: "task", to: "title", from: "{title}", table: null, optional: true };
    await lin.call("PUT", `/api/targets/${target}/mapping`, { version: 0, rules: [rule] });
    const path = `/api/projects/lang/task-drafts/${id}/retries`;
    expect((await lin.call("POST", path, { targetId: target })).status).toBe(202);
    await push();
    expect(await drafts()).toMatchObject([{ state: "done", title }]);
    const arrived = stub.made()[0]?.title ?? "";
    expect(title.startsWith(arrived)).toBe(true);
    expect(arrived.length).toBeGreaterThan(200);
  },
);

const first = products.slice(0, 1);

test.each(first)("%s: who is not known there is no task's assignee, which is told", async (...product) => {
  const { stub, ask, push, drafts } = await open(product);
  await ask({ assigneeId: "qian" });
  await push();
  expect(await drafts()).toMatchObject([{ state: "failed", problem: "person-unlinked", field: "assigneeId" }]);
  expect(stub.made()).toEqual([]);
});

test.each(first)("%s: throttled, a task waits as long as it is told, and is made then", async (...product) => {
  const { stub, door, ask, push, drafts, later } = await open(product);
  await ask();
  door.failNext(() => new Response("", { status: 429, headers: { "retry-after": "120" } }), "write");
  await push();
  await push();
  expect(await drafts()).toMatchObject([{ state: "due", problem: "throttled", attempts: 0 }]);
  later(2);
  await push();
  expect(stub.made()).toHaveLength(1);
});

test.each(first)("%s: a paused target has nothing made", async (...product) => {
  const { stub, house, context, ask, push } = await open(product);
  await house.db.all("update target set state = 'paused' where company_id = ?1", house.id);
  await ask();
  await push();
  expect(await taskWork(await context())).toEqual([]);
  expect(stub.made()).toEqual([]);
});

test.each(first)(
  "%s: the project's manager has tasks made and sees them, another project's does not",
  async (...product) => {
    const { stub, house, push } = await open(product);
    const wang = house.as("wang");
    const { projectId: _, ...task } = wish;
    const made = await wang.call("POST", "/api/projects/lang/tasks", { ...task, targetId: target });
    expect(made.status).toBe(202);
    await push();
    expect(stub.made()).toHaveLength(1);
    const { body } = await wang.call<TaskDrafts>("GET", "/api/projects/lang/task-drafts");
    expect(body).toMatchObject({ tasks: [{ id, state: "done", createdBy: { id: "wang" } }], next: null });
    const qian = house.as("qian");
    expect((await qian.refused("GET", "/api/projects/lang/task-drafts")).status).toBe(404);
    const zhao = await house.as("zhao").refused("POST", "/api/projects/lang/tasks", { ...task, targetId: target });
    expect(zhao.status).toBe(403);
    const other = await wang.refused("POST", "/api/projects/lang/tasks", { ...task, targetId: target, title: "x" });
    expect(other.body.code).toBe("task-id-reused");
    const elsewhere = await wang.refused("POST", "/api/projects/lang/tasks", { ...task, targetId: "no" });
    expect(elsewhere.body.code).toBe("project-not-linked");
  },
);

test.each(products.slice(0, 1))(
  "%s: a task that is wanted while the target is paused is made as soon as it is on again",
  async (...product) => {
    const { stub, house, lin, ask, push, drafts } = await open(product);
    const change = async (body: object) => {
      const { version } = (await lin.call<Target>("GET", path)).body;
      expect((await lin.call("PATCH", path, { version, ...body })).status).toBe(200);
    };
    await change({ state: "paused" });
    await ask();
    await push();
    expect(stub.made()).toEqual([]);
    house.sent.splice(0);
    await change({ name: "还停着" });
    expect(house.sent).toEqual([{ kind: "plan-worklogs" }]);
    await change({ state: "on" });
    expect(house.sent).toContainEqual({ kind: "push-tasks", targetId: target });
    await push();
    expect(await drafts()).toMatchObject([{ state: "done" }]);
    expect(stub.made()).toHaveLength(1);
  },
);
