import type { TaskDraft, TaskSink } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { cutNote, markedNote } from "../note.ts";
import { written } from "../written.ts";
import { type Jira, numberOf } from "./api.ts";
import { findDrafts } from "./draft-find.ts";
import { Created, type CreateField, CreateFields, type IssueType, IssueTypes } from "./shape.ts";
import { noteLimit } from "./worklog.ts";

export const titleLimit = { most: 255, unit: "units" } as const;
const metaSize = { maxResults: "200" };
/** What Jira fills in by itself. */
const own: ReadonlySet<string> = new Set(["project", "issuetype", "summary", "reporter"]);

/** Issues of our own, of the type that the setting names, otherwise of the project's first. */
export function createTasks(jira: Jira, typeName: string): TaskSink {
  return {
    find: (draft) => findDrafts(jira, draft),
    create: (draft) =>
      written(
        () => plan(jira, draft, typeName),
        async (fields) => {
          const call = { method: "POST", path: "/issue", body: { fields }, fields: Object.keys(fields) } as const;
          const { id } = readBody((await jira.call(call)).body, Created);
          return { projectId: draft.projectId, taskId: id };
        },
      ),
  };
}

async function plan(jira: Jira, draft: TaskDraft, typeName: string): Promise<object> {
  const path = `/issue/createmeta/${numberOf(draft.projectId, "project")}/issuetypes`;
  const types = readBody((await jira.call({ path, query: metaSize })).body, IssueTypes);
  const type = typeOf(types, typeName);
  const known = readBody((await jira.call({ path: `${path}/${type.id}`, query: metaSize })).body, CreateFields);
  const given = givenOf(jira, draft, new Set(known.map((one) => one.fieldId)));
  const missing = known.find((field) => isMissing(field, given));
  if (missing !== undefined) throw invalid("field-required", missing.fieldId);
  return { project: { id: draft.projectId }, issuetype: { id: type.id }, ...given };
}

function typeOf(types: readonly IssueType[], typeName: string): IssueType {
  const plain = types.filter((one) => one.subtask !== true && (one.hierarchyLevel ?? 0) === 0);
  const named = types.find((one) => one.id === typeName || one.name.toLowerCase() === typeName.toLowerCase());
  const chosen = typeName === "" ? plain[0] : named;
  if (chosen === undefined) throw invalid("task-type-missing", "taskType");
  return chosen;
}

/** The fields of a draft that the project's screen has; one that is not on it would be refused. */
function givenOf({ dialect }: Jira, draft: TaskDraft, known: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const { title, description, marker, assigneeId, dueOn } = draft;
  const isDescribed = known.has("description");
  return {
    summary: isDescribed ? cutNote(title, titleLimit) : markedNote(title, marker, titleLimit),
    ...(isDescribed ? { description: dialect.written(markedNote(description, marker, noteLimit)) } : {}),
    ...(assigneeId !== null && known.has("assignee") ? { assignee: dialect.assignee(assigneeId) } : {}),
    ...(dueOn !== null && known.has("duedate") ? { duedate: dueOn } : {}),
  };
}

function isMissing({ fieldId, required, hasDefaultValue }: CreateField, given: object): boolean {
  return required === true && hasDefaultValue !== true && !own.has(fieldId) && !Object.hasOwn(given, fieldId);
}

function invalid(code: string, field: string) {
  return new ConnectorError({ kind: "invalid", code, field });
}
