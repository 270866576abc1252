import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { project } from "./schema.ts";

export const target = sqliteTable(
  "target",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    settings: text("settings").notNull(),
    secrets: text("secrets").notNull().default("[]"),
    sealed: text("sealed"),
    state: text("state").notNull().default("paused"),
    approvedOnly: integer("approved_only").notNull().default(1),
    pace: text("pace").notNull().default("night"),
    rounding: text("rounding").notNull().default("exact"),
    states: text("states").notNull().default("{}"),
    startsOn: text("starts_on").notNull(),
    account: text("account"),
    checkedAt: integer("checked_at"),
    problem: text("problem"),
    problemAt: integer("problem_at"),
    quietUntil: integer("quiet_until").notNull().default(0),
    sendingUntil: integer("sending_until").notNull().default(0),
    readAt: integer("read_at"),
    pushedAt: integer("pushed_at"),
    version: integer("version").notNull().default(1),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    changedAt: integer("changed_at").notNull(),
    changedBy: text("changed_by").notNull(),
    todo: integer("todo").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

export const remoteProject = sqliteTable(
  "remote_project",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    code: text("code"),
    closed: integer("closed").notNull(),
    takesHours: integer("takes_hours").notNull(),
    readAt: integer("read_at").notNull(),
    tasksUntil: integer("tasks_until"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.targetId, t.id] })],
);

export const remoteTask = sqliteTable(
  "remote_task",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    id: text("id").notNull(),
    projectId: text("project_id").notNull(),
    title: text("title").notNull(),
    stateId: text("state_id").notNull(),
    stateName: text("state_name").notNull(),
    closed: integer("closed").notNull(),
    assigneeId: text("assignee_id"),
    startsOn: text("starts_on"),
    dueOn: text("due_on"),
    updatedAt: integer("updated_at"),
    readAt: integer("read_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.targetId, t.id] }),
    index("remote_task_project").on(t.companyId, t.targetId, t.projectId),
    index("remote_task_assignee").on(t.companyId, t.targetId, t.assigneeId).where(sql`assignee_id is not null`),
  ],
);

export const remoteMember = sqliteTable(
  "remote_member",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    projectId: text("project_id").notNull(),
    remotePerson: text("remote_person").notNull(),
    readAt: integer("read_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.targetId, t.projectId, t.remotePerson] })],
);

export const destination = sqliteTable(
  "destination",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    projectId: text("project_id").notNull(),
    remoteProject: text("remote_project").notNull(),
    remoteTask: text("remote_task"),
    version: integer("version").notNull().default(1),
    changedAt: integer("changed_at").notNull(),
    changedBy: text("changed_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.targetId, t.projectId] }),
    index("destination_project").on(t.companyId, t.projectId),
    foreignKey({ columns: [t.companyId, t.projectId], foreignColumns: [project.companyId, project.id] }),
  ],
);

export const worklog = sqliteTable(
  "worklog",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    key: text("key").notNull(),
    marker: text("marker").notNull(),
    personId: text("person_id").notNull(),
    date: text("date").notNull(),
    projectId: text("project_id").notNull(),
    taskId: text("task_id"),
    remotePerson: text("remote_person"),
    remoteProject: text("remote_project"),
    remoteTask: text("remote_task"),
    serial: text("serial").notNull(),
    minutes: integer("minutes").notNull(),
    waiting: integer("waiting").notNull().default(0),
    held: text("held"),
    body: text("body").notNull(),
    digest: text("digest").notNull(),
    sentDigest: text("sent_digest"),
    sentMinutes: integer("sent_minutes").notNull().default(0),
    remoteId: text("remote_id"),
    state: text("state").notNull(),
    problem: text("problem"),
    field: text("field"),
    attempts: integer("attempts").notNull().default(0),
    nextAt: integer("next_at").notNull().default(0),
    sendingAt: integer("sending_at"),
    sentAt: integer("sent_at"),
    changedAt: integer("changed_at").notNull(),
    seenMinutes: integer("seen_minutes"),
    seenCount: integer("seen_count"),
    seenAt: integer("seen_at"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.targetId, t.key] }),
    index("worklog_open")
      .on(t.companyId, t.targetId, t.state, t.nextAt)
      .where(sql`state in ('due', 'sending', 'unknown')`),
    index("worklog_aside").on(t.companyId, t.targetId, t.state).where(sql`state in ('held', 'failed')`),
    index("worklog_date").on(t.companyId, t.targetId, t.date),
    index("worklog_person").on(t.companyId, t.personId, t.date),
    index("worklog_marker").on(t.companyId, t.targetId, t.marker),
  ],
);

export const worklogWrite = sqliteTable(
  "worklog_write",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    key: text("key").notNull(),
    at: integer("at").notNull(),
    n: integer("n").notNull(),
    act: text("act").notNull(),
    minutes: integer("minutes").notNull(),
    outcome: text("outcome").notNull(),
    problem: text("problem"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.targetId, t.key, t.at, t.n] })],
);

export const worklogDay = sqliteTable(
  "worklog_day",
  {
    companyId: text("company_id").notNull(),
    date: text("date").notNull(),
    personId: text("person_id").notNull(),
    since: integer("since").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.date, t.personId] })],
);

export const targetRun = sqliteTable(
  "target_run",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    month: text("month"),
    state: text("state").notNull(),
    work: text("work").notNull(),
    counts: text("counts").notNull().default("{}"),
    problem: text("problem"),
    attempts: integer("attempts").notNull().default(0),
    askedBy: text("asked_by").notNull(),
    startedAt: integer("started_at").notNull(),
    touchedAt: integer("touched_at").notNull(),
    finishedAt: integer("finished_at"),
    nextAt: integer("next_at").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.targetId, t.id] }),
    index("target_run_recent").on(t.companyId, t.targetId, t.startedAt),
    uniqueIndex("target_run_running").on(t.companyId, t.targetId, t.kind).where(sql`state = 'running'`),
  ],
);

export const targetMonth = sqliteTable(
  "target_month",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    month: text("month").notNull(),
    readAt: integer("read_at").notNull(),
    foreignCount: integer("foreign_count").notNull(),
    foreignMinutes: integer("foreign_minutes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.targetId, t.month] })],
);
