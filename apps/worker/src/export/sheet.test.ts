import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { type Cell, type Column, type Sheet, writeCsv, writeXlsx } from "./sheet.ts";

const columns: readonly Column[] = [
  { header: "姓名", kind: "text" },
  { header: "日期", kind: "date" },
  { header: "小时", kind: "hours" },
];

function sheetOf(rows: readonly (readonly Cell[])[]): Sheet {
  return {
    name: "工时",
    columns,
    rows: (async function* () {
      yield* rows;
    })(),
  };
}

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer());

test("a CSV begins with a byte order mark, ends its lines with CRLF and quotes what needs it", async () => {
  const bytes = await bytesOf(writeCsv(sheetOf([['他说 "好", 走', "2026-09-14", 7.5]])));
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toMatch(/^姓名,日期,小时\r\n"他说 ""好"", 走",2026-09-14,7.5(\r\n)?$/);
});

test("a CSV's texts are no formulas, and its numbers below zero stay numbers", async () => {
  const names = ["=1+1", "+86", "-赵", "@SUM(A1)", "\tx", "\ry", "a=b"];
  const bytes = await bytesOf(writeCsv(sheetOf(names.map((name) => [name, null, -1.5]))));
  const text = new TextDecoder().decode(bytes);
  for (const name of names.slice(0, 5)) expect(text).toContain(`\n'${name},,-1.5`);
  expect(text).toContain(`"'\ry",,-1.5`);
  expect(text).toContain("\na=b,,-1.5");
});

test("an XLSX holds numbers, dates and texts that are never formulas", async () => {
  const rows = [
    ["赵\u0001<&>", "2026-09-14", 7.5],
    ["=1+1", "2024-02-29", -0.25],
    ["", null, 0],
  ] as const;
  const { sheets } = await readXlsx(await bytesOf(writeXlsx(sheetOf(rows))));
  expect(sheets[0]?.name).toBe("工时");
  const [header, first, second] = sheets[0]?.rows ?? [];
  expect(header).toEqual(["姓名", "日期", "小时"]);
  expect(first?.slice(1)).toEqual([new Date("2026-09-14T00:00:00Z"), 7.5]);
  expect(first?.[0]).toMatch(/^赵.*<&>$/);
  expect(second).toEqual(["=1+1", new Date("2024-02-29T00:00:00Z"), -0.25]);
});

test("a month of a thousand people is written while it is read", async () => {
  let made = 0;
  const rows = (async function* () {
    for (; made < 31_000; made += 1) yield [`赵${made}`, "2026-09-14", made / 100];
  })();
  const reader = writeXlsx({ name: "工时", columns, rows }).getReader();
  let ahead = 0;
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (size === 0) ahead = made;
    size += chunk.value.byteLength;
  }
  expect(made).toBe(31_000);
  expect(ahead).toBeLessThan(10_000);
  expect(size).toBeGreaterThan(100_000);
});
