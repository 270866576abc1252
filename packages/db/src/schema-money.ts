import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const terms = sqliteTable(
  "terms",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    startsOn: text("starts_on").notNull(),
    system: text("system").notNull(),
    cycle: text("cycle"),
    dailyMinutes: integer("daily_minutes").notNull(),
    at: integer("at").notNull(),
    madeBy: text("made_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.startsOn] })],
);

export const rate = sqliteTable(
  "rate",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    startsOn: text("starts_on").notNull(),
    fenPerHour: integer("fen_per_hour").notNull(),
    at: integer("at").notNull(),
    madeBy: text("made_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.startsOn] })],
);

export const budget = sqliteTable(
  "budget",
  {
    companyId: text("company_id").notNull(),
    projectId: text("project_id").notNull(),
    minutes: integer("minutes"),
    fen: integer("fen"),
    endsOn: text("ends_on"),
    version: integer("version").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.projectId] })],
);

export const projectMonth = sqliteTable(
  "project_month",
  {
    companyId: text("company_id").notNull(),
    projectId: text("project_id").notNull(),
    month: text("month").notNull(),
    personId: text("person_id").notNull(),
    taskId: text("task_id").notNull(),
    place: text("place").notNull(),
    overtime: text("overtime").notNull(),
    state: text("state").notNull(),
    minutes: integer("minutes").notNull(),
    fen: integer("fen").notNull(),
    unrated: integer("unrated").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.projectId, t.month, t.personId, t.taskId, t.place, t.overtime, t.state] }),
    index("project_month_person").on(t.companyId, t.personId, t.month),
  ],
);

export const staleMonth = sqliteTable(
  "stale_month",
  {
    companyId: text("company_id").notNull(),
    projectId: text("project_id").notNull(),
    month: text("month").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.projectId, t.month] })],
);
