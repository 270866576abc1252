import { hoursOf, minutesOfHours } from "../amount.ts";
import type { RemoteWorklog, WorklogFact, WorklogRef, Worklogs } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { carries } from "../marker.ts";
import { cutNote, markedNote } from "../note.ts";
import { walk } from "../page.ts";
import { written } from "../written.ts";
import type { RedmineApi } from "./api.ts";
import { loginOf } from "./login.ts";
import { explain } from "./refusal.ts";
import { noteLimit, type Settings } from "./setting.ts";
import { OneTimeEntry, TimeEntries, type TimeEntry } from "./shape.ts";

interface Means {
  readonly api: RedmineApi;
  readonly settings: Settings;
  /** The activity of a project. */
  readonly activityOf: (projectId: string) => Promise<string>;
}

/** Hours as Redmine's time entries. */
export function createWorklogs({ api, settings, activityOf }: Means): Required<Worklogs> {
  return {
    find: (fact) => findEntries(api, fact),
    create: (fact) =>
      written(
        async () => {
          const person = personOf(fact);
          const login = settings.naming === "switch" ? await loginOf(api, person) : null;
          const activity = await activityOf(fact.task.projectId);
          const entry = { ...placeOf(fact), activity_id: idOf(activity), ...contentOf(fact, settings) };
          return { login, body: { time_entry: login === null ? { ...entry, user_id: idOf(person) } : entry } };
        },
        async (content) => {
          const answer = await api.send("POST", "/time_entries.json", content).catch(async (error: unknown) => {
            throw await explain(api, fact, error);
          });
          const { time_entry: entry } = readBody(answer.body, OneTimeEntry);
          const flaw = flawOf(entry, fact, settings);
          if (flaw !== null) await takeBack(api, entry, flaw);
          return { id: entry.id, task: fact.task };
        },
      ),
    change: (ref, fact) =>
      written(
        async () => ({ body: { time_entry: contentOf(fact, settings) } }),
        async (content) => {
          await sendQuietly(api, "PUT", ref, content).catch(async (error: unknown) => {
            throw isNotFound(error)
              ? new ConnectorError({ kind: "gone", code: "404" })
              : await explain(api, fact, error);
          });
          return ref;
        },
      ),
    remove: (ref) =>
      written(
        async () => null,
        async () => {
          await sendQuietly(api, "DELETE", ref).catch((error: unknown) => {
            if (!isNotFound(error)) throw error;
          });
          return ref;
        },
      ),
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

function worklogOf(entry: TimeEntry): RemoteWorklog {
  return {
    ref: { id: entry.id, task: { projectId: entry.project.id, taskId: entry.issue?.id ?? null } },
    personRemoteId: entry.user.id,
    date: entry.spent_on,
    minutes: minutesOfHours(entry.hours),
  };
}

function isMarked(entry: TimeEntry, marker: string): boolean {
  const fields = entry.custom_fields?.map((field) => field.value ?? "") ?? [];
  return [entry.comments ?? "", ...fields].some((text) => carries(text, marker));
}

function placeOf({ task }: WorklogFact) {
  return task.taskId === null ? { project_id: idOf(task.projectId) } : { issue_id: idOf(task.taskId) };
}

function contentOf(fact: WorklogFact, { markerField }: Settings) {
  return {
    hours: hoursOf(fact.minutes),
    spent_on: fact.date,
    ...(markerField === ""
      ? { comments: markedNote(fact.note, fact.marker, noteLimit) }
      : { comments: cutNote(fact.note, noteLimit), custom_fields: [{ id: idOf(markerField), value: fact.marker }] }),
  };
}

/** A switch of user and a custom field that do not hold are passed over in silence. */
function flawOf(entry: TimeEntry, fact: WorklogFact, settings: Settings): ConnectorError | null {
  if (entry.user.id !== fact.personRemoteId) {
    return new ConnectorError({ kind: "permission", code: "wrong-person", field: "naming" });
  }
  if (settings.markerField !== "" && !isMarked(entry, fact.marker)) {
    return new ConnectorError({ kind: "invalid", code: "marker-not-kept", field: "markerField" });
  }
  return null;
}

async function takeBack(api: RedmineApi, entry: TimeEntry, flaw: ConnectorError): Promise<never> {
  await api.send("DELETE", `/time_entries/${entry.id}.json`).catch(() => {
    throw new ConnectorError({ kind: flaw.kind, code: `${flaw.code}-kept`, field: flaw.field });
  });
  throw flaw;
}

async function sendQuietly(api: RedmineApi, method: "PUT" | "DELETE", ref: WorklogRef, content = {}): Promise<void> {
  const answer = await api.send(method, `/time_entries/${encodeURIComponent(ref.id)}.json`, content);
  if (answer.text.trim() !== "") throw new ConnectorError({ kind: "unreadable", code: "body" });
}

function personOf({ personRemoteId }: WorklogFact): string {
  if (personRemoteId === null) throw new ConnectorError({ kind: "not-found", code: "person-missing", field: "person" });
  return personRemoteId;
}

function isNotFound(error: unknown): boolean {
  return error instanceof ConnectorError && error.kind === "not-found";
}

// An identifier in place of the number is refused as an invalid project.
function idOf(id: string): number | string {
  return /^\d+$/.test(id) ? Number(id) : id;
}
