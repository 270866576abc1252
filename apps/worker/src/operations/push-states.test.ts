import { sessionOf } from "@today/connectors/testing-town";
import { expect, test } from "vitest";
import type { Target, TargetStates } from "../contract.ts";
import { stateWork } from "../targets/task/work.ts";
import { openConnected, products, productTarget as target } from "../testing-products.ts";
import { planWorklogs } from "./plan-worklogs.ts";
import { pushStates } from "./push-states.ts";

const minuteMs = 60_000;
const monday = "2026-09-14";
const tuesday = "2026-09-15";
const path = `/api/targets/${target}`;

interface Day {
  readonly warnings?: readonly string[];
  readonly minutes?: number;
  readonly over?: boolean;
}

/** A product with one task there, Zhao's, and a way to its states; `[now, other]` are the first two it can be in. */
async function open([, connector, openStub]: (typeof products)[number]) {
  const stub = openStub();
  const { house, door, context } = await openConnected(connector, stub);
  const { db, id } = house;
  const lin = house.as("lin");
  const { task, person } = stub;
  const session = sessionOf(connector, stub.settings, stub.fetch);
  const [now, other] = (await session.status?.choices(task)) ?? [];
  if (now === undefined || other === undefined) throw new Error("two states are wanted");
  const know = (assignee: string | null = person, closed = 0) =>
    db.all(
      `insert into remote_task (company_id, target_id, id, project_id, title, state_id, state_name, closed, assignee_id, read_at)
       values (?1, ?2, ?3, ?4, '砌墙', ?5, ?6, ?7, ?8, 1)
       on conflict do update set closed = excluded.closed, assignee_id = excluded.assignee_id`,
      ...[id, target, task.taskId, task.projectId, now.id, now.name, closed, assignee],
    );
  await know();
  const set = async (states: object) => {
    const { body } = await lin.call<Target>("GET", path);
    return lin.call<Target>("PATCH", path, { version: body.version, states });
  };
  const day = async (date: string, { warnings = [], minutes = 0, over = true }: Day) => {
    await db.all("delete from allocation where company_id = ?1 and date = ?2", id, date);
    await db.all(
      `insert into workday values (?1, 'zhao', ?2, 480, 480, 0, 0, ?3, 0, 0, 'normal', ?4, ?5, 1)
       on conflict do update set counted = excluded.counted, warnings = excluded.warnings, body = excluded.body`,
      ...[id, date, minutes, JSON.stringify(warnings), JSON.stringify({ over, line: [] })],
    );
    if (minutes === 0) return;
    await db.all(
      `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place, state)
       values (?1, 'lang', ?2, 'zhao', 0, ?3, 'pick', 'onsite', 'approved')`,
      ...[id, date, minutes],
    );
  };
  const plan = async () => planWorklogs(await context());
  const push = async () => pushStates(await context(), { targetId: target });
  const seen = async () => (await lin.call<TargetStates>("GET", `${path}/states`)).body;
  const there = async () => (await session.status?.choices(task))?.[0]?.id;
  const rows = () => db.all("select wanted, state, problem, attempts from task_state where company_id = ?1", id);
  const later = (minutes: number) => {
    house.now += minutes * minuteMs;
  };
  house.now = Date.parse(`${tuesday}T20:00:00+08:00`);
  return { ...{ stub, house, door, context, lin, now, other, know, set, day, plan, push, seen, there, rows, later } };
}

test.each(products)("%s: whoever worked on their task has it put into the state for that, once", async (...product) => {
  const { house, door, now, other, set, day, plan, push, there, rows } = await open(product);
  expect((await set({ working: other.id })).body).toMatchObject({ states: { working: other.id } });
  await day(monday, { minutes: 480 });
  await plan();
  expect(house.sent).toContainEqual({ kind: "push-states", targetId: target });
  expect(await rows()).toEqual([{ wanted: "working", state: "due", problem: null, attempts: 0 }]);
  expect(await there()).toBe(now.id);
  await push();
  expect(await there()).toBe(other.id);
  expect(await rows()).toMatchObject([{ state: "done" }]);
  const known = await house.db.all("select state_id from remote_task where company_id = ?1", house.id);
  expect(known).toEqual([{ state_id: other.id }]);
  const writes = door.writes();
  await day(tuesday, { minutes: 300 });
  await plan();
  await push();
  expect(await rows()).toMatchObject([{ state: "done" }]);
  expect(door.writes()).toBe(writes);
});

test.each(products)("%s: after an answer that was lost the state is set again, to the same end", async (...product) => {
  const { door, other, set, day, plan, push, there, rows, later } = await open(product);
  await set({ warning: other.id });
  await day(monday, { warnings: ["late"] });
  await plan();
  door.failNext("lost-after", "write");
  await push();
  expect(await rows()).toMatchObject([{ wanted: "warning", state: "unknown", problem: "outcome-unknown" }]);
  later(7);
  await push();
  expect(await rows()).toMatchObject([{ state: "done", problem: null }]);
  expect(await there()).toBe(other.id);
});

test.each(products)(
  "%s: a state that the task cannot be put into waits under its name, and goes when it can",
  async (...product) => {
    const { lin, other, set, day, plan, push, there, rows, seen } = await open(product);
    await set({ paused: "999999" });
    await day(monday, { warnings: ["absent"] });
    await plan();
    await push();
    expect(await rows()).toMatchObject([{ wanted: "paused", state: "failed", problem: "state-missing" }]);
    expect(await seen()).toMatchObject({
      counts: { failed: 1 },
      failed: [{ title: "砌墙", problem: "state-missing" }],
    });
    expect((await lin.call("POST", `${path}/retries`, { all: true })).status).toBe(202);
    expect(await rows()).toMatchObject([{ state: "due", problem: null, attempts: 0 }]);
    await set({ paused: other.id });
    await plan();
    await push();
    expect(await rows()).toMatchObject([{ state: "done" }]);
    expect(await there()).toBe(other.id);
  },
);

test.each(products)("%s: which states there are is told by tasks and by the product", async (...product) => {
  const { door, now, other, seen } = await open(product);
  const told = await seen();
  expect(told.states[0]).toEqual({ ...now, tasks: 1 });
  expect(told.states).toContainEqual({ ...other, tasks: 0 });
  expect(told).toMatchObject({ problem: null, counts: { due: 0, done: 0, failed: 0 }, failed: [] });
  door.failNext("lost-before");
  expect((await seen()).problem).toMatch(/^[a-z-]+$/);
});

const first = products.slice(0, 1);

test.each(first)(
  "%s: what was due before a crash is taken up by the sweeper after five minutes",
  async (...product) => {
    const { house, context, other, set, day, plan, push, rows, later } = await open(product);
    await set({ working: other.id });
    await day(monday, { minutes: 60 });
    await plan();
    await house.db.all(
      "update task_state set state = 'sending', sending_at = ?2 where company_id = ?1",
      house.id,
      house.now,
    );
    await push();
    expect(await stateWork(await context())).toEqual([]);
    later(6);
    expect(await stateWork(await context())).toEqual([{ kind: "push-states", targetId: target }]);
    await push();
    expect(await rows()).toMatchObject([{ state: "done" }]);
  },
);

test.each(first)(
  "%s: words without a state, days that are not over and days of leave change nothing",
  async (...product) => {
    const { other, set, day, plan, rows } = await open(product);
    await set({ working: other.id });
    await day(monday, { warnings: ["absent"] });
    await plan();
    expect(await rows()).toEqual([]);
    await day(monday, {});
    await day(tuesday, { minutes: 60, over: false });
    await plan();
    expect(await rows()).toEqual([]);
  },
);

test.each(first)("%s: a closed task is never touched, also when it is closed on the way", async (...product) => {
  const { stub, door, other, know, set, day, plan, push, rows } = await open(product);
  await set({ working: other.id });
  await know(stub.person, 1);
  await day(monday, { minutes: 60 });
  await plan();
  expect(await rows()).toEqual([]);
  await know();
  await plan();
  expect(await rows()).toMatchObject([{ state: "due" }]);
  await know(stub.person, 1);
  await push();
  expect(door.writes()).toBe(0);
  await plan();
  expect(await rows()).toMatchObject([{ state: "done" }]);
});

test.each(first)(
  "%s: a task of nobody is worked on when hours stand on it, one of a stranger is left alone",
  async (...product) => {
    const { other, know, set, day, plan, rows } = await open(product);
    await set({ working: other.id, paused: other.id });
    await know("somebody-else");
    await day(monday, { minutes: 60 });
    await plan();
    expect(await rows()).toEqual([]);
    await know(null);
    await day(tuesday, { minutes: 60 });
    await plan();
    expect(await rows()).toMatchObject([{ wanted: "working", state: "due" }]);
  },
);

test.each(first)(
  "%s: what somebody set there afterwards stays until another day says something",
  async (...product) => {
    const { house, now, other, set, day, plan, push, rows } = await open(product);
    await set({ working: other.id });
    await day(monday, { minutes: 60 });
    await plan();
    await push();
    await house.db.all("update remote_task set state_id = ?2 where company_id = ?1", house.id, now.id);
    await day(monday, { minutes: 90 });
    await plan();
    expect(await rows()).toMatchObject([{ state: "done" }]);
    await day(tuesday, { minutes: 60 });
    await plan();
    expect(await rows()).toMatchObject([{ state: "due" }]);
  },
);

test.each(first)("%s: a target that is paused, has a problem or asked for quiet sets nothing", async (...product) => {
  const { house, door, other, set, day, plan, push, rows, later } = await open(product);
  await set({ working: other.id });
  await day(monday, { minutes: 60 });
  await plan();
  const put = (sql: string) => house.db.all(`update target set ${sql} where company_id = ?1`, house.id);
  await put("state = 'paused'");
  await push();
  await put("state = 'on', problem = 'credentials'");
  await push();
  expect(door.writes()).toBe(0);
  await put("problem = null");
  door.failNext(() => new Response("", { status: 429, headers: { "retry-after": "120" } }), "write");
  await push();
  await push();
  expect(await rows()).toMatchObject([{ state: "due", problem: "throttled", attempts: 0 }]);
  later(3);
  await push();
  expect(await rows()).toMatchObject([{ state: "done" }]);
});

test.each(first)("%s: another state that is wanted while a call is under way is set after it", async (...product) => {
  const { house, other, now, set, day, plan, push, there, rows } = await open(product);
  await set({ working: other.id, warning: now.id });
  await day(monday, { minutes: 60 });
  await plan();
  await house.db.all("update task_state set state = 'sending', sending_at = 1 where company_id = ?1", house.id);
  await day(tuesday, { warnings: ["late"] });
  await plan();
  expect(await rows()).toMatchObject([{ wanted: "warning", state: "sending" }]);
  await push();
  expect(await rows()).toMatchObject([{ wanted: "warning", state: "done" }]);
  expect(await there()).toBe(now.id);
});

test.each(first)("%s: a state that waits for the night goes when somebody asks for it now", async (...product) => {
  const { house, lin, other, set, day, plan, push, rows } = await open(product);
  await house.db.all("update target set pace = 'night' where company_id = ?1", house.id);
  await set({ working: other.id });
  await day(monday, { minutes: 60 });
  await plan();
  await push();
  expect(await rows()).toMatchObject([{ state: "due" }]);
  house.sent.splice(0);
  expect((await lin.call("POST", `${path}/pushes`)).status).toBe(202);
  expect(house.sent).toContainEqual({ kind: "push-states", targetId: target });
  await push();
  expect(await rows()).toMatchObject([{ state: "done" }]);
  const told = "select after from history where company_id = ?1 and action = 'push-states'";
  expect(await house.db.all(told, house.id)).toEqual([{ after: '{"states":1}' }]);
});
