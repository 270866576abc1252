import type { WorkDate } from "@today/core/time/date";
import { writeCsvStream } from "hucre/csv";
import { writeXlsxStream } from "hucre/xlsx";

/** What stands in a column: dates are `2026-09-14`, hours and yuan have two decimals. */
export interface Column {
  readonly header: string;
  readonly kind: "text" | "date" | "number" | "minutes" | "hours" | "yuan";
}

export type Cell = string | number | null;

/** A table on its way out of the house; its rows are read while they are sent. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** UTF-8 with a byte order mark, CRLF, RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe. */
export function writeCsv({ columns, rows }: Sheet): ReadableStream<Uint8Array> {
  const headers = columns.map(({ header }) => header);
  return writeCsvStream(copied(rows), { headers, bom: true, lineSeparator: "\r\n", escapeFormulae: true });
}

/** One worksheet: numbers are numbers, dates are dates, texts are never formulas. */
export function writeXlsx({ name, columns, rows }: Sheet): ReadableStream<Uint8Array> {
  const formats = {
    text: {},
    date: { numFmt: "yyyy-mm-dd" },
    number: {},
    minutes: {},
    hours: twoDecimals,
    yuan: twoDecimals,
  };
  return writeXlsxStream(typed(rows, columns), {
    name,
    columns: columns.map(({ header, kind }) => ({ header, width: kind === "text" ? 16 : 12, ...formats[kind] })),
    freezePane: { rows: 1 },
  });
}

const twoDecimals = { numFmt: "0.00" };

async function* copied(rows: Sheet["rows"]): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield [...row];
}

async function* typed(rows: Sheet["rows"], columns: Sheet["columns"]): AsyncGenerator<(Cell | Date)[]> {
  for await (const row of rows) {
    yield row.map((cell, n) => (columns[n]?.kind === "date" && typeof cell === "string" ? dayOf(cell) : cell));
  }
}

function dayOf(date: WorkDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
