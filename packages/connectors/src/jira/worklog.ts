import { workDateOf } from "@today/core/time/zone";
import { z } from "zod";
import type { NoteLimit } from "../ability.ts";
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
import { markedNote } from "../note.ts";
import { countOf, type Page, walk } from "../page.ts";
import { written } from "../written.ts";
import { issuePath, type Jira, numberOf } from "./api.ts";
import { startedOf, windowOf } from "./clock.ts";
import { isOf } from "./refusal.ts";
import { Counted, Created, Worklog } from "./shape.ts";
import { nextCount } from "./task.ts";

/** A quarter of what Jira takes, since a document counts more than its letters. */
export const noteLimit: NoteLimit = { most: 8000, unit: "characters" };

const property = "dt.sync";
const pageSize = "1000";
// The estimate is the planner's, and nobody wants a mail for every hour that is synchronised.
const quietly = { adjustEstimate: "leave", notifyUsers: "false" };

/** Hours as worklogs of an issue. In Cloud the marker is a property written in the same call, and in both the end of the comment. */
export function createWorklogs(jira: Jira): Required<Worklogs> {
  return {
    find: (fact) => findWorklogs(jira, fact),
    list: (task, range, cursor) => listWorklogs(jira, { task, range, cursor }),
    create: (fact) =>
      written(
        async () => `${issuePath(fact.task.taskId)}/worklog`,
        async (path) => {
          const call = { method: "POST", path, query: quietly, body: contentOf(jira, fact) } as const;
          const answer = await jira.call(call).catch((error: unknown) => {
            throw isOf(error, "not-found") ? hidden() : error;
          });
          return { id: readBody(answer.body, Created).id, task: fact.task };
        },
      ),
    change: (ref, fact) =>
      written(
        async () => pathOf(ref),
        async (path) => {
          const call = { method: "PUT", path, query: quietly, body: contentOf(jira, fact) } as const;
          const answer = await explained(jira, ref, jira.call(call));
          readBody(answer.body, Created);
          return ref;
        },
      ),
    remove: (ref) =>
      written(
        async () => pathOf(ref),
        async (path) => {
          const removal = jira.call({ method: "DELETE", path, query: quietly });
          const answer = await explained(jira, ref, removal).catch((error: unknown) => {
            if (!isOf(error, "gone")) throw error;
          });
          if ((answer?.text ?? "").trim() !== "") throw new ConnectorError({ kind: "unreadable", code: "body" });
          return ref;
        },
      ),
  };
}

const WorklogPage = Counted.extend({ worklogs: z.array(Worklog) });

async function findWorklogs(jira: Jira, fact: WorklogFact): Promise<RemoteWorklog[]> {
  const range = { from: fact.date, to: fact.date };
  const found: RemoteWorklog[] = [];
  for await (const one of walk((cursor) => readPage(jira, { task: fact.task, range, cursor }))) {
    if (isMarked(jira, one, fact.marker)) found.push(worklogOf(jira, one, fact.task));
  }
  // Hours of an issue that everybody may see are told to anybody, only not all of them.
  if (found.length === 0) await jira.account();
  return found;
}

interface Place {
  readonly task: TaskRef;
  readonly range: DateRange;
  readonly cursor: string | null;
}

async function listWorklogs(jira: Jira, place: Place): Promise<Page<ListedWorklog>> {
  const { task, range } = place;
  const { items, next } = await readPage(jira, place);
  if (next === null) await jira.account();
  const listed = items.map((one) => ({ ...worklogOf(jira, one, task), marker: markerOfWorklog(jira, one) }));
  return { items: listed.filter(({ date }) => date >= range.from && date <= range.to), next };
}

async function readPage(jira: Jira, { task, range, cursor }: Place): Promise<Page<Worklog>> {
  const path = `${issuePath(task.taskId)}/worklog`;
  const { from } = windowOf(range.from, jira.zone);
  const { to } = windowOf(range.to, jira.zone);
  // Data Center knows no window and gives everything.
  const window = { startedAfter: String(from), startedBefore: String(to), expand: "properties" };
  const startAt = countOf(cursor, 0);
  const counting = { startAt: String(startAt), maxResults: pageSize };
  const { body } = await jira.call({ path, query: { ...counting, ...(jira.dialect.isCloud ? window : {}) } });
  const page = readBody(body, WorklogPage);
  return { items: page.worklogs, next: nextCount(page, { asked: startAt, count: page.worklogs.length }) };
}

const Mark = z.object({ k: z.string() });

function isMarked({ dialect }: Jira, { properties, comment }: Worklog, marker: string): boolean {
  const mark = Mark.safeParse(properties?.find((one) => one.key === property)?.value);
  return mark.success ? mark.data.k === marker : carries(dialect.read(comment), marker);
}

function markerOfWorklog({ dialect }: Jira, { properties, comment }: Worklog): string | null {
  const mark = Mark.safeParse(properties?.find((one) => one.key === property)?.value);
  return markerIn(mark.success ? mark.data.k : dialect.read(comment));
}

function worklogOf({ dialect, zone }: Jira, one: Worklog, task: TaskRef): RemoteWorklog {
  return {
    ref: { id: one.id, task },
    personRemoteId: one.author === null ? null : dialect.idOf(one.author),
    date: workDateOf(one.started, zone),
    minutes: Math.round(one.timeSpentSeconds / 60),
  };
}

function contentOf({ dialect, zone }: Jira, fact: WorklogFact): object {
  // All hours stand in the name of the account, so the person is said in words.
  const note = `${fact.personName} ${fact.note}`;
  return {
    timeSpentSeconds: fact.minutes * 60,
    started: startedOf(fact.date, fact.start, zone),
    comment: dialect.written(markedNote(note, fact.marker, noteLimit)),
    ...(dialect.isCloud ? { properties: [{ key: property, value: { k: fact.marker } }] } : {}),
  };
}

/** Says of a refused change whether the record is gone or its issue can no longer be seen; Jira answers 404 to both. */
async function explained<T>(jira: Jira, ref: WorklogRef, change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (!isOf(error, "not-found", "invalid") || (await isThere(jira, pathOf(ref)))) throw error;
    throw (await isThere(jira, issuePath(ref.task.taskId)))
      ? new ConnectorError({ kind: "gone", code: "404" })
      : hidden();
  }
}

async function isThere(jira: Jira, path: string): Promise<boolean> {
  try {
    await jira.call({ path });
    return true;
  } catch (error) {
    if (isOf(error, "not-found")) return false;
    throw error;
  }
}

function pathOf({ id, task }: WorklogRef): string {
  return `${issuePath(task.taskId)}/worklog/${numberOf(id, "record")}`;
}

function hidden() {
  return new ConnectorError({ kind: "not-found", code: "task-hidden", field: "task" });
}
