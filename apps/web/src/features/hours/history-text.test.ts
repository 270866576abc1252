import { expect, test } from "vitest";
import type { ProjectBrief } from "../../api.ts";
import { correctionZh } from "../../message/correction.zh.ts";
import { hoursZh } from "../../message/hours.zh.ts";
import { zh } from "../../message/zh.ts";
import { historyText } from "./history-text.ts";

const m = { ...zh, ...hoursZh, ...correctionZh, lang: "zh" } as const;
const projects = new Map([["GL2B", { id: "GL2B", shortName: "管廊二期B标" } as ProjectBrief]]);

test("codes and figures are said in words", () => {
  expect(historyText(m, null, projects)).toBe("无");
  expect(historyText(m, "GL2B", projects)).toBe("管廊二期B标");
  expect(historyText(m, "GL2B:240", projects)).toBe("管廊二期B标 4h00");
  expect(historyText(m, "accepted", projects)).toBe("已同意");
});

test("what is not known is shown as it came", () => {
  expect(historyText(m, "18:00", projects)).toBe("18:00");
  expect(historyText(m, "clock-out 18:00", projects)).toBe("clock-out，18:00");
});
