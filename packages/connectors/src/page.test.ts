import { expect, it } from "vitest";
import { countOf, type Page, walk } from "./page.ts";

async function all<T>(read: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of walk(read)) rows.push(row);
  return rows;
}

it("pages are read one after the other, empty ones too", async () => {
  const pages = new Map<string | null, Page<number>>([
    [null, { items: [1, 2], next: "a" }],
    ["a", { items: [], next: "b" }],
    ["b", { items: [3], next: null }],
  ]);
  expect(await all(async (cursor) => pages.get(cursor) ?? { items: [], next: null })).toEqual([1, 2, 3]);
});

it("a list that comes back to a page it had is an error", async () => {
  const circle = async (cursor: string | null) => ({ items: [], next: cursor === "a" ? "b" : "a" });
  await expect(all(circle)).rejects.toMatchObject({ kind: "unreadable", code: "endless-list" });
});

it("a list that does not end is an error", async () => {
  const endless = async (cursor: string | null) => ({ items: [], next: String(countOf(cursor, 0) + 1) });
  await expect(all(endless)).rejects.toMatchObject({ kind: "unreadable", code: "endless-list" });
});

it("a cursor of somebody else is refused", () => {
  expect(countOf(null, 1)).toBe(1);
  expect(countOf("200", 0)).toBe(200);
  for (const cursor of ["x", "-1", "1.5", "1e99"]) expect(() => countOf(cursor, 0)).toThrow("invalid (cursor)");
});
