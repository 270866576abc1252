import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAt, hours, keep, plainRules, push, say } from "./testing-worklog.ts";
import { type Correcting, type KeptWorklog, worklogDifference } from "./worklog-difference.ts";
import { type DayAtTarget, wantedWorklogs } from "./worklog-plan.ts";

const free: Correcting = { change: true, remove: true, dueAt: 100 };
const onlyMore: Correcting = { change: false, remove: false, dueAt: 100 };

function plan(kept: readonly KeptWorklog[], day: DayAtTarget, how = free): KeptWorklog[] {
  const wanted = wantedWorklogs(day).map(say);
  return keep(kept, worklogDifference(wanted, kept, how));
}

function told(rows: readonly KeptWorklog[]): string[] {
  return rows.map(({ key, minutes, waiting, held, state }) => {
    return `${key.split("|").slice(4).join("/")} ${minutes}+${waiting} ${state}${held === null ? "" : ` ${held}`}`;
  });
}

const linked = plan([], dayAt([hours("A", 60)]));
const sent = push(linked);

test("hours become due, what waits is held, what was said yes to becomes due", () => {
  const day = dayAt([hours("A", 0, { waiting: 60 })]);
  const held = plan([], day);
  expect(told(held)).toEqual(["A//5/7/ 0+60 held not-approved"]);
  expect(told(plan(held, dayAt([hours("A", 60)])))).toEqual(["A//5/7/ 60+0 due"]);
});

test("planning the same again changes nothing", () => {
  for (const rows of [linked, sent, plan(sent, dayAt([hours("A", 30, { waiting: 5 })]))]) {
    const day = dayAt([hours("A", rows[0]?.minutes ?? 0, { waiting: rows[0]?.waiting ?? 0 })]);
    expect(worklogDifference(wantedWorklogs(day).map(say), rows, free)).toEqual({ changes: [], gone: [] });
  }
});

test("less is changed there, nothing is removed there", () => {
  expect(told(plan(sent, dayAt([hours("A", 45)])))).toEqual(["A//5/7/ 45+0 due"]);
  const removing = plan(sent, dayAt([]));
  expect(told(removing)).toEqual(["A//5/7/ 0+0 due"]);
  expect(told(plan(push(removing), dayAt([])))).toEqual(["A//5/7/ 0+0 done"]);
});

test("a change that is taken back before it left needs no call", () => {
  const changed = plan(sent, dayAt([hours("A", 45)]));
  expect(told(plan(changed, dayAt([hours("A", 60)])))).toEqual(["A//5/7/ 60+0 done"]);
});

test("what never left disappears when it is not wanted any more", () => {
  expect(plan(linked, dayAt([]))).toEqual([]);
});

test("hours that go elsewhere are removed where they were", () => {
  const elsewhere = dayAt([hours("A", 60)], {
    destinations: new Map([["A", { remoteProject: "9", remoteTask: "90" }]]),
  });
  expect(told(plan(sent, elsewhere))).toEqual(["A//5/7/ 0+0 due", "A//5/9/90 60+0 due"]);
});

test("a row that somebody is writing stays his, with what is to be there now", () => {
  for (const state of ["sending", "unknown"] as const) {
    const rows = linked.map((row) => ({ ...row, state }));
    expect(told(plan(rows, dayAt([hours("A", 45)])))).toEqual([`A//5/7/ 45+0 ${state}`]);
    expect(told(plan(rows, dayAt([])))).toEqual([`A//5/7/ 0+0 ${state}`]);
  }
});

test("a failed row is tried again when it is to be something else", () => {
  const failed = linked.map((row) => ({ ...row, state: "failed" as const, attempts: 8 }));
  expect(told(plan(failed, dayAt([hours("A", 60, { waiting: 10 })])))).toEqual(["A//5/7/ 60+10 failed not-approved"]);
  expect(plan(failed, dayAt([hours("A", 45)]))).toMatchObject([{ state: "due", attempts: 0, nextAt: 100 }]);
});

test("a row that waits for its next attempt goes on waiting, one with other minutes does not", () => {
  const backingOff = linked.map((row) => ({ ...row, attempts: 2, nextAt: 500 }));
  expect(plan(backingOff, dayAt([hours("A", 60, { waiting: 5 })]))).toMatchObject([{ attempts: 2, nextAt: 500 }]);
  expect(plan(backingOff, dayAt([hours("A", 45)]))).toMatchObject([{ attempts: 0, nextAt: 100 }]);
});

test("what is to leave sooner does not leave later because it changed", () => {
  const soon = linked.map((row) => ({ ...row, nextAt: 5 }));
  expect(plan(soon, dayAt([hours("A", 45)]))).toMatchObject([{ nextAt: 5 }]);
});

test("a whole day waits for its person's account, and leaves when there is one", () => {
  const unlinked = plan([], dayAt([hours("A", 60, { waiting: 5 })], { account: null }));
  expect(told(unlinked)).toEqual(["A///7/ 0+65 held person-unlinked"]);
  expect(told(plan(unlinked, dayAt([hours("A", 60)])))).toEqual(["A//5/7/ 60+0 due"]);
});

test("hours that are there stay when their person's account is closed; new ones wait", () => {
  const closed = (ready: number) => dayAt([hours("A", ready)], { account: { id: "5", usable: false } });
  expect(told(plan(sent, closed(60)))).toEqual(["A//5/7/ 60+0 done"]);
  expect(told(plan(sent, closed(45)))).toEqual(["A//5/7/ 45+0 held person-unlinked"]);
});

test("a product that only takes more is not asked to take back", () => {
  expect(told(plan(sent, dayAt([hours("A", 75)]), onlyMore))).toEqual(["A//5/7/ 75+0 due"]);
  expect(told(plan(sent, dayAt([hours("A", 45)]), onlyMore))).toEqual(["A//5/7/ 45+0 held correction-impossible"]);
  expect(told(plan(sent, dayAt([]), onlyMore))).toEqual(["A//5/7/ 0+0 held correction-impossible"]);
});

const step = fc.record({
  a: fc.nat(90),
  b: fc.nat(90),
  waiting: fc.nat(30),
  account: fc.constantFrom(null, { id: "5", usable: true }, { id: "6", usable: true }),
  rounding: fc.constantFrom("exact" as const, "nearest-15" as const, "up-6" as const),
  pushes: fc.boolean(),
});

test("whatever changes and whenever it leaves, in the end there stands what is wanted and nothing else", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      let rows: KeptWorklog[] = [];
      for (const { a, b, waiting, account, rounding, pushes } of steps) {
        const day = dayAt([hours("A", a, { waiting }), hours("B", b)], { account, rules: { ...plainRules, rounding } });
        rows = plan(rows, day);
        expect(plan(rows, day)).toEqual(rows);
        const all = push(rows).reduce((sum, { sentMinutes }) => sum + sentMinutes, 0);
        const wanted = account === null ? 0 : wantedWorklogs(day).reduce((sum, { minutes }) => sum + minutes, 0);
        expect(all).toBe(wanted);
        if (pushes) rows = push(rows);
      }
    }),
  );
});
