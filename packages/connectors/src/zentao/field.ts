import { assigneeField, dayField, descriptionField, noteField, type TargetField, titleField } from "../field.ts";
import { noteLimit } from "./setting.ts";
import { longestName } from "./task.ts";

/** Beside the note stands the person's name. */
const nameRoom = 40;

/** What of an effort and of a task can be filled. Characters outside the basic plane become question marks there. */
export const fields: readonly TargetField[] = [
  { ...noteField({ zh: "工作内容", en: "Work" }, noteLimit, nameRoom), basic: true },
  { ...titleField({ zh: "任务名称", en: "Name" }, longestName), basic: true },
  { ...descriptionField({ zh: "任务描述", en: "Description" }, null), basic: true },
  dayField("startsOn", { zh: "预计开始", en: "Estimated start" }),
  dayField("dueOn", { zh: "截止日期", en: "Deadline" }),
  assigneeField({ zh: "指派给", en: "Assigned to" }),
];
