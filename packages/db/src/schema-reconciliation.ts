import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const reconciled = sqliteTable(
  "reconciled",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    fromDate: text("from_date").notNull(),
    toDate: text("to_date").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId] })],
);

export const difference = sqliteTable(
  "difference",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    date: text("date").notNull(),
    figure: text("figure").notNull(),
    ours: integer("ours").notNull(),
    theirs: integer("theirs").notNull(),
    facts: text("facts").notNull(),
    state: text("state", { enum: ["open", "mended", "accepted"] }).notNull(),
    foundAt: integer("found_at").notNull(),
    changedAt: integer("changed_at").notNull(),
    changedBy: text("changed_by"),
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.personId, t.date, t.figure] }),
    index("difference_open").on(t.companyId, t.date, t.personId),
  ],
);

export const reportColumn = sqliteTable("report_column", {
  companyId: text("company_id").primaryKey(),
  columns: text("columns").notNull(),
  askedAt: integer("asked_at").notNull(),
});
