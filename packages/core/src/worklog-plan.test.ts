import fc from "fast-check";
import { expect, test } from "vitest";
import { monday } from "./testing.ts";
import { dayAt, hours, plainRules } from "./testing-worklog.ts";
import { addDays } from "./time/date.ts";
import { describeWorklog } from "./worklog-note.ts";
import { wantedWorklogs } from "./worklog-plan.ts";

function told(...args: Parameters<typeof dayAt>): string[] {
  return wantedWorklogs(dayAt(...args)).map(({ remoteProject, remoteTask, minutes, waiting, held }) =>
    [remoteProject, remoteTask ?? "-", `${minutes}+${waiting}`, held ?? "goes"].join(" "),
  );
}

test("hours go where their project's go, others stay", () => {
  expect(told([hours("A", 60), hours("B", 30), hours("C", 15)])).toEqual(["7 - 60+0 goes", "8 80 30+0 goes"]);
});

test("hours of a task of theirs stand on that task, of any other task where the project's stand", () => {
  const tasks = ["t/71", "t/unknown", "other/71", "our own"].map((task) => hours("A", 60, { task }));
  expect(told(tasks)).toEqual(["7 71 60+0 goes", "7 - 60+0 goes", "7 - 60+0 goes", "7 - 60+0 goes"]);
});

test("what nobody said yes to waits, and says so beside what goes", () => {
  expect(told([hours("A", 60, { waiting: 30 }), hours("B", 0, { waiting: 45 })])).toEqual([
    "7 - 60+30 not-approved",
    "8 80 0+45 not-approved",
  ]);
});

test("a day before the target's first has nothing there", () => {
  expect(told([hours("A", 60)], { rules: { ...plainRules, startsOn: addDays(monday, 1) } })).toEqual([]);
});

test("hours are barred where the person, the task or the date is not taken", () => {
  const barred = (more: Parameters<typeof dayAt>[1]) => wantedWorklogs(dayAt([hours("A", 60)], more))[0]?.barred;
  expect(barred({})).toBeNull();
  expect(barred({ account: null })).toBe("person-unlinked");
  expect(barred({ account: { id: "5", usable: false } })).toBe("person-unlinked");
  expect(barred({ account: null, rules: { ...plainRules, needsPerson: false } })).toBeNull();
  expect(barred({ rules: { ...plainRules, needsTask: true } })).toBe("task-missing");
  const rules = { ...plainRules, backDateDays: 7 };
  expect(barred({ rules, today: addDays(monday, 7) })).toBeNull();
  expect(barred({ rules, today: addDays(monday, 8) })).toBe("too-old");
});

test("a worklog's key names all that it is about, and nothing else has it", () => {
  const keys = [{}, { account: null }, { person: "qian" }, { date: addDays(monday, 1) }, { target: "u" }].flatMap(
    (more) => wantedWorklogs(dayAt([hours("A", 60), hours("A", 5, { task: "T" }), hours("B", 1)], more)),
  );
  expect(new Set(keys.map(({ key }) => key)).size).toBe(15);
  expect(keys[0]?.key).toBe("c|t|zhao|2026-09-14|A||5|7|");
});

test("worklogs of one task or one connection wait for each other", () => {
  const serials = (serializeBy: "task" | "connection") =>
    wantedWorklogs(dayAt([hours("A", 1), hours("B", 1)], { rules: { ...plainRules, serializeBy } })).map(
      ({ serial }) => serial,
    );
  expect(serials("task")).toEqual(["project 7", "80"]);
  expect(serials("connection")).toEqual(["", ""]);
});

test("the day is rounded once, over all that goes to the target", () => {
  const rules = { ...plainRules, rounding: "nearest-15" } as const;
  expect(told([hours("A", 50), hours("B", 50), hours("C", 50)], { rules })).toEqual([
    "7 - 60+0 goes",
    "8 80 45+0 goes",
  ]);
});

test("what goes and what waits is what was counted on linked projects, to the minute", () => {
  const day = fc.uniqueArray(
    fc.record({
      project: fc.constantFrom("A", "B", "C"),
      task: fc.constantFrom(null, "t/71", "x"),
      ready: fc.nat(600),
      waiting: fc.nat(600),
      parts: fc.constant([]),
    }),
    { selector: ({ project, task }) => `${project} ${task}` },
  );
  fc.assert(
    fc.property(day, fc.boolean(), (of, linked) => {
      const wanted = wantedWorklogs(dayAt(of, linked ? {} : { account: null }));
      const sum = wanted.reduce((all, { minutes, waiting }) => all + minutes + waiting, 0);
      const counted = of.filter(({ project }) => project !== "C");
      expect(sum).toBe(counted.reduce((all, { ready, waiting }) => all + ready + waiting, 0));
    }),
  );
});

test("a note names the project, where it was worked and overtime", () => {
  const project = { id: "A", code: "GL2B", name: "管廊二期B标工程", shortName: "管廊二期B标" };
  const about = {
    target: "t",
    date: monday,
    person: { id: "zhao", name: "赵工" },
    project,
    taskTitle: null,
    sent: null,
    minutes: 60,
  };
  const noteOf = (...parts: Parameters<typeof describeWorklog>[0]["parts"]) =>
    describeWorklog({ ...about, remoteProject: "7", remoteTask: null, parts }).note;
  expect(noteOf({ place: "onsite", overtime: null, minutes: 1 })).toBe("管廊二期B标 · 现场");
  expect(noteOf({ place: "unknown", overtime: null, minutes: 1 })).toBe("管廊二期B标");
  const both = [
    { place: "trip", overtime: "rest", minutes: 1 },
    { place: "mobile", overtime: null, minutes: 1 },
  ] as const;
  expect(noteOf(...both)).toBe("管廊二期B标 · 移动办公、出差 · 加班");
});
