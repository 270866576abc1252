import { expect, it } from "vitest";
import { clientAnswering, clientOf, farSide } from "../testing.ts";
import { instanceOf, readChain, readInstance } from "./instance.ts";
import { leaveResult } from "./sample.ts";

const ID = "Xy7RkQe2T1mZ0aBcDeFgHi07561789284877";
const at = (text: string) => Date.parse(`${text}+08:00`);

it("reads an approval with its state, its chain and its times in Beijing", async () => {
  const { dingtalk, calls } = clientAnswering({ success: "true", result: leaveResult });
  expect(await readInstance(dingtalk, `${ID}&=`)).toMatchObject({
    processInstanceId: `${ID}&=`,
    businessId: "202609131534000382214",
    title: "赵一提交的请假",
    originatorUserId: "zhao001",
    originatorDepartmentId: "432825033",
    state: "agreed",
    action: "none",
    mainInstanceId: `${ID}&=`,
    attachedInstanceIds: [],
    createdAt: at("2026-09-13T15:34"),
    finishedAt: at("2026-09-13T15:41"),
    modifiedAt: at("2026-09-13T15:41"),
    rejected: [],
  });
  expect(calls[0]?.method).toBe("GET");
  expect(calls[0]?.url.searchParams.get("processInstanceId")).toBe(`${ID}&=`);
});

it.each([
  ["RUNNING", "", "running"],
  ["NEW", undefined, "running"],
  ["COMPLETED", "refuse", "refused"],
  ["TERMINATED", null, "withdrawn"],
  ["CANCELED", "", "withdrawn"],
])("reads the state %s with result %s", (status, result, state) => {
  expect(instanceOf(ID, { ...leaveResult, status, result })).toMatchObject({ state });
});

it("takes the last thing that happened when nothing is finished", () => {
  const read = instanceOf(ID, { ...leaveResult, status: "RUNNING", result: "", finishTime: null });
  expect(read).toMatchObject({ finishedAt: null, modifiedAt: at("2026-09-13T15:41") });
});

it("names what an instance lacks", async () => {
  expect(instanceOf(ID, { ...leaveResult, originatorUserId: null })).toBe("originatorUserId");
  expect(instanceOf(ID, { ...leaveResult, status: "ODD" })).toBe("status");
  expect(instanceOf(ID, { ...leaveResult, result: "" })).toBe("result");
  const { dingtalk } = clientAnswering({ success: true });
  await expect(readInstance(dingtalk, ID)).rejects.toMatchObject({ kind: "unreadable", code: "originatorUserId" });
});

it("sets aside a component that is none", () => {
  const read = instanceOf(ID, { ...leaveResult, formComponentValues: [{}, 7, { id: "x" }] });
  expect(read).toMatchObject({ components: [{ id: "x" }], rejected: [{ reason: "id, name" }, { raw: 7 }] });
});

it("answers null for an approval that does not exist and throws for any other refusal", async () => {
  const refuse = (code: string) => () => Response.json({ code, message: "no" }, { status: 400 });
  const gone = clientOf(farSide(refuse("processInstanceNotExist")).fetch);
  expect(await readInstance(gone.dingtalk, ID)).toBeNull();
  const wrong = clientOf(farSide(refuse("invalidParameter")).fetch);
  await expect(readInstance(wrong.dingtalk, ID)).rejects.toMatchObject({ kind: "bad-request" });
});

it("reads a whole chain from either end, each instance once", async () => {
  const chain: Record<string, object> = {
    first: { ...leaveResult, attachedProcessInstanceIds: ["second", "gone"] },
    second: {
      ...leaveResult,
      bizAction: "REVOKE",
      mainProcessInstanceId: "first",
      businessId: "202609141000000000000",
      createTime: "2026-09-14T10:00Z",
    },
  };
  for (const start of ["first", "second"]) {
    const far = farSide(({ url }) => {
      const result = chain[url.searchParams.get("processInstanceId") ?? ""];
      return result ? { result } : Response.json({ code: "processInstanceNotExist" }, { status: 400 });
    });
    const read = await readChain(clientOf(far.fetch).dingtalk, start);
    expect(read.map(({ processInstanceId, action }) => `${processInstanceId} ${action}`)).toEqual([
      "first none",
      "second revoke",
    ]);
    expect(far.calls).toHaveLength(3);
  }
});
