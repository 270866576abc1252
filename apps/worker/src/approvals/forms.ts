import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { type ApprovalForm, keepForms, readForms } from "@today/db/approval-form";
import { kindOfTitle } from "@today/dingtalk/approval/kind";
import { approvalTemplates } from "@today/dingtalk/approval/template";
import { DingTalkError } from "@today/dingtalk/error";
import type { Context } from "../context.ts";
import { operatorOf } from "../pull/operator.ts";

const weekMs = 7 * minutesPerDay * minuteMs;

/**
 * The forms of the organisation: as they were told a week ago or less, else DingTalk is asked, one counted call. Where the
 * administrator may not manage approvals, those stand that events and the administrator have named.
 */
export async function knownForms(ctx: Context): Promise<readonly ApprovalForm[]> {
  const { db, company, now } = ctx;
  const { forms, askedAt } = await readForms(db, company.id);
  if (askedAt !== null && now - askedAt < weekMs) return forms;
  const told = await askForms(ctx);
  if (told.length === 0) return forms;
  await db.batch([keepForms(db, { companyId: company.id, at: now }, told)]);
  return (await readForms(db, company.id)).forms;
}

async function askForms(ctx: Context): Promise<ApprovalForm[]> {
  const refused = new Set<string>(["permission", "bad-request", "not-found"]);
  try {
    const { templates } = await approvalTemplates(ctx.dingtalk, await operatorOf(ctx));
    return templates.map(({ processCode, title, attendance }) => {
      return { processCode, title, kind: attendance ?? kindOfTitle(title) };
    });
  } catch (error) {
    if (error instanceof DingTalkError && refused.has(error.kind)) return [];
    throw error;
  }
}
