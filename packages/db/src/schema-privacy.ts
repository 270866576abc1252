import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const noticeVersion = sqliteTable(
  "notice_version",
  {
    companyId: text("company_id").notNull(),
    version: text("version").notNull(),
    content: text("content").notNull(),
    firstAnsweredAt: integer("first_answered_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.version] })],
);

export const noticeAnswer = sqliteTable(
  "notice_answer",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    id: text("id").notNull(),
    version: text("version").notNull(),
    answeredAt: integer("answered_at").notNull(),
    basis: text("basis", { enum: ["notice", "consent"] }).notNull(),
    location: integer("location").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.id] })],
);

export const punchVerdict = sqliteTable(
  "punch_verdict",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    recordId: text("record_id").notNull(),
    verdicts: text("verdicts").notNull(),
    keptAt: integer("kept_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.recordId] })],
);

export const coordinatesCleared = sqliteTable("coordinates_cleared", {
  companyId: text("company_id").primaryKey(),
  until: text("until").notNull(),
});
