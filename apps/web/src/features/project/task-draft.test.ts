import { expect, test } from "vitest";
import { projectZh } from "../../message/project.zh.ts";
import { reportZh } from "../../message/report.zh.ts";
import { targetLinkZh } from "../../message/target-link.zh.ts";
import { zh } from "../../message/zh.ts";
import { emptyTask, isOnItsWay, taskFaults, taskInput, toneOf } from "./task-draft.ts";
import { taskProblem } from "./task-words.ts";

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

test("what only an administrator can mend is told as such", () => {
  const m = { ...zh, ...projectZh, ...reportZh, ...targetLinkZh, lang: "zh" } as const;
  expect(taskProblem(m, "person-unlinked")).toBe("还不知道他在那边是谁，请管理员对应好再试");
  expect(taskProblem(m, "mapping-too-long")).toBe("字段对应里有一项不合，请管理员改好再试");
  expect(taskProblem(m, "timeout")).toMatch("没等到回应");
});
