import { expect, it } from "vitest";
import { clientAnswering } from "../testing.ts";
import { approvalTemplates } from "./template.ts";

it("reads the forms, and what DingTalk says of 请假 and 补卡", async () => {
  const { dingtalk, calls } = clientAnswering({
    result: [
      { flowTitle: "请假", processCode: "PROC-L", attendanceType: 2 },
      { flowTitle: "补卡", processCode: "PROC-S", attendanceType: "1" },
      { processCode: "PROC-P", attendanceType: 0 },
      { flowTitle: "?" },
    ],
  });
  expect(await approvalTemplates(dingtalk, "admin012")).toEqual({
    templates: [
      { processCode: "PROC-L", title: "请假", attendance: "leave" },
      { processCode: "PROC-S", title: "补卡", attendance: "punch-correction" },
      { processCode: "PROC-P", title: "", attendance: null },
    ],
    rejected: [{ reason: "processCode", raw: { flowTitle: "?" } }],
  });
  expect(calls[0]?.url.searchParams.get("userId")).toBe("admin012");
});
