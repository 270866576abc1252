import { expect, test } from "vitest";
import { emptyTask, isOnItsWay, taskFaults, taskInput, toneOf } from "./task-draft.ts";

const draft = { ...emptyTask("red"), title: " 三层砌墙 ", deadline: "2026-09-30" };

test("a task needs to say what is to be done, and by a day that there is", () => {
  expect(taskFaults(draft)).toEqual({});
  expect(taskFaults({ ...draft, title: "  ", deadline: "2026-02-30" })).toEqual({
    title: "task.fault.name",
    deadline: "task.fault.date",
  });
});

test("what is left open is sent as nothing", () => {
  const nobody = { id: "t", targetId: "red", title: "三层砌墙", description: "", assigneeId: null };
  expect(taskInput("t", draft)).toEqual({ ...nobody, deadline: "2026-09-30" });
  const zhao = { id: "zhao001", name: "赵磊", title: null };
  expect(taskInput("t", { ...draft, deadline: "", assignee: zhao })).toEqual({
    ...nobody,
    assigneeId: "zhao001",
    deadline: null,
  });
});

test("only what failed waits for somebody", () => {
  expect((["due", "sending", "unknown", "failed", "done"] as const).map((state) => isOnItsWay({ state }))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect((["due", "failed", "done"] as const).map((state) => toneOf({ state }))).toEqual(["fact", "todo", "good"]);
});
