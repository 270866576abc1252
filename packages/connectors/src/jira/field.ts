import { assigneeField, dayField, noteField, type TargetField, titleField } from "../field.ts";
import { titleLimit } from "./draft.ts";
import { noteLimit } from "./worklog.ts";

/** Beside the note stands the person's name. */
const nameRoom = 100;
const descriptionNote = noteField({ zh: "描述", en: "Description" }, noteLimit);

/** What of a worklog and of an issue can be filled; a description becomes one paragraph. */
export const fields: readonly TargetField[] = [
  noteField({ zh: "工作描述", en: "Comment" }, noteLimit, nameRoom),
  titleField({ zh: "摘要", en: "Summary" }, titleLimit),
  { ...descriptionNote, of: "task", name: "description" },
  dayField("dueOn", { zh: "到期日", en: "Due date" }),
  assigneeField({ zh: "经办人", en: "Assignee" }),
];
