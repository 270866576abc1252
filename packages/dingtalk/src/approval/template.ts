import type { DingTalk } from "../client.ts";
import { type Fields, lacking, readEach, textOf, wordOf, wordsOf } from "../field.ts";
import type { RejectedRow } from "../lenient.ts";

const PATH = "/v1.0/workflow/processes/managements/templates";

/** A form that approvals are written on. `attendance` is what DingTalk says of 请假 and 补卡; it says nothing of 加班, 出差 and 外出. */
export interface ApprovalTemplate {
  readonly processCode: string;
  readonly title: string;
  readonly attendance: "leave" | "punch-correction" | null;
}

const attendanceTypes = wordsOf({ 1: "punch-correction", 2: "leave" } as const);

/** The forms that this person manages; they need the right to manage OA approvals. One counted call. */
export async function approvalTemplates(
  dingtalk: DingTalk,
  userId: string,
): Promise<{ templates: ApprovalTemplate[]; rejected: RejectedRow[] }> {
  const answer = await dingtalk.callNew("GET", `${PATH}?userId=${encodeURIComponent(userId)}`);
  const { rows, rejected } = readEach(answer.result, templateOf);
  return { templates: rows, rejected };
}

function templateOf(row: Fields): ApprovalTemplate | string {
  const processCode = textOf(row.processCode);
  if (processCode === null) return lacking({ processCode });
  const attendance = wordOf(attendanceTypes, row.attendanceType);
  return { processCode, title: textOf(row.flowTitle) ?? "", attendance };
}
