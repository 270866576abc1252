import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const worklogSeen = sqliteTable(
  "worklog_seen",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    runId: text("run_id").notNull(),
    id: text("id").notNull(),
    marker: text("marker"),
    remoteProject: text("remote_project").notNull(),
    remoteTask: text("remote_task"),
    remotePerson: text("remote_person"),
    date: text("date").notNull(),
    minutes: integer("minutes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.targetId, t.runId, t.id] }),
    index("worklog_seen_marker").on(t.companyId, t.targetId, t.runId, t.marker),
  ],
);

export const worklogMend = sqliteTable(
  "worklog_mend",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    runId: text("run_id").notNull(),
    key: text("key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.targetId, t.runId, t.key] })],
);
