import { addDays, laterOf } from "@today/core/time/date";
import { instantAt } from "@today/core/time/zone";
import { lastDayPulled } from "@today/db/sync-run";
import { knownForms } from "../approvals/forms.ts";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { ApprovalBatch } from "../pull/approvals.ts";
import type { PlannedRun } from "./planned-run.ts";

const farthestBack = 110;
const firstTime = 30;

/**
 * The approvals that began since the last time, form by form, and those kept, laid out anew. Only 加班, 出差 and 外出 are asked for: what
 * 请假 and 补卡 say comes with the night's leaves and results, which are paid for already (100 people's leaves cost a call, their forms
 * one for each leave beside the lists); those two are read when an event names them.
 */
export async function planApprovals(ctx: Context): Promise<PlannedRun> {
  const { db, company, now } = ctx;
  const to = todayOf(ctx);
  const last = (await lastDayPulled(db, company.id, "approvals")) ?? addDays(to, -firstTime);
  const from = laterOf(last, addDays(to, -farthestBack));
  const window = { from: instantAt(from, 0, company.zone), to: now };
  const forms = (await knownForms(ctx)).flatMap(({ processCode: form, kind }): ApprovalBatch[] =>
    kind === "overtime" || kind === "trip" ? [{ form, kind, window }] : [],
  );
  // A night that knew no form has looked through nothing: the next one begins where this one would have.
  const looked = forms.length === 0 ? { from: null, to: null } : { from, to };
  return { id: `approvals-${to}`, works: [...forms, { lay: true }], ...looked };
}
