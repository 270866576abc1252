import { minutesOfHours } from "../amount.ts";
import type { ListedWorklog, RemoteWorklog, WorklogFact } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { carries, markerIn } from "../marker.ts";
import { cutNote, markedNote } from "../note.ts";
import { noteLimit, type Settings } from "./setting.ts";
import type { TimeEntry } from "./shape.ts";

/** An entry as hours of ours. */
export function worklogOf(entry: TimeEntry): RemoteWorklog {
  return {
    ref: { id: entry.id, task: { projectId: entry.project.id, taskId: entry.issue?.id ?? null } },
    personRemoteId: entry.user.id,
    date: entry.spent_on,
    minutes: minutesOfHours(entry.hours),
  };
}

/** Whether an entry carries the marker, in whatever field. */
export function isMarked(entry: TimeEntry, marker: string): boolean {
  return textsOf(entry).some((text) => carries(text, marker));
}

/** An entry with the marker it carries. */
export function listedOf(entry: TimeEntry): ListedWorklog {
  const [marker = null] = textsOf(entry).flatMap((text) => markerIn(text) ?? []);
  return { ...worklogOf(entry), marker };
}

/** Wherever a marker may be, the fields for it first. */
function textsOf(entry: TimeEntry): string[] {
  return [...(entry.custom_fields?.map((field) => field.value ?? "") ?? []), entry.comments ?? ""];
}

/** Where hours stand: on the issue, without one on the project. */
export function placeOf({ task }: WorklogFact) {
  return task.taskId === null ? { project_id: idOf(task.projectId) } : { issue_id: idOf(task.taskId) };
}

/** What an entry says: hours, date, comment and marker. */
export function contentOf(fact: WorklogFact, { markerField }: Settings) {
  return {
    // Shown with two decimals and added up with all of them: rounded ones would make Redmine's own totals drift.
    hours: fact.minutes / 60,
    spent_on: fact.date,
    ...(markerField === ""
      ? { comments: markedNote(fact.note, fact.marker, noteLimit) }
      : { comments: cutNote(fact.note, noteLimit), custom_fields: [{ id: idOf(markerField), value: fact.marker }] }),
  };
}

/** What is wrong with an entry just written, null for nothing: a switch of user and a custom field that do not hold are passed over in silence. */
export function flawOf(entry: TimeEntry, fact: WorklogFact, settings: Settings): ConnectorError | null {
  if (entry.user.id !== fact.personRemoteId) {
    return new ConnectorError({ kind: "permission", code: "wrong-person", field: "naming" });
  }
  if (settings.markerField !== "" && !isMarked(entry, fact.marker)) {
    return new ConnectorError({ kind: "invalid", code: "marker-not-kept", field: "markerField" });
  }
  return null;
}

/** An id as the number Redmine wants; its name for a project is refused as an invalid project. */
export function idOf(id: string): number | string {
  return /^\d+$/.test(id) ? Number(id) : id;
}
