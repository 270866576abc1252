import { expect, test } from "vitest";
import { type TaskAtTarget, taskWordOf } from "./task-state.ts";

const own: TaskAtTarget = { isClosed: false, isOwn: true, isFree: false, minutes: 480 };
const free: TaskAtTarget = { ...own, isOwn: false, isFree: true };
const word = (task: TaskAtTarget, ...warnings: string[]) => taskWordOf({ warnings }, task);

test("whoever works on their task has it working", () => {
  expect(word(own)).toBe("working");
  expect(word(own, "unassigned", "long-day")).toBe("working");
});

test("an absent person's tasks are paused, hours or not", () => {
  expect(word(own, "absent")).toBe("paused");
  expect(word({ ...own, minutes: 0 }, "absent", "late")).toBe("paused");
});

test("coming late or leaving early is a warning, also on tasks without hours", () => {
  expect(word(own, "late")).toBe("warning");
  expect(word({ ...own, minutes: 0 }, "early-leave")).toBe("warning");
});

test("a day of leave or rest, or of work elsewhere, changes nothing", () => {
  expect(word({ ...own, minutes: 0 })).toBeNull();
  expect(word({ ...own, minutes: 0 }, "worked-on-leave", "missing-out")).toBeNull();
});

test("a task of nobody is worked on when hours stand on it, whatever else the day was", () => {
  expect(word(free)).toBe("working");
  expect(word(free, "late")).toBe("working");
  expect(word({ ...free, minutes: 0 }, "absent")).toBeNull();
});

test("a task of somebody else, and a closed one, is left alone", () => {
  expect(word({ ...own, isOwn: false })).toBeNull();
  expect(word({ ...own, isClosed: true }, "absent")).toBeNull();
  expect(word({ ...free, isClosed: true })).toBeNull();
});
