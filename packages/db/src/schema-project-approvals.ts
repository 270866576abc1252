import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const projectForm = sqliteTable(
  "project_form",
  {
    companyId: text("company_id").notNull(),
    processCode: text("process_code").notNull(),
    title: text("title").notNull(),
    fields: text("fields").notNull(),
    active: integer("active").notNull(),
    version: integer("version").notNull(),
    changedAt: integer("changed_at").notNull(),
    changedBy: text("changed_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.processCode] })],
);

export const projectApproval = sqliteTable(
  "project_approval",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    processCode: text("process_code").notNull(),
    state: text("state", { enum: ["running", "made", "misfit", "archived", "ended", "dismissed"] }).notNull(),
    projectId: text("project_id"),
    originator: text("originator").notNull(),
    said: text("said").notNull(),
    misfits: text("misfits").notNull().default("[]"),
    beganAt: integer("began_at"),
    changedAt: integer("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("project_approval_state").on(t.companyId, t.state, t.changedAt),
  ],
);
