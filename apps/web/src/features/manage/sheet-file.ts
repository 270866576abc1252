import type { ImportPart } from "../../api.ts";

type Row = ImportPart["rows"][number];

/** One sheet of a file, with its rows as they travel. */
export interface SheetOfFile {
  readonly name: string;
  readonly rows: readonly Row[];
}

const rowsAPart = 1_500;

/** Reads a spreadsheet on the phone or the computer itself; throws when it is none. The reader is fetched with the first file. */
export async function readSheets(file: Blob): Promise<SheetOfFile[]> {
  const { read } = await import("hucre");
  const { sheets } = await read(new Uint8Array(await file.arrayBuffer()));
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.map(cellOf)) }));
}

/** The sheet DingTalk calls 原始记录, else the first; null in a file without any. */
export function likelySheet(sheets: readonly SheetOfFile[]): SheetOfFile | null {
  return sheets.find(({ name }) => /原始记录|original|raw/i.test(name)) ?? sheets[0] ?? null;
}

/** A sheet in parts that one request can carry, the last one marked; an empty sheet is one empty part. */
export function partsOf(fileName: string, { name, rows }: SheetOfFile): ImportPart[] {
  const count = Math.max(1, Math.ceil(rows.length / rowsAPart));
  return Array.from({ length: count }, (_, n) => ({
    ...{ fileName, sheet: name, firstRow: n * rowsAPart },
    rows: rows.slice(n * rowsAPart, (n + 1) * rowsAPart).map((cells) => [...cells]),
    last: n === count - 1,
  }));
}

// A spreadsheet's dates have no zone; the reader hands them out as if they were in UTC.
function cellOf(cell: string | number | boolean | Date | null | undefined): Row[number] {
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace("T", " ");
  return typeof cell === "string" ? cell.slice(0, 500) : (cell ?? null);
}
