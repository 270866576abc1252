import type { MappedField } from "@today/core/mapping";
import type { NoteLimit } from "./ability.ts";
import type { Words } from "./form.ts";

/**
 * A field of theirs that can be filled. Those of hours are `note` and names that come in `WorklogFact.extra`, those of tasks the
 * parts of a `TaskDraft`; limits are what is left beside the marker.
 */
export interface TargetField extends MappedField {
  readonly label: Words;
}

const markerRoom = 18;

/** The comment of hours; `taken` is what else a connector writes into it, so many characters. */
export function noteField(label: Words, limit: NoteLimit, taken = 0): TargetField {
  const most = limit.most - markerRoom - taken;
  return { of: "worklog", name: "note", label, kind: "text", required: false, limit: { most, unit: limit.unit } };
}

/** What a task is called; nowhere may it be empty. */
export function titleField(label: Words, limit: NoteLimit): TargetField {
  return { of: "task", name: "title", label, kind: "text", required: true, limit };
}

/** What a task says; with `limit` null as long as one likes. */
export function descriptionField(label: Words, limit: NoteLimit | null): TargetField {
  return { of: "task", name: "description", label, kind: "text", required: false, limit, lines: true };
}

/** A day of a task. */
export function dayField(name: "startsOn" | "dueOn", label: Words): TargetField {
  return { of: "task", name, label, kind: "date", required: false, limit: null };
}

/** Whose task it is, by the id of the far side. */
export function assigneeField(label: Words): TargetField {
  return { of: "task", name: "assigneeId", label, kind: "choice", required: false, limit: null };
}
