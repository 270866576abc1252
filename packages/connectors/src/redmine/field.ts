import { assigneeField, dayField, descriptionField, noteField, type TargetField, titleField } from "../field.ts";
import { noteLimit } from "./setting.ts";
import { longestSubject } from "./task.ts";

/** What of a time entry and of an issue can be filled. */
export const fields: readonly TargetField[] = [
  noteField({ zh: "注释", en: "Comment" }, noteLimit),
  {
    of: "worklog",
    name: "activity",
    label: { zh: "活动", en: "Activity" },
    kind: "choice",
    required: false,
    limit: null,
    offers: "activity",
  },
  titleField({ zh: "主题", en: "Subject" }, longestSubject),
  descriptionField({ zh: "描述", en: "Description" }, null),
  dayField("startsOn", { zh: "开始日期", en: "Start date" }),
  dayField("dueOn", { zh: "计划完成日期", en: "Due date" }),
  assigneeField({ zh: "指派给", en: "Assignee" }),
];
