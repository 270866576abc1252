import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const connectionCheck = sqliteTable(
  "connection_check",
  {
    companyId: text("company_id").notNull(),
    step: text("step").notNull(),
    state: text("state", { enum: ["unseen", "ok", "broken", "waiting"] }).notNull(),
    proof: text("proof"),
    problem: text("problem"),
    detail: text("detail").notNull().default("{}"),
    checkedAt: integer("checked_at").notNull(),
    askedAt: integer("asked_at"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.step] })],
);
