import { expect, test } from "vitest";
import { costZh } from "../../message/cost.zh.ts";
import { manageZh } from "../../message/manage.zh.ts";
import { reportZh } from "../../message/report.zh.ts";
import { zh } from "../../message/zh.ts";
import { partsOf } from "./cost-parts.ts";

const m = { ...zh, ...manageZh, ...reportZh, ...costZh, lang: "zh" } as const;
const money = {
  fen: 100_000,
  kinds: { regular: 70_000, workday: 15_000, rest: 10_000, statutory: 5_000 },
  places: { onsite: 80_000, mobile: 12_000, trip: 8_000, unknown: 0 },
  withoutRate: 0,
};

test("kinds and places each come to the whole amount, mobile apart from on site", () => {
  for (const by of ["kind", "place"] as const) {
    expect(partsOf(m, money, by).reduce((sum, { fen }) => sum + fen, 0)).toBe(money.fen);
  }
  expect(partsOf(m, money, "place").map(({ name, fen }) => [name, fen])).toEqual([
    ["现场", 80_000],
    ["移动办公", 12_000],
    ["出差", 8_000],
    ["判断不了", 0],
  ]);
});
