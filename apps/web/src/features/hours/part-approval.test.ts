import { expect, test } from "vitest";
import type { LinePart, Workday } from "../../api.ts";
import { approvalOf } from "./part-approval.ts";

const al = (project: string, overtime: "workday" | null = null): Workday["allocations"][number] => ({
  ...{ project, task: null, minutes: 60, basis: "pick", place: "onsite", overtime },
});
const ap = (state: Workday["approvals"][number]["state"], returned: string | null = null) => ({
  ...{ key: "", state, reasons: [], returned },
});
const part = (project: string): LinePart => ({
  ...{ start: 540, end: 600, kind: "counted", project, task: null, basis: "pick", place: "onsite" },
  ...{ overtime: null, fact: null },
});

test("nothing is said of what passed", () => {
  const day = { allocations: [al("p1"), al("p2")], approvals: [ap("automatic"), ap("approved")] };
  expect(approvalOf(day, part("p1"))).toBeNull();
  expect(approvalOf(day, part("p2"))).toBeNull();
});

test("a part waits as long as anything of it waits, its overtime included", () => {
  const day = { allocations: [al("p1"), al("p1", "workday")], approvals: [ap("automatic"), ap("waiting")] };
  expect(approvalOf(day, part("p1"))).toEqual({ state: "waiting" });
});

test("what came back says why", () => {
  const day = { allocations: [al("p1"), al("p2")], approvals: [ap("waiting"), ap("rejected", "不是这个项目")] };
  expect(approvalOf(day, part("p2"))).toEqual({ state: "rejected", why: "不是这个项目", project: "p2" });
});
