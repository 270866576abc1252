import type {
  DateRange,
  ListedWorklog,
  RemoteWorklog,
  TaskRef,
  WorklogFact,
  WorklogRef,
  Worklogs,
  Written,
} from "../connector.ts";
import { ConnectorError } from "../error.ts";
import type { Answer } from "../http.ts";
import { readBody } from "../lenient.ts";
import { type Page, walk } from "../page.ts";
import { written } from "../written.ts";
import type { Content, RedmineApi } from "./api.ts";
import { contentOf, flawOf, idOf, isMarked, listedOf, placeOf, worklogOf } from "./entry.ts";
import { loginOf } from "./login.ts";
import { explain } from "./refusal.ts";
import type { Settings } from "./setting.ts";
import { OneTimeEntry, TimeEntries, type TimeEntry } from "./shape.ts";

interface Means {
  readonly api: RedmineApi;
  readonly settings: Settings;
  /** The activity of a project, the chosen one where hours name one. */
  readonly activityOf: (projectId: string, chosen?: string) => Promise<string>;
}

/** Hours as Redmine's time entries. */
export function createWorklogs(means: Means): Required<Worklogs> {
  return {
    find: (fact) => findEntries(means.api, fact),
    list: (task, range, cursor) => listEntries(means.api, { task, range, cursor }),
    create: (fact) =>
      written(
        () => draftOf(means, fact),
        (content) => createEntry(means, fact, content),
      ),
    change: (ref, fact) => changeEntry(means, ref, fact),
    remove: (ref) => removeEntry(means.api, ref),
  };
}

async function findEntries(api: RedmineApi, fact: WorklogFact): Promise<RemoteWorklog[]> {
  const { taskId, projectId } = fact.task;
  const query = {
    spent_on: fact.date,
    ...(fact.personRemoteId === null ? {} : { user_id: fact.personRemoteId }),
    ...(taskId === null ? { project_id: projectId } : { issue_id: taskId }),
  };
  const read = async (cursor: string | null) => {
    const { body, next } = await api.page("time_entries", { path: "/time_entries.json", query, cursor });
    return { items: readBody(body, TimeEntries).time_entries, next };
  };
  const found: RemoteWorklog[] = [];
  // A filter that this Redmine does not know is ignored and everything comes back, so the marker alone decides.
  for await (const entry of walk(read)) if (isMarked(entry, fact.marker)) found.push(worklogOf(entry));
  return found;
}

interface Place {
  readonly task: TaskRef;
  readonly range: DateRange;
  readonly cursor: string | null;
}

async function listEntries(api: RedmineApi, { task, range, cursor }: Place): Promise<Page<ListedWorklog>> {
  const { taskId, projectId } = task;
  const query = {
    ...(taskId === null ? { project_id: projectId } : { issue_id: taskId }),
    ...{ from: range.from, to: range.to, sort: "id" },
  };
  const { body, next } = await api.page("time_entries", { path: "/time_entries.json", query, cursor });
  // A project is listed with the projects below it, and a filter that is not known is passed over.
  const isAsked = (one: ListedWorklog) =>
    one.date >= range.from &&
    one.date <= range.to &&
    (taskId === null ? one.marker !== null || one.ref.task.projectId === projectId : one.ref.task.taskId === taskId);
  return { items: readBody(body, TimeEntries).time_entries.map(listedOf).filter(isAsked), next };
}

async function draftOf({ api, settings, activityOf }: Means, fact: WorklogFact): Promise<Content> {
  const person = personOf(fact);
  const login = settings.naming === "switch" ? await loginOf(api, person) : null;
  const activity = await activityOf(fact.task.projectId, fact.extra?.activity);
  const entry = { ...placeOf(fact), activity_id: idOf(activity), ...contentOf(fact, settings) };
  return { login, body: { time_entry: login === null ? { ...entry, user_id: idOf(person) } : entry } };
}

async function createEntry({ api, settings }: Means, fact: WorklogFact, content: Content): Promise<WorklogRef> {
  const answer = await api.send("POST", "/time_entries.json", content).catch(async (error: unknown) => {
    throw await explain(api, fact, error);
  });
  const { time_entry: entry } = readBody(answer.body, OneTimeEntry);
  const flaw = flawOf(entry, fact, settings);
  if (flaw !== null) await takeBack(api, entry, flaw);
  return { id: entry.id, task: fact.task };
}

async function takeBack(api: RedmineApi, entry: TimeEntry, flaw: ConnectorError): Promise<never> {
  await api.send("DELETE", `/time_entries/${entry.id}.json`).catch(() => {
    throw new ConnectorError({ kind: flaw.kind, code: `${flaw.code}-kept`, field: flaw.field });
  });
  throw flaw;
}

function changeEntry(means: Means, ref: WorklogRef, fact: WorklogFact): Promise<Written<WorklogRef>> {
  const { api, settings, activityOf } = means;
  const change = async (content: Content) => {
    const answer = await api.send("PUT", pathOf(ref), content).catch(async (error: unknown) => {
      if (isNotFound(error)) throw new ConnectorError({ kind: "gone", code: "404" });
      throw await explain(api, fact, error);
    });
    mustBeEmpty(answer);
    return ref;
  };
  const prepare = async () => {
    const chosen = fact.extra?.activity;
    // Without a choice of its own the activity stays whatever somebody made of it.
    const activity = chosen === undefined ? {} : { activity_id: idOf(await activityOf(fact.task.projectId, chosen)) };
    return { body: { time_entry: { ...contentOf(fact, settings), ...activity } } };
  };
  return written(prepare, change);
}

function removeEntry(api: RedmineApi, ref: WorklogRef): Promise<Written<WorklogRef>> {
  const remove = async () => {
    const answer = await api.send("DELETE", pathOf(ref)).catch(async (error: unknown) => {
      if (isNotFound(error)) return null;
      throw await explain(api, { task: ref.task, personRemoteId: null }, error);
    });
    if (answer !== null) mustBeEmpty(answer);
    return ref;
  };
  return written(async () => null, remove);
}

/** Redmine answers changes and removals with an empty body; words in it are somebody else's. */
function mustBeEmpty({ text }: Answer): void {
  if (text.trim() !== "") throw new ConnectorError({ kind: "unreadable", code: "body" });
}

function pathOf({ id }: WorklogRef): string {
  return `/time_entries/${encodeURIComponent(id)}.json`;
}

function personOf({ personRemoteId }: WorklogFact): string {
  if (personRemoteId === null) throw new ConnectorError({ kind: "not-found", code: "person-missing", field: "person" });
  return personRemoteId;
}

function isNotFound(error: unknown): boolean {
  return error instanceof ConnectorError && error.kind === "not-found";
}
