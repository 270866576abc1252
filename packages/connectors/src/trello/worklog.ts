import type {
  DateRange,
  ListedWorklog,
  RemoteWorklog,
  TaskRef,
  WorklogFact,
  WorklogRef,
  Worklogs,
} from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { carries, markerIn } from "../marker.ts";
import { written } from "../written.ts";
import type { TrelloApi } from "./api.ts";
import { commentOf, hoursIn } from "./comment.ts";
import { readComments } from "./paging.ts";
import { NewComment } from "./shape.ts";
import type { Total } from "./total.ts";

/** Hours as comments that are marked; a card's total is written after each where a field for it is named. */
export function createWorklogs(api: TrelloApi, total: Total): Required<Worklogs> {
  return {
    find: (fact) => findComments(api, fact),
    list: async (task, range) => ({ items: await listComments(api, task, range), next: null }),
    create: (fact) =>
      written(
        async () => ({ path: `${pathOf(fact.task)}/actions/comments`, body: { text: said(fact) } }),
        async ({ path, body }) => {
          const { id } = kept(await api.send("POST", path, body), fact);
          await total(fact.task);
          return { id, task: fact.task };
        },
      ),
    change: (ref, fact) =>
      written(
        async () => ({ text: said(fact) }),
        async (body) => {
          const answer = await api.send("PUT", `/actions/${encodeURIComponent(ref.id)}`, body).catch(gone);
          kept(answer, fact);
          await total(ref.task);
          return ref;
        },
      ),
    remove: (ref) =>
      written(
        async () => null,
        async () => {
          const isDeleted = await api
            .send("DELETE", `/actions/${encodeURIComponent(ref.id)}`)
            .then(() => true, missing);
          if (isDeleted && (await isThere(api, ref)))
            throw new ConnectorError({ kind: "unreadable", code: "not-removed" });
          await total(ref.task);
          return ref;
        },
      ),
  };
}

/** Anybody may have copied a comment of ours with its mark: of several, the token's own count. */
async function findComments(api: TrelloApi, fact: WorklogFact): Promise<RemoteWorklog[]> {
  const marked = (await readComments(api, pathOf(fact.task))).filter((one) => carries(one.data.text, fact.marker));
  const own = marked.length > 1 ? await ownOf(api, marked) : marked;
  return own.map(({ id, data }) => {
    const { date, minutes } = hoursIn(data.text) ?? { date: fact.date, minutes: 0 };
    return { ref: { id, task: fact.task }, personRemoteId: null, date, minutes };
  });
}

/** A card's comments come as one page, since only all of them tell which of several with the same mark is ours. */
async function listComments(api: TrelloApi, task: TaskRef, { from, to }: DateRange): Promise<ListedWorklog[]> {
  const marked = (await readComments(api, pathOf(task))).flatMap((one) => {
    const marker = markerIn(one.data.text);
    return marker === null ? [] : [{ ...one, marker }];
  });
  const times = new Map<string, number>();
  for (const { marker } of marked) times.set(marker, (times.get(marker) ?? 0) + 1);
  const own = new Set(times.size < marked.length ? await ownOf(api, marked) : marked);
  return marked
    .filter((one) => own.has(one) || times.get(one.marker) === 1)
    .map(({ id, data, marker }) => {
      // What somebody wrote over no longer says its day.
      const { date, minutes } = hoursIn(data.text) ?? { date: from, minutes: 0 };
      return { ref: { id, task }, personRemoteId: null, date, minutes, marker };
    })
    .filter(({ date }) => date >= from && date <= to);
}

async function ownOf<T extends { readonly idMemberCreator: string | null }>(api: TrelloApi, rows: readonly T[]) {
  const { id } = await api.me();
  return rows.filter((row) => row.idMemberCreator === id);
}

function said(fact: WorklogFact): string {
  if (fact.minutes <= 0) throw new ConnectorError({ kind: "invalid", code: "no-minutes", field: "minutes" });
  return commentOf(fact);
}

function kept(answer: unknown, { marker }: WorklogFact) {
  const comment = readBody(answer, NewComment);
  if (carries(comment.data.text, marker)) return comment;
  throw new ConnectorError({ kind: "unreadable", code: "marker-not-kept" });
}

/** Where a card is. Throws `invalid` for hours without a card. */
function pathOf({ taskId }: TaskRef): string {
  if (taskId === null) throw new ConnectorError({ kind: "invalid", code: "task-missing", field: "task" });
  return `/cards/${encodeURIComponent(taskId)}`;
}

/** What a removal is answered with tells nothing, so the card's comments do; when they cannot be read, nobody knows. */
async function isThere(api: TrelloApi, ref: WorklogRef): Promise<boolean> {
  const comments = await readComments(api, pathOf(ref.task)).catch((error: unknown) => {
    if (!(error instanceof ConnectorError)) throw error;
    if (isNotFound(error)) return [];
    throw new ConnectorError({ kind: "unreadable", code: `read-back-${error.code}` });
  });
  return comments.some((one) => one.id === ref.id);
}

function missing(error: unknown): false {
  if (isNotFound(error)) return false;
  throw error;
}

function gone(error: unknown): never {
  throw isNotFound(error) ? new ConnectorError({ kind: "gone", code: "404" }) : error;
}

function isNotFound(error: unknown): boolean {
  return error instanceof ConnectorError && error.kind === "not-found";
}
