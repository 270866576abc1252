import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { project } from "./schema.ts";

export const mapping = sqliteTable(
  "mapping",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    version: integer("version").notNull(),
    rules: text("rules").notNull(),
    offers: text("offers").notNull().default("{}"),
    reach: text("reach").notNull(),
    ofVersion: integer("of_version"),
    madeAt: integer("made_at").notNull(),
    madeBy: text("made_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.targetId, t.version] })],
);

export const taskDraft = sqliteTable(
  "task_draft",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    id: text("id").notNull(),
    projectId: text("project_id").notNull(),
    remoteProject: text("remote_project").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    assigneeId: text("assignee_id"),
    startsOn: text("starts_on"),
    dueOn: text("due_on"),
    marker: text("marker").notNull(),
    state: text("state").notNull(),
    problem: text("problem"),
    field: text("field"),
    attempts: integer("attempts").notNull().default(0),
    nextAt: integer("next_at").notNull().default(0),
    sendingAt: integer("sending_at"),
    remoteTask: text("remote_task"),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.targetId, t.id] }),
    foreignKey({ columns: [t.companyId, t.projectId], foreignColumns: [project.companyId, project.id] }),
    index("task_draft_open")
      .on(t.companyId, t.targetId, t.state, t.nextAt)
      .where(sql`state in ('due', 'sending', 'unknown')`),
    index("task_draft_project").on(t.companyId, t.projectId, t.createdAt),
  ],
);
