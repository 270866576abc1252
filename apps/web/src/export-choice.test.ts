import { expect, test } from "vitest";
import { type ExportChoice, exportFault, exportHref } from "./export-choice.ts";

const days: ExportChoice = { what: "hours", format: "xlsx", from: "2026-09-01", to: "2026-09-30" };
const months: ExportChoice = { what: "cost", format: "csv", from: "2026-01", to: "2026-09" };

test("days and months are asked for as the server answers for them", () => {
  expect(exportFault(days)).toBeNull();
  expect(exportFault(months)).toBeNull();
  expect(exportFault({ ...days, from: "2026-07-31" })).toBeNull();
  expect(exportFault({ ...days, from: "2026-07-30" })).toBe("exportLong");
  expect(exportFault({ ...months, from: "2023-09" })).toBe("exportLongMonths");
  expect(exportFault({ ...days, to: "2026-08-31" })).toBe("exportReversed");
  expect(exportFault({ ...days, to: "" })).toBe("needDay");
  expect(exportFault({ ...months, to: "2026-09-17" })).toBe("needDay");
});

test("the address names the project, the days, the format and the language", () => {
  expect(exportHref(days, "en", "GL2B")).toBe(
    "/api/exports/hours?format=xlsx&from=2026-09-01&to=2026-09-30&lang=en&project=GL2B",
  );
  expect(exportHref(months, "zh", null)).toBe("/api/exports/cost?format=csv&from=2026-01&to=2026-09&lang=zh");
});
