import { expect, it } from "vitest";
import { type ApprovedLeave, leaveChanges, matchLeaves } from "./leave-match.ts";

const leave = (from: number, to: number) => ({ personId: "zhao", fromAt: from, toAt: to });
const approval = (id: string, from: number, to: number, holds = true): ApprovedLeave => ({
  id,
  holds,
  ...leave(from, to),
});

it("a leave told by both is one, also when one tells whole days and the other the shift", () => {
  expect(matchLeaves([leave(0, 1440)], [approval("a", 540, 1080)])).toMatchObject({
    standing: [leave(0, 1440)],
    lacking: [],
  });
});

it("an approval of which nobody else speaks is lacking, one that does not hold is not", () => {
  const approvals = [approval("a", 540, 720), approval("b", 780, 1080, false)];
  expect(matchLeaves([], approvals).lacking).toEqual([approvals[0]]);
});

it("a leave falls with its approval and stands without one", () => {
  const rows = [leave(540, 1080), leave(2000, 2100)];
  expect(matchLeaves(rows, [approval("a", 540, 1080, false)])).toEqual({
    standing: [leave(2000, 2100)],
    falling: [leave(540, 1080)],
    lacking: [],
    told: [approval("a", 540, 1080, false)],
  });
});

it("a changed leave falls and the new one is lacking until it is told", () => {
  const approvals = [approval("old", 810, 1080, false), approval("new", 810, 930)];
  expect(matchLeaves([leave(810, 1080)], approvals)).toMatchObject({
    falling: [leave(810, 1080)],
    lacking: [{ id: "new" }],
  });
  expect(matchLeaves([leave(810, 930)], approvals)).toMatchObject({ standing: [leave(810, 930)], lacking: [] });
});

it("of a refused and an agreed approval of the same time the agreed one counts", () => {
  const approvals = [approval("no", 540, 1080, false), approval("yes", 540, 1080)];
  expect(matchLeaves([leave(540, 1080)], approvals)).toMatchObject({ standing: [leave(540, 1080)], lacking: [] });
});

it("leaves of others and leaves that only touch are not the same", () => {
  expect(
    matchLeaves([{ ...leave(540, 720), personId: "qian" }, leave(720, 800)], [approval("a", 540, 720)]).lacking,
  ).toHaveLength(1);
});

it("tells what came, went and changed", () => {
  const before = [leave(0, 100), leave(200, 300), leave(500, 600)];
  const after = [leave(0, 100), leave(220, 260), leave(700, 800)];
  expect(leaveChanges(before, after)).toEqual([
    { before: leave(200, 300), after: leave(220, 260) },
    { before: null, after: leave(700, 800) },
    { before: leave(500, 600), after: null },
  ]);
});
