import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const approvalInstance = sqliteTable(
  "approval_instance",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    receivedAt: integer("received_at").notNull(),
    processCode: text("process_code"),
    kind: text("kind").notNull(),
    personId: text("person_id").notNull(),
    state: text("state").notNull(),
    action: text("action").notNull(),
    mainId: text("main_id").notNull(),
    modifiedAt: integer("modified_at"),
    body: text("body").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id, t.receivedAt] }),
    index("approval_chain").on(t.companyId, t.mainId),
  ],
);

export const approvalWatch = sqliteTable(
  "approval_watch",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    processCode: text("process_code"),
    reason: text("reason").notNull(),
    since: integer("since").notNull(),
    until: text("until"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

export const approvalForm = sqliteTable(
  "approval_form",
  {
    companyId: text("company_id").notNull(),
    processCode: text("process_code").notNull(),
    title: text("title").notNull(),
    kind: text("kind"),
    seenAt: integer("seen_at").notNull(),
    chosenBy: text("chosen_by"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.processCode] })],
);

export const approvedLeave = sqliteTable(
  "approved_leave",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    id: text("id").notNull(),
    fromAt: integer("from_at").notNull(),
    toAt: integer("to_at").notNull(),
    holds: integer("holds").notNull(),
    told: integer("told").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.id] })],
);

export const notice = sqliteTable(
  "notice",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    personId: text("person_id").notNull(),
    kind: text("kind").notNull(),
    aboutId: text("about_id"),
    projectId: text("project_id"),
    body: text("body").notNull(),
    createdAt: integer("created_at").notNull(),
    state: text("state").notNull().default("waiting"),
    sentAt: integer("sent_at"),
    taskId: text("task_id"),
    attempts: integer("attempts").notNull().default(0),
    problem: text("problem"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("notice_waiting").on(t.companyId, t.createdAt).where(sql`state = 'waiting'`),
    index("notice_unasked").on(t.companyId, t.sentAt).where(sql`state = 'sent'`),
    index("notice_person").on(t.companyId, t.personId, t.createdAt),
    index("notice_about").on(t.companyId, t.aboutId),
  ],
);
