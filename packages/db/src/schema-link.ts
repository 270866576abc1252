import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const callAudit = sqliteTable(
  "call_audit",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    companyId: text("company_id").notNull(),
    at: integer("at").notNull(),
    path: text("path").notNull(),
    people: integer("people").notNull(),
    outcome: text("outcome").notNull(),
    code: text("code"),
    cost: integer("cost").notNull(),
    took: integer("took").notNull(),
    runId: text("run_id"),
  },
  (t) => [index("call_audit_recent").on(t.companyId, t.at)],
);

export const quotaPlan = sqliteTable("quota_plan", {
  companyId: text("company_id").primaryKey(),
  madeAt: integer("made_at").notNull(),
  nextPullAt: integer("next_pull_at"),
  plan: text("plan").notNull(),
});
