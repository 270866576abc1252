import { expect, test } from "vitest";
import { defaultPolicy } from "./policy.ts";

test("until a company says otherwise approved overtime counts, breaks are the shift's and above 16 hours a day is long", () => {
  expect(defaultPolicy).toEqual({
    ...{ overtime: "approved", breaks: { rule: "shift" }, zone: "Asia/Shanghai", longDay: 16 * 60 },
  });
});
