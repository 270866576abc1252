import { ConnectorError } from "./error.ts";

/** A part of a list. `next` is opaque and fetches the following part; null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const mostPages = 1000;

/** All rows of a list, page by page. Throws `unreadable` when a list comes back to a page it had or does not end. */
export async function* walk<T>(read: (cursor: string | null) => Promise<Page<T>>): AsyncGenerator<T> {
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read(cursor);
    yield* page.items;
    cursor = page.next;
    if (cursor !== null && (seen.has(cursor) || seen.size >= mostPages)) throw endless();
    if (cursor !== null) seen.add(cursor);
  } while (cursor !== null);
}

/** The number in a cursor that counts: rows skipped, or pages. Throws `invalid` for a cursor that is none of ours. */
export function countOf(cursor: string | null, first: number): number {
  const count = cursor === null ? first : Number(cursor);
  if (!Number.isSafeInteger(count) || count < first) throw new ConnectorError({ kind: "invalid", code: "cursor" });
  return count;
}

function endless() {
  return new ConnectorError({ kind: "unreadable", code: "endless-list" });
}
