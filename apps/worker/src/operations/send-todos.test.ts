import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { trello } from "@today/connectors/trello/connector";
import { openTrello } from "@today/connectors/trello/testing-trello";
import { expect, test } from "vitest";
import type { Target, TargetStates } from "../contract.ts";
import { openConnected, productTarget } from "../testing-products.ts";
import { connectProduct, connectRedmine } from "../testing-target.ts";
import { openTown, type Town } from "../testing-town.ts";
import { todoWork } from "../todo/work.ts";

const tasksPath = "/v1.0/todo/users/:unionId/tasks";
const sixOClock = (date: string) => Date.parse(`${date}T18:00:00+08:00`);

/** A town whose Redmine reminds: task 71 there is due on 20 September and zhao001's. */
async function open({ publicUrl = "https://today.test" as string | null, monthlyCalls = 1_000_000 } = {}) {
  const town = await openTown({ people: 12, monthlyCalls });
  Object.assign(town.env, { PUBLIC_URL: publicUrl ?? undefined });
  const { id } = await connectRedmine(town, { todo: true });
  await link(town, id, "zhao001");
  const { db, companyId } = town;
  const tell = (
    over: { title?: string; due?: string | null; who?: string | null; closed?: number; task?: string } = {},
  ) => {
    const { title = "三层砌墙", due = "2026-09-20", who = "r-zhao001", closed = 0, task = "71" } = over;
    return db.all(
      `insert into remote_task (company_id, target_id, id, project_id, title, state_id, state_name, closed, assignee_id, due_on, read_at)
       values (?1, ?2, ?3, '7', ?4, '1', '新建', ?5, ?6, ?7, 1)
       on conflict do update set title = excluded.title, closed = excluded.closed, assignee_id = excluded.assignee_id,
         due_on = excluded.due_on`,
      ...[companyId, id, task, title, closed, who, due],
    );
  };
  const rows = () =>
    db.all<Record<string, unknown>>(
      "select person_id as who, wanted, state, problem, attempts, n from todo_reminder where company_id = ?1 order by 1",
      companyId,
    );
  const calls = async () => {
    const sql = "select path, outcome from call_audit where company_id = ?1 and path like '/v1.0/todo/%'";
    return db.all<{ path: string; outcome: string }>(sql, companyId);
  };
  const todos = () => town.simulator.world.todos;
  const put = (sql: string) => db.all(`update target set ${sql} where company_id = ?1`, companyId);
  return { town, id, tell, rows, calls, todos, put };
}

async function link({ db, companyId }: Town, target: string, person: string): Promise<void> {
  await db.all(
    `insert into account (company_id, id, source, external_id, user_name, user_key, active, resource, created_at, changed_at,
       keyed_by, state, person_id)
     values (?1, 'a-' || ?3, 'target:' || ?2, 'r-' || ?3, ?3, ?3, 1, '{}', 1, 1, '', 'matched', ?3)`,
    ...[companyId, target, person],
  );
}

test("an admin switches reminders on and off, and they begin switched off", async () => {
  const { house } = await openConnected(redmine, openRedmine({ key: "admin" }));
  const lin = house.as("lin");
  const path = `/api/targets/${productTarget}`;
  const { body } = await lin.call<Target>("GET", path);
  expect(body.todo).toBe(false);
  const changed = await lin.call<Target>("PATCH", path, { version: body.version, todo: true });
  expect(changed).toMatchObject({ status: 200, body: { todo: true } });
  expect((await lin.call<Target>("GET", path)).body.todo).toBe(true);
});

test("whoever has a task that is due is reminded of it once, for six o'clock of that day", async () => {
  const { town, tell, rows, todos, calls } = await open();
  await tell();
  await town.sweepFor(20);
  const [todo, ...more] = todos();
  expect(more).toEqual([]);
  expect(todo).toMatchObject({ subject: "三层砌墙", dueTime: sixOClock("2026-09-20"), done: false, isDeleted: false });
  expect(todo?.executors).toEqual([todo?.owner]);
  expect(todo?.detailUrl).toMatchObject({ pcUrl: "https://today.test/#/today" });
  expect(await rows()).toEqual([{ who: "zhao001", wanted: "open", state: "done", problem: null, attempts: 0, n: 1 }]);
  expect(await calls()).toEqual([{ path: tasksPath, outcome: "ok" }]);
});

test("the todo follows its task: another title, another date, closed, open again", async () => {
  const { town, tell, todos, calls } = await open();
  await tell();
  await town.sweepFor(10);
  await tell({ title: "四层砌墙", due: "2026-09-22" });
  await town.sweepFor(10);
  expect(todos()[0]).toMatchObject({ subject: "四层砌墙", dueTime: sixOClock("2026-09-22"), done: false });
  await tell({ title: "四层砌墙", due: "2026-09-22", closed: 1 });
  await town.sweepFor(10);
  expect(todos()[0]).toMatchObject({ done: true });
  await tell({ title: "四层砌墙", due: "2026-09-22" });
  await town.sweepFor(10);
  expect(todos()).toMatchObject([{ done: false, isDeleted: false }]);
  expect(await calls()).toHaveLength(4);
});

test("a task that goes to somebody else takes its todo along, and back again makes a new one", async () => {
  const { town, id, tell, rows, todos } = await open();
  await link(town, id, "wang003");
  await tell();
  await town.sweepFor(10);
  await tell({ who: "r-wang003" });
  await town.sweepFor(10);
  expect(todos().map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
  await tell();
  await town.sweepFor(10);
  expect(todos().map(({ isDeleted }) => isDeleted)).toEqual([true, true, false]);
  expect(await rows()).toMatchObject([
    { who: "wang003", wanted: "gone", state: "done" },
    { who: "zhao001", wanted: "open", state: "done", n: 2 },
  ]);
});

test("what is no longer due, no longer reminded of, or of a removed product goes", async () => {
  const { town, tell, todos, put } = await open();
  await tell();
  await tell({ task: "72" });
  await tell({ task: "73" });
  await town.sweepFor(10);
  await tell({ task: "72", due: null });
  await town.sweepFor(10);
  expect(todos().filter(({ isDeleted }) => isDeleted)).toHaveLength(1);
  await put("todo = 0");
  await town.sweepFor(10);
  expect(todos().every(({ isDeleted }) => isDeleted)).toBe(true);
  await put("todo = 1");
  await town.sweepFor(10);
  await put("state = 'removed', sealed = null");
  await town.sweepFor(10);
  expect(todos()).toHaveLength(5);
  expect(todos().every(({ isDeleted }) => isDeleted)).toBe(true);
});

test("tasks that were due before, of strangers, of nobody, without a date or closed remind nobody", async () => {
  const { town, tell, rows, calls } = await open();
  await tell({ due: "2026-09-01" });
  await tell({ task: "72", who: "stranger" });
  await tell({ task: "73", who: null });
  await tell({ task: "74", due: null });
  await tell({ task: "75", closed: 1 });
  await town.sweepFor(10);
  expect(await rows()).toEqual([]);
  expect(await calls()).toEqual([]);
});

test("a todo whose answer was lost is found again and not made twice", async () => {
  const { town, tell, rows, todos } = await open();
  const { fetch } = town.world;
  let lost = 0;
  town.world.fetch = async (request) => {
    const answer = await fetch(request);
    if (!request.url.includes("/v1.0/todo/") || lost > 0) return answer;
    lost += 1;
    throw new TypeError("connection lost");
  };
  await tell();
  await town.sweepFor(30);
  expect(lost).toBe(1);
  expect(todos()).toHaveLength(1);
  expect(await rows()).toMatchObject([{ state: "done", problem: null }]);
});

test("a worker that dies after the call leaves one todo, found by the sweeper", async () => {
  const { town, tell, rows, todos } = await open();
  await tell();
  await town.sweepFor(10);
  await town.db.all(
    "update todo_reminder set state = 'sending', todo_id = null, sending_at = ?2 where company_id = ?1",
    ...[town.companyId, town.simulator.now()],
  );
  await town.sweepFor(20);
  expect(todos()).toHaveLength(1);
  expect(await rows()).toMatchObject([{ state: "done" }]);
});

test("one of which only DingTalk knows is removed there when nobody is to be reminded any more", async () => {
  const { town, tell, rows, todos } = await open();
  await tell();
  await town.sweepFor(10);
  await town.db.all("update todo_reminder set state = 'unknown', todo_id = null where company_id = ?1", town.companyId);
  await tell({ due: null });
  await town.sweepFor(10);
  expect(todos()).toMatchObject([{ isDeleted: true }]);
  expect(await rows()).toMatchObject([{ wanted: "gone", state: "done" }]);
});

test("one that somebody removed at DingTalk comes back when its task changes", async () => {
  const { town, tell, todos } = await open();
  await tell();
  await town.sweepFor(10);
  const [todo] = todos();
  if (todo !== undefined) town.simulator.world.apply({ kind: "todo", todo: { ...todo, isDeleted: true } });
  await tell({ title: "四层砌墙" });
  await town.sweepFor(10);
  expect(todos()).toMatchObject([{ isDeleted: true }, { isDeleted: false, subject: "四层砌墙" }]);
});

test("without the permission reminders wait, and its name stands among the link's problems", async () => {
  const { town, tell, rows, todos, calls } = await open();
  await town.control("fault", { match: "/v1.0/todo/*", kind: "permission", seconds: 1800 });
  await tell();
  await tell({ task: "72" });
  await town.sweepFor(20);
  expect(await rows()).toMatchObject([{ state: "due" }, { state: "due" }]);
  expect((await rows()).map(({ problem }) => problem)).toContain("dingtalk-permission");
  expect((await calls()).length).toBeLessThanOrEqual(2);
  const problems = await town.db.all<{ code: string; detail: string }>(
    "select code, path, detail from link_problem where company_id = ?1",
    town.companyId,
  );
  expect(problems).toMatchObject([{ code: "permission", path: tasksPath }]);
  expect(problems[0]?.detail).toContain("Todo.Todo.Write");
  await town.sweepFor(120);
  expect(todos()).toHaveLength(2);
  expect(await rows()).toMatchObject([{ state: "done" }, { state: "done" }]);
});

test("nothing goes while the product is paused, or where nobody knows this app's address", async () => {
  const { town, tell, rows, calls, put } = await open();
  await put("state = 'paused'");
  await tell();
  await town.sweepFor(10);
  expect(await calls()).toEqual([]);
  const other = await open({ publicUrl: null });
  await other.tell();
  await other.town.sweepFor(10);
  expect(await other.rows()).toMatchObject([{ state: "due", problem: "public-url-missing" }]);
  Object.assign(other.town.env, { PUBLIC_URL: "https://today.test" });
  await other.town.sweepFor(90);
  expect(other.todos()).toHaveLength(1);
  expect(await rows()).toMatchObject([{ state: "due" }]);
});

test("another product's tasks remind in the same way", async () => {
  const { town, todos } = await open();
  const { id } = await connectProduct(town, trello, { stub: openTrello(), wish: { todo: true } });
  await link(town, id, "wang003");
  await town.db.all(
    `insert into remote_task (company_id, target_id, id, project_id, title, state_id, state_name, closed, assignee_id, due_on, read_at)
     values (?1, ?2, 'c1', 'b1', '抹灰', 'l1', '待办', 0, 'r-wang003', '2026-09-21', 1)`,
    ...[town.companyId, id],
  );
  await town.sweepFor(10);
  expect(todos()).toMatchObject([{ subject: "抹灰", dueTime: sixOClock("2026-09-21") }]);
});

test("reminders that were set aside are counted, and go again when an admin says so, with a trace", async () => {
  const { house, context } = await openConnected(redmine, openRedmine({ key: "admin" }));
  const lin = house.as("lin");
  const path = `/api/targets/${productTarget}`;
  await house.db.batch(
    ["71", "72", "73"].map((task, n) =>
      house.db.prepare(
        `insert into todo_reminder (company_id, target_id, remote_task, person_id, wanted, title, due_on, state, problem,
           attempts, changed_at) values (?1, ?2, ?3, 'zhao', 'open', '砌墙', '2026-09-20', ?4, 'too-long', 8, 1)`,
        ...[house.id, productTarget, task, n < 2 ? "failed" : "done"],
      ),
    ),
  );
  const counts = async () => (await lin.call<TargetStates>("GET", `${path}/states`)).body.reminders;
  expect(await counts()).toEqual({ due: 0, done: 1, failed: 2 });
  await lin.call("POST", `${path}/retries`, { keys: ["a"] });
  expect(await counts()).toEqual({ due: 0, done: 1, failed: 2 });
  house.sent.splice(0);
  expect((await lin.call("POST", `${path}/retries`, { all: true })).status).toBe(202);
  expect(house.sent).toContainEqual({ kind: "send-todos" });
  expect(await todoWork(await context())).toEqual([{ kind: "send-todos" }]);
  expect(await counts()).toEqual({ due: 2, done: 1, failed: 0 });
  const told = "select after from history where company_id = ?1 and action = 'retry-reminders'";
  expect(await house.db.all(told, house.id)).toEqual([{ after: '{"reminders":2}' }]);
});
