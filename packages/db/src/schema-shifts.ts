import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const shiftMove = sqliteTable(
  "shift_move",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    workDate: text("work_date").notNull(),
    receivedAt: integer("received_at").notNull(),
    minutes: integer("minutes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.workDate, t.receivedAt] })],
);
