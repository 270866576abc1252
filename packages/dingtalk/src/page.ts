import { DingTalkError } from "./error.ts";
import { listOf, truth } from "./lenient.ts";

/** One page as received: its rows and what DingTalk says of further ones. */
export interface Page {
  readonly list: unknown;
  readonly more: unknown;
}

/** All rows of a list that is paged by offset; a missing "has more" means that a full page is followed by another. */
export async function readPages(
  path: string,
  size: number,
  read: (offset: number) => Promise<Page>,
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let offset = 0; ; offset += size) {
    const page = await read(offset);
    const list = listOf(page.list);
    rows.push(...list);
    if (!(truth.safeParse(page.more).data ?? list.length >= size)) return rows;
    if (list.length === 0) throw new DingTalkError({ kind: "unreadable", path, code: "endless-list" });
  }
}
