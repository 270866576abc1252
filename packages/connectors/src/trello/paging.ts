import type { z } from "zod";
import { readBody } from "../lenient.ts";
import { type Page, walk } from "../page.ts";
import type { TrelloApi } from "./api.ts";
import { Comments } from "./shape.ts";

/** A board's cards are long and seldom many. */
export const cardsAtOnce = 200;
const commentsAtOnce = 1000;

interface Place {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly cursor: string | null;
  /** At most 1000. */
  readonly size: number;
}

/** A page of a list that comes newest first and tells no total; it ends when less came than was asked for. */
export async function readPage<T extends z.ZodType<readonly { readonly id: string }[]>>(
  api: TrelloApi,
  at: Place,
  schema: T,
): Promise<Page<z.output<T>[number]>> {
  const before = at.cursor === null ? {} : { before: at.cursor };
  const items = readBody(await api.get(at.path, { ...at.query, limit: String(at.size), ...before }), schema);
  return { items, next: items.length < at.size ? null : (items.at(-1)?.id ?? null) };
}

/** All comments of a card, by its path `/cards/5f0c…`. */
export async function readComments(api: TrelloApi, card: string): Promise<z.output<typeof Comments>> {
  const query = { filter: "commentCard", fields: "data,idMemberCreator" };
  const read = (cursor: string | null) =>
    readPage(api, { path: `${card}/actions`, query, cursor, size: commentsAtOnce }, Comments);
  const comments: z.output<typeof Comments> = [];
  for await (const one of walk(read)) comments.push(one);
  return comments;
}
