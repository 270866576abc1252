import { describe, expect, it } from "vitest";
import { approvedFacts } from "./fact.ts";
import { type ApprovalInstance, instanceOf } from "./instance.ts";
import { leaveResult } from "./sample.ts";

function instance(changes: object, id: string): ApprovalInstance {
  const read = instanceOf(id, { ...leaveResult, ...changes });
  if (typeof read === "string") throw new Error(read);
  return read;
}

describe("of a chain", () => {
  const finished = (minute: number) => ({
    createTime: `2026-09-13T15:${minute}Z`,
    finishTime: `2026-09-13T16:${minute}Z`,
  });
  const states = (...instances: ApprovalInstance[]) =>
    approvedFacts(instances, { shiftOn: () => null }).facts.map(({ processInstanceId, state, replacedBy }) =>
      [processInstanceId, state, replacedBy].join(" "),
    );
  const first = instance(finished(10), "a");
  const changed = (id: string, minute: number, more: object = {}) =>
    instance({ ...finished(minute), bizAction: "MODIFY", mainProcessInstanceId: "a", ...more }, id);

  it("the latest agreed instance holds, whichever is given first", () => {
    expect(states(first, changed("b", 20))).toEqual(["a revoked b", "b agreed "]);
    expect(states(changed("b", 20), first)).toEqual(["b agreed ", "a revoked b"]);
    expect(states(first, changed("b", 20), changed("c", 30, { mainProcessInstanceId: "b" }))).toEqual([
      "a revoked c",
      "b revoked c",
      "c agreed ",
    ]);
  });

  it("a change that is not agreed changes nothing", () => {
    expect(states(first, changed("b", 20, { result: "refuse" }))).toEqual(["a agreed ", "b refused "]);
    expect(states(first, changed("b", 20, { status: "RUNNING", result: "" }))).toEqual(["a agreed ", "b running "]);
    expect(states(first, changed("b", 20, { status: "TERMINATED", result: "" }))).toEqual(["a agreed ", "b revoked "]);
  });

  it("an agreed cancellation leaves nothing, a running one everything", () => {
    expect(states(first, changed("b", 20), changed("c", 30, { bizAction: "REVOKE" }))).toEqual([
      "a revoked c",
      "b revoked c",
    ]);
    expect(states(first, changed("c", 30, { bizAction: "REVOKE", status: "RUNNING" }))).toEqual(["a agreed "]);
  });
});
