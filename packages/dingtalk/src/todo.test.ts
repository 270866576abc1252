import { createSimulator } from "@today/simulator/simulator";
import { describe, expect, it } from "vitest";
import { clientAnswering, clientOf, farSide } from "./testing.ts";
import { changeTodo, createTodo, findTodo, removeTodo } from "./todo.ts";
import { sixty, townOf } from "./town.ts";

const dueAt = Date.parse("2026-09-18T18:00:00+08:00");
const url = "https://today.example.com/#/today";
const wish = { unionId: "uLin01UnionA1iE", sourceId: "today-1", subject: "三层砌墙", dueAt, url };

function open() {
  const town = townOf(createSimulator(sixty));
  const [person] = town.simulator.world.people();
  return { ...town, todo: { ...wish, unionId: person?.unionId ?? "" }, todos: () => town.simulator.world.todos };
}

describe("a todo", () => {
  it("is theirs alone, by when it is due, and opens inside DingTalk", async () => {
    const { dingtalk, calls } = clientAnswering({ id: "task1" });
    expect(await createTodo(dingtalk, wish)).toEqual({ id: "task1", isNew: true });
    expect(calls[0]?.url.pathname).toBe("/v1.0/todo/users/uLin01UnionA1iE/tasks");
    expect(calls[0]?.url.searchParams.get("operatorId")).toBe("uLin01UnionA1iE");
    expect(calls[0]?.body).toEqual({
      sourceId: "today-1",
      subject: "三层砌墙",
      creatorId: "uLin01UnionA1iE",
      executorIds: ["uLin01UnionA1iE"],
      participantIds: [],
      dueTime: dueAt,
      detailUrl: {
        appUrl: "dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Ftoday.example.com%2F%23%2Ftoday",
        pcUrl: url,
      },
      isOnlyShowExecutor: true,
      priority: 20,
    });
  });

  it("that was made before is given instead of a second one, also from a later page and when it is done", async () => {
    const { dingtalk, todo, todos } = open();
    const { id } = await createTodo(dingtalk, todo);
    for (let n = 2; n < 30; n += 1) await createTodo(dingtalk, { ...todo, sourceId: `today-${n}` });
    expect(await createTodo(dingtalk, todo)).toEqual({ id, isNew: false });
    const late = await createTodo(dingtalk, { ...todo, sourceId: "today-29" });
    expect(late.isNew).toBe(false);
    await changeTodo(dingtalk, { ...todo, id, isDone: true });
    expect(await createTodo(dingtalk, todo)).toEqual({ id, isNew: false });
    expect(todos()).toHaveLength(29);
  });

  it("is changed, done and removed, and removing it again is no harm", async () => {
    const { dingtalk, todo, todos } = open();
    const { id } = await createTodo(dingtalk, todo);
    await changeTodo(dingtalk, { ...todo, id, subject: "四层砌墙", dueAt: dueAt + 86_400_000, isDone: true });
    expect(todos()[0]).toMatchObject({ subject: "四层砌墙", dueTime: dueAt + 86_400_000, done: true });
    await removeTodo(dingtalk, { ...todo, id });
    await removeTodo(dingtalk, { ...todo, id });
    expect(todos()[0]).toMatchObject({ isDeleted: true });
    expect(await findTodo(dingtalk, todo)).toBeNull();
    await expect(changeTodo(dingtalk, { ...todo, id, isDone: false })).rejects.toMatchObject({ kind: "bad-request" });
  });

  it("with a subject longer than DingTalk takes is cut", async () => {
    const { dingtalk, todo, todos } = open();
    await createTodo(dingtalk, { ...todo, subject: "👷".repeat(1000) });
    expect(todos()[0]?.subject).toHaveLength(1024);
  });

  it("without the permission is refused with its name", async () => {
    const { dingtalk, control, todo } = open();
    await control("fault", { match: "/v1.0/todo/*", kind: "permission" });
    await expect(createTodo(dingtalk, todo)).rejects.toMatchObject({
      ...{ kind: "permission", path: "/v1.0/todo/users/:unionId/tasks", missingScopes: ["Todo.Todo.Write"] },
    });
  });

  it("is counted without saying whose it is", async () => {
    const far = farSide(() => ({ result: true }));
    const { dingtalk, outcomes } = clientOf(far.fetch);
    await changeTodo(dingtalk, { ...wish, id: "task1", isDone: true });
    await findTodo(dingtalk, wish);
    expect(outcomes.filter((told) => told.includes("todo"))).toEqual([
      "/v1.0/todo/users/:unionId/tasks/:taskId ok",
      "/v1.0/todo/users/:unionId/org/tasks/query ok",
      "/v1.0/todo/users/:unionId/org/tasks/query ok",
    ]);
  });
});
