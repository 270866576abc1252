import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { likelySheet, partsOf, readSheets } from "./sheet-file.ts";

test("a spreadsheet is read sheet by sheet, its dates as they stand in it whatever the zone", async () => {
  const columns = [{ width: 12 }, { width: 20, numFmt: "yyyy-mm-dd hh:mm" }];
  const rows = [
    ["姓名", "打卡时间"],
    ["赵磊", new Date("2026-09-16T08:57:00Z")],
  ];
  const file = await writeXlsx({
    sheets: [
      { name: "月度汇总", rows: [["x"]] },
      { name: "原始记录", columns, rows },
    ],
  });
  const sheets = await readSheets(new Blob([new Uint8Array(file)]));
  expect(sheets.map(({ name }) => name)).toEqual(["月度汇总", "原始记录"]);
  expect(likelySheet(sheets)?.rows).toEqual([
    ["姓名", "打卡时间"],
    ["赵磊", "2026-09-16 08:57:00"],
  ]);
});

test("what is no spreadsheet is refused", async () => {
  await expect(readSheets(new Blob(["not a sheet"]))).rejects.toThrow();
});

test("a long sheet travels in parts that begin where the one before ended", () => {
  const rows = Array.from({ length: 3_001 }, (_, n) => [n]);
  const parts = partsOf("9月.xlsx", { name: "原始记录", rows });
  expect(parts.map(({ firstRow, rows: some, last }) => [firstRow, some.length, last])).toEqual([
    [0, 1500, false],
    [1500, 1500, false],
    [3000, 1, true],
  ]);
  expect(parts.flatMap((part) => part.rows)).toEqual(rows);
  expect(partsOf("x", { name: "s", rows: [] })).toMatchObject([{ rows: [], last: true }]);
});
