import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const rebuild = sqliteTable(
  "rebuild",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    askedBy: text("asked_by").notNull(),
    writes: integer("writes").notNull(),
    state: text("state").notNull(),
    startedAt: integer("started_at").notNull(),
    touchedAt: integer("touched_at").notNull(),
    finishedAt: integer("finished_at"),
    expected: integer("expected").notNull(),
    n: integer("n").notNull().default(0),
    personId: text("person_id").notNull().default(""),
    date: text("date").notNull().default(""),
    counts: text("counts").notNull().default("{}"),
    sumsBefore: text("sums_before").notNull().default("{}"),
    sumsAfter: text("sums_after").notNull().default("{}"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

export const rebuildDay = sqliteTable(
  "rebuild_day",
  {
    companyId: text("company_id").notNull(),
    rebuildId: text("rebuild_id").notNull(),
    personId: text("person_id").notNull(),
    date: text("date").notNull(),
    closed: integer("closed").notNull(),
    fields: text("fields").notNull(),
    before: text("before"),
    after: text("after").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.rebuildId, t.personId, t.date] })],
);
