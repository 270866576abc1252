import { crossed } from "@today/core/budget";
import { keepLevels } from "@today/db/alert-level";
import { addAlertNotices } from "@today/db/alert-notice";
import { type BudgetStand, readBudgetStands } from "@today/db/budget";
import { refreshMonths } from "@today/db/project-month";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { noticeRules } from "../notice-rules.ts";

/** Counts the marked months of all projects anew and raises what of their budgets is passed: 50, 75, 90 and 100 %, once each. */
export async function tally(ctx: Context): Promise<void> {
  const { db, company, now } = ctx;
  await refreshMonths(db, company.id, null);
  const stands = await readBudgetStands(db, company.id);
  const changes = stands.map((stand) => ({ kind: stand.kind, subjectId: stand.projectId, ...levelsOf(stand) }));
  const arrival = { companyId: company.id, at: now };
  const isTold = changes.some(({ raise }) => raise.length > 0) && (await noticeRules(ctx)).budget;
  const notices = isTold
    ? [addAlertNotices(db, { ...arrival, today: todayOf(ctx) }, ["budget-hours", "budget-money"])]
    : [];
  await db.batch([...keepLevels(db, arrival, changes), ...notices]);
}

/** Without a budget nothing is passed: what was raised falls. */
function levelsOf({ used, budget, raised }: BudgetStand) {
  return budget === null ? { raise: [], rearm: raised } : crossed({ used, budget, raised });
}
