import { describe, expect, test } from "vitest";
import { open } from "../testing.ts";

const SPAN = { start: "2026-09-17T13:30:00+08:00", end: "2026-09-17T18:00:00+08:00" };
const LEAVE = { kind: "leave", userId: "zhao001", ...SPAN };

describe("asking for an approval", () => {
  test.each([
    [{ ...LEAVE, userId: "nobody" }, 404],
    [{ ...LEAVE, kind: "holiday" }, 400],
    [{ ...LEAVE, end: SPAN.start }, 400],
    [{ ...LEAVE, name: "没有的假" }, 400],
    [{ ...LEAVE, unit: "week" }, 400],
    [{ ...LEAVE, approvers: [] }, 400],
    [{ ...LEAVE, approvers: [{ mode: "AND", userIds: [] }] }, 400],
    [{ kind: "custom", userId: "zhao001", processCode: "PROC-SIMULATOR-LEAVE" }, 400],
    [{ kind: "supply", userId: "zhao001", workDate: "gestern", type: "on", at: SPAN.start }, 400],
  ])("is refused for %j", async (asked, status) => {
    expect((await open().control("approvals", asked)).status).toBe(status);
  });

  test("is shown with whom it waits for, and can be searched", async () => {
    const { control } = open();
    const { approval } = (await control("approvals", LEAVE)).body as unknown as { approval: { id: string } };
    expect(approval).toMatchObject({
      status: "RUNNING",
      waitingFor: ["wang003"],
      createdAt: "2026-09-17T09:02:00+08:00",
    });
    expect((await control(`approvals/${approval.id}`)).body).toEqual({ approval });
    expect((await control("approvals?userId=zhao001&kind=leave&status=RUNNING")).body.approvals).toEqual([approval]);
    expect((await control("approvals?userId=zhao001&status=COMPLETED")).body.approvals).toEqual([]);
    expect((await control("approvals/none")).status).toBe(404);
  });
});

describe("deciding it", () => {
  test("is refused when it is over, or somebody else's turn, or not yet approved", async () => {
    const { control } = open();
    const { approval } = (await control("approvals", LEAVE)).body as unknown as { approval: { id: string } };
    expect((await control(`approvals/${approval.id}/approve`, { by: "li002" })).body.problem).toContain("not theirs");
    expect((await control(`approvals/${approval.id}/revoke`, {})).status).toBe(400);
    await control(`approvals/${approval.id}/refuse`, {});
    expect((await control(`approvals/${approval.id}/approve`, { by: "wang003" })).body.problem).toContain("over");
  });
});
