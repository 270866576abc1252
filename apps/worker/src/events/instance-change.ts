import { readProjectForms } from "@today/db/project-form";
import type { EventVerb } from "../event-taking.ts";
import { takeProjectApproval } from "../project-approvals/take.ts";
import { takeApproval } from "./approval-change.ts";

/** An approval began, was decided, changed or cancelled: one on a form that makes projects makes or ends one, any other may be attendance. */
export const takeInstanceChange: EventVerb<"bpms_instance_change"> = async (ctx, event, rowId) => {
  const { processCode, processInstanceId, change } = event.approval;
  const forms = processCode === null ? [] : await readProjectForms(ctx.db, ctx.company.id);
  const form = forms.find((one) => one.active && one.processCode === processCode);
  if (form === undefined) return takeApproval(ctx, event, rowId);
  if (change === "started" || change === null) return { statements: [] };
  const { statements } = await takeProjectApproval(ctx, form, processInstanceId);
  return { statements };
};
