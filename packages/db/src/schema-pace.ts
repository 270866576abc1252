import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const callPace = sqliteTable(
  "call_pace",
  {
    companyId: text("company_id").notNull(),
    api: text("api").notNull(),
    freeAt: real("free_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.api] })],
);

export const callPause = sqliteTable(
  "call_pause",
  {
    companyId: text("company_id").notNull(),
    api: text("api").notNull(),
    cause: text("cause").notNull(),
    since: integer("since").notNull(),
    untilAt: integer("until_at").notNull(),
    tryUntil: integer("try_until").notNull().default(0),
    strikes: integer("strikes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.api] })],
);

export const linkProblem = sqliteTable(
  "link_problem",
  {
    companyId: text("company_id").notNull(),
    code: text("code").notNull(),
    path: text("path").notNull(),
    since: integer("since").notNull(),
    lastAt: integer("last_at").notNull(),
    times: integer("times").notNull(),
    detail: text("detail").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.code, t.path] })],
);
