import { addDays, laterOf } from "@today/core/time/date";
import { readProjectForms } from "@today/db/project-form";
import { lastDayPulled } from "@today/db/sync-run";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { PlannedRun } from "./planned-run.ts";

/** What a batch looks through: a form's approvals that began from a day on. */
export interface ProjectFormWork {
  readonly processCode: string;
  readonly from: string;
}

const firstDays = 30;
const mostDays = 110;

/** The approvals of every form that makes projects, since the last run; null without such a form. One call each, and one an approval. */
export async function planProjectApprovals(ctx: Context): Promise<PlannedRun | null> {
  const { db, company } = ctx;
  const forms = (await readProjectForms(db, company.id)).filter(({ active }) => active);
  if (forms.length === 0) return null;
  const today = todayOf(ctx);
  const last = await lastDayPulled(db, company.id, "project-approvals");
  const earliest = addDays(today, -mostDays);
  const since = last === null ? addDays(today, -firstDays) : addDays(last, -1);
  const from = laterOf(since, earliest);
  const works = forms.map(({ processCode }): ProjectFormWork => ({ processCode, from }));
  return { id: `project-approvals-${today}`, works, from, to: today };
}
