import { expect, test } from "vitest";
import { targetZh } from "../../../../message/target.zh.ts";
import { targetPushZh } from "../../../../message/target-push.zh.ts";
import { zh } from "../../../../message/zh.ts";
import type { Worklog } from "./filter.ts";
import { codeOfRow, standTexts } from "./row-text.ts";
import type { PushWords } from "./words.ts";

const m: PushWords = { ...zh, lang: "zh", ...targetZh, ...targetPushZh };
const worklog: Worklog = {
  ...{ key: "k", date: "2026-09-16", taskId: null, remotePerson: "5", note: "", attempts: 0 },
  person: { id: "zhao001", name: null },
  project: { id: "GL2B", name: null },
  remoteProject: { id: "1", name: null },
  remoteTask: null,
  ...{ minutes: 480, waiting: 0, held: null, state: "due", sentMinutes: 0, problem: null, field: null },
  ...{ nextAt: "2026-09-17T04:00:00+08:00", sentAt: null },
};
const on = { state: "on", pace: "night" } as const;

test("what is due says when it leaves, or that nothing leaves while paused", () => {
  expect(standTexts(m, worklog, on)).toEqual(["9/17 04:00 推"]);
  expect(standTexts(m, worklog, { ...on, pace: "at-once" })).toEqual(["下一趟就推"]);
  expect(standTexts(m, { ...worklog, attempts: 2 }, { ...on, pace: "at-once" })).toEqual(["9/17 04:00 推"]);
  expect(standTexts(m, worklog, { ...on, state: "paused" })).toEqual(["开始推送以后推"]);
});

test("what is there already is said before it is changed or taken back", () => {
  expect(standTexts(m, { ...worklog, sentMinutes: 450 }, on)[0]).toBe("那边现在 7h30");
  expect(standTexts(m, { ...worklog, minutes: 0, sentMinutes: 450 }, on)[0]).toBe("从那边收回");
});

test("a part that waits is said beside the rest that leaves", () => {
  const half = standTexts(m, { ...worklog, waiting: 60, held: "not-approved" }, on);
  expect(half).toEqual(["9/17 04:00 推", "1h00 搁着", "等负责人批，批了就推"]);
  const held = { ...worklog, state: "held", minutes: 0, waiting: 60, held: "person-unlinked" } as const;
  expect(standTexts(m, held, on)).toHaveLength(1);
});

test("what did not arrive says why and how often it was tried, and is mended by that before what holds it", () => {
  const failed = { ...worklog, state: "failed", problem: "task-deleted", held: "not-approved", attempts: 3 } as const;
  expect(standTexts(m, failed, on).at(-1)).toBe("试过 3 次");
  expect(codeOfRow(failed)).toBe("task-deleted");
  expect(codeOfRow({ ...failed, problem: null })).toBe("not-approved");
});
