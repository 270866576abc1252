import { assigneeField, dayField, descriptionField, noteField, type TargetField, titleField } from "../field.ts";
import { noteLimit } from "./setting.ts";
import { longestName } from "./task.ts";

/** Beside the note stand day, name and hours. */
const headRoom = 140;
const longestDescription = { most: 16_000, unit: "characters" } as const;

/** What of a comment and of a card can be filled. */
export const fields: readonly TargetField[] = [
  noteField({ zh: "评论里的备注", en: "Note of the comment" }, noteLimit, headRoom),
  titleField({ zh: "卡片名称", en: "Card name" }, longestName),
  descriptionField({ zh: "描述", en: "Description" }, longestDescription),
  dayField("startsOn", { zh: "开始日期", en: "Start date" }),
  dayField("dueOn", { zh: "到期日", en: "Due date" }),
  assigneeField({ zh: "成员", en: "Member" }),
];
