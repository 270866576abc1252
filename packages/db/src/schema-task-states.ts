import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const taskState = sqliteTable(
  "task_state",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    remoteTask: text("remote_task").notNull(),
    remoteProject: text("remote_project").notNull(),
    wanted: text("wanted").notNull(),
    stateId: text("state_id").notNull(),
    date: text("date").notNull(),
    state: text("state").notNull(),
    problem: text("problem"),
    field: text("field"),
    attempts: integer("attempts").notNull().default(0),
    nextAt: integer("next_at").notNull().default(0),
    sendingAt: integer("sending_at"),
    revision: integer("revision").notNull().default(1),
    changedAt: integer("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.targetId, t.remoteTask] }),
    index("task_state_open")
      .on(t.companyId, t.targetId, t.state, t.nextAt)
      .where(sql`state in ('due', 'sending', 'unknown')`),
    index("task_state_failed").on(t.companyId, t.targetId).where(sql`state = 'failed'`),
  ],
);

export const todoReminder = sqliteTable(
  "todo_reminder",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    remoteTask: text("remote_task").notNull(),
    personId: text("person_id").notNull(),
    wanted: text("wanted").notNull(),
    title: text("title").notNull(),
    dueOn: text("due_on").notNull(),
    n: integer("n").notNull().default(1),
    todoId: text("todo_id"),
    state: text("state").notNull(),
    problem: text("problem"),
    attempts: integer("attempts").notNull().default(0),
    nextAt: integer("next_at").notNull().default(0),
    sendingAt: integer("sending_at"),
    revision: integer("revision").notNull().default(1),
    changedAt: integer("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.targetId, t.remoteTask, t.personId] }),
    index("todo_reminder_open").on(t.companyId, t.state, t.nextAt).where(sql`state in ('due', 'sending', 'unknown')`),
    index("todo_reminder_person").on(t.companyId, t.personId),
  ],
);

export const taskPerson = sqliteTable(
  "task_person",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    since: integer("since").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId] })],
);
