import { expect, test } from "vitest";
import { reasonText } from "./reason.ts";

test("a usual reason, own words, or both become one text", () => {
  expect(reasonText({ chip: "忘了", text: "" }, "，")).toBe("忘了");
  expect(reasonText({ chip: null, text: " 下午在三号泵站调试 " }, "，")).toBe("下午在三号泵站调试");
  expect(reasonText({ chip: "没电", text: "充电器坏了" }, "，")).toBe("没电，充电器坏了");
});

test("nothing said is nothing, and nothing is longer than 100 characters", () => {
  expect(reasonText({ chip: null, text: "  " }, "，")).toBe("");
  expect(reasonText({ chip: "忘了", text: "长".repeat(200) }, "，")).toHaveLength(100);
});
