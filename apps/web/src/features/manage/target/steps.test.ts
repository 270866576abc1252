import { expect, test } from "vitest";
import { stepsOf } from "./steps.ts";

type Linked = Parameters<typeof stepsOf>[1]["linked"][number];
const at = "2026-09-17T09:00:00+08:00";
const linked = (...ids: string[]): Linked => ({
  ...{ id: "1", name: "官网", code: null, closed: false, takesHours: true, readAt: at, tasksUntil: null, tasks: 0 },
  ...{ members: 0, projects: ids.map((id) => ({ id, code: id, name: id, version: 1 })) },
});

test("projects of ours count once, those that are over not at all; who is nobody by choice is done with", () => {
  const counts = { matched: 4, ambiguous: 1, unmatched: 2, nobody: 3 };
  const told = { linked: [linked("GL2B", "OLD"), linked("NB", "GL2B")], counts, mapping: { version: 2, flaws: [] } };
  expect(stepsOf(["GL2B", "NB", "LPJG3"], told)).toEqual({
    projects: { done: 2, all: 3 },
    people: { done: 7, all: 10 },
    mapping: { version: 2, flaws: 0 },
  });
});
