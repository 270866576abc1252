import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterApplied,
  afterFind,
  afterUnknown,
  type Correction,
  keptOf,
  nextAct,
  type Standing,
  standingOf,
  unsureOf,
  type WorklogAct,
} from "./worklog-step.ts";

type Row = Pick<Standing, "minutes" | "digest" | "remoteId" | "sentMinutes" | "sentDigest">;
type Fate = "done" | "lost-after" | "lost-before" | "dead-after" | "dead-before";
interface Far {
  readonly records: Map<string, { minutes: number }>;
  next: number;
}

const anyFate = fc.constantFrom<Fate>("done", "done", "lost-after", "lost-before", "dead-after", "dead-before");
const anyMove = fc.oneof(
  fc.record({ move: fc.constant("want" as const), minutes: fc.constantFrom(0, 0, 30, 60, 90), note: fc.nat(1) }),
  fc.record({ move: fc.constant("push" as const), fates: fc.array(anyFate, { maxLength: 4 }) }),
  fc.constant({ move: "remove-there" as const }),
);

function perform(far: Far, log: Standing, act: WorklogAct): string {
  if (act.kind === "create") {
    far.next += 1;
    far.records.set(String(far.next), { minutes: act.minutes });
    return String(far.next);
  }
  if (act.kind === "change") {
    const record = far.records.get(act.id);
    if (record === undefined) return "gone";
    record.minutes = log.minutes;
  }
  if (act.kind === "remove") far.records.delete(act.id);
  return "";
}

function look({ records }: Far) {
  return [...records].map(([id, { minutes }]) => ({ id, minutes }));
}

/** One claim of a row until it ends, is unsure or the worker dies; as the database has it afterwards. */
function push(far: Far, row: Row, fates: Fate[], correction: Correction): Row {
  let log = standingOf(row, correction);
  for (let calls = 0; calls < 20; calls += 1) {
    const act = nextAct(log, correction);
    if (act.kind === "end" || act.kind === "impossible") return { ...row, ...keptOf(log, correction) };
    const fate = fates.shift() ?? "done";
    const dead = { ...row, sentDigest: row.sentDigest?.startsWith("?") ? row.sentDigest : unsureOf("") };
    if (fate === "dead-before") return dead;
    if (act.kind === "find") {
      if (fate !== "done") return fate === "dead-after" ? dead : { ...row, ...keptOf(log, correction) };
      log = afterFind(log, look(far), correction);
      continue;
    }
    const id = fate === "lost-before" ? "" : perform(far, log, act);
    if (fate === "dead-after") return dead;
    if (id === "gone") return { ...row, remoteId: null, sentDigest: unsureOf("") };
    if (fate !== "done") return { ...row, ...keptOf(afterUnknown(log, act), correction) };
    log = afterApplied(log, act, id, correction);
  }
  throw new Error("no end");
}

const blank: Row = { minutes: 0, digest: "0/0", remoteId: null, sentMinutes: 0, sentDigest: null };

test("whatever is wanted, lost and died of, there is one record with the wanted minutes in the end", () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 12 }), (moves) => {
      const far: Far = { records: new Map(), next: 0 };
      let row = blank;
      for (const move of moves) {
        if (move.move === "want") row = { ...row, minutes: move.minutes, digest: `${move.minutes}/${move.note}` };
        if (move.move === "push") row = push(far, row, [...move.fates], "amend");
        if (move.move === "remove-there") {
          far.records.clear();
          row = { ...row, sentDigest: unsureOf("") };
        }
        expect(far.records.size).toBeLessThanOrEqual(1);
      }
      for (let n = 0; n < 3; n += 1) row = push(far, row, [], "amend");
      expect([...far.records.values()].map(({ minutes }) => minutes)).toEqual(row.minutes > 0 ? [row.minutes] : []);
    }),
    { numRuns: 2000 },
  );
});

test("where nothing can be taken back the records add up to the most that was ever wanted and sent, and never to more", () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 12 }), (moves) => {
      const far: Far = { records: new Map(), next: 0 };
      const total = () => [...far.records.values()].reduce((sum, { minutes }) => sum + minutes, 0);
      let row = blank;
      let most = 0;
      for (const move of moves) {
        if (move.move === "want") row = { ...row, minutes: move.minutes, digest: `${move.minutes}/${move.note}` };
        if (move.move === "push") row = push(far, row, [...move.fates], "add");
        most = Math.max(most, row.minutes);
        expect(total()).toBeLessThanOrEqual(most);
      }
      const before = total();
      row = push(far, row, [], "add");
      expect(total()).toBe(Math.max(before, row.minutes));
      expect(row.sentMinutes).toBe(total());
    }),
    { numRuns: 2000 },
  );
});

test("of doubles the one that fits stays", () => {
  const far: Far = { records: new Map([1, 2, 3].map((n) => [String(n), { minutes: n * 30 }])), next: 3 };
  const row = push(far, { ...blank, minutes: 60, digest: "60/0", sentDigest: unsureOf("") }, [], "amend");
  expect([...far.records]).toEqual([["2", { minutes: 60 }]]);
  expect(row).toMatchObject({ remoteId: "2", sentMinutes: 60, sentDigest: "60/0" });
});

test("what was sent without an answer and stands as it is to be needs no second call", () => {
  const log = standingOf({ ...blank, minutes: 60, digest: "60/0", sentDigest: unsureOf("60/0") }, "amend");
  expect(nextAct(log, "amend")).toEqual({ kind: "find" });
  expect(nextAct(afterFind(log, [{ id: "1", minutes: 60 }], "amend"), "amend")).toEqual({ kind: "end" });
});
