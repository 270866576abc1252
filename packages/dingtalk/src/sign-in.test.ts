import { expect, it } from "vitest";
import { personOfCode } from "./sign-in.ts";
import { clientAnswering } from "./testing.ts";

it("tells whose code it is", async () => {
  const result = { userid: "lin01", unionid: "uLin01UnionA1iE", name: "林一", sys: true, sys_level: "2" };
  const { dingtalk, calls } = clientAnswering({ errcode: 0, result });
  const person = await personOfCode(dingtalk, "ac7Qm2Tz");
  expect(person).toEqual({ userId: "lin01", unionId: "uLin01UnionA1iE", name: "林一", sysLevel: 2 });
  expect(calls[0]?.body).toEqual({ code: "ac7Qm2Tz" });
});

it.each([40078, 40079, 41007])("says that the code is invalid when DingTalk answers %i", async (errcode) => {
  const { dingtalk, calls } = clientAnswering({ errcode: 88, sub_code: String(errcode), request_id: "r" });
  const expected = { kind: "code-invalid", code: String(errcode), requestId: "r" };
  await expect(personOfCode(dingtalk, "used")).rejects.toMatchObject(expected);
  expect(calls).toHaveLength(1);
});

it("leaves other refusals as they are", async () => {
  const { dingtalk } = clientAnswering({ errcode: 60020, errmsg: "request ip=203.0.113.9" });
  await expect(personOfCode(dingtalk, "ac")).rejects.toMatchObject({
    kind: "ip-refused",
    refusedAddress: "203.0.113.9",
  });
});
