import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

const companyId = () => text("company_id").notNull();
const personId = () => text("person_id").notNull();
const projectId = () => text("project_id").notNull();
const date = () => text("date").notNull();
const receivedAt = () => integer("received_at").notNull();
const made = () => ({ madeAt: integer("made_at").notNull(), madeBy: text("made_by").notNull() });
const validity = () => ({ startsOn: text("starts_on"), endsOn: text("ends_on") });

export const company = sqliteTable("company", {
  id: text("id").notNull().primaryKey(),
  name: text("name").notNull(),
  zone: text("zone").notNull(),
  operator: text("operator"),
  createdAt: integer("created_at").notNull(),
});

export const policy = sqliteTable(
  "policy",
  {
    companyId: companyId(),
    groupId: text("group_id").notNull().default(""),
    startsOn: text("starts_on").notNull(),
    value: text("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.groupId, t.startsOn] })],
);

export const calendarYear = sqliteTable(
  "calendar_year",
  {
    companyId: companyId(),
    year: integer("year").notNull(),
    days: text("days").notNull(),
    source: text("source").notNull(),
    loadedAt: integer("loaded_at").notNull(),
    overrides: text("overrides").notNull().default("{}"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.year] })],
);

export const department = sqliteTable(
  "department",
  {
    companyId: companyId(),
    id: text("id").notNull(),
    parentId: text("parent_id"),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

export const person = sqliteTable(
  "person",
  {
    companyId: companyId(),
    id: text("id").notNull(),
    unionId: text("union_id"),
    name: text("name").notNull(),
    jobNumber: text("job_number"),
    title: text("title"),
    departmentIds: text("department_ids").notNull().default("[]"),
    active: integer("active").notNull().default(1),
    leftAt: integer("left_at"),
    sessionsFrom: integer("sessions_from").notNull().default(0),
    defaultProject: text("default_project"),
    pulledAt: integer("pulled_at").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

export const roleGrant = sqliteTable(
  "role_grant",
  { companyId: companyId(), personId: personId(), role: text("role", { enum: ["hr", "finance", "admin"] }).notNull() },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.role] })],
);

export const project = sqliteTable(
  "project",
  {
    companyId: companyId(),
    id: text("id").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    mark: text("mark").notNull(),
    color: integer("color").notNull(),
    startsOn: text("starts_on"),
    closedOn: text("closed_on"),
    version: integer("version").notNull().default(1),
    createdAt: integer("created_at").notNull(),
    sites: text("sites").notNull().default("[]"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] }), uniqueIndex("project_code").on(t.companyId, t.code)],
);

export const projectMember = sqliteTable(
  "project_member",
  {
    companyId: companyId(),
    personId: personId(),
    projectId: projectId(),
    role: text("role", { enum: ["member", "manager"] }).notNull(),
    ...validity(),
    plannedFrom: text("planned_from"),
    plannedTo: text("planned_to"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.personId, t.projectId] }),
    index("project_member_project").on(t.companyId, t.projectId),
  ],
);

export const site = sqliteTable(
  "site",
  {
    companyId: companyId(),
    projectId: projectId(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    lat: real("lat"),
    lng: real("lng"),
    radius: integer("radius").notNull(),
    ssids: text("ssids").notNull().default("[]"),
    machines: text("machines").notNull().default("[]"),
    ...validity(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.projectId, t.id] })],
);

export const punch = sqliteTable(
  "punch",
  {
    companyId: companyId(),
    personId: personId(),
    workDate: text("work_date").notNull(),
    recordId: text("record_id").notNull(),
    receivedAt: receivedAt(),
    digest: text("digest").notNull(),
    at: integer("at").notNull(),
    type: text("type", { enum: ["on", "off"] }),
    valid: integer("valid").notNull(),
    invalidReason: text("invalid_reason"),
    result: text("result"),
    locationResult: text("location_result"),
    sourceType: text("source_type"),
    lat: real("lat"),
    lng: real("lng"),
    accuracy: real("accuracy"),
    ssid: text("ssid"),
    bssid: text("bssid"),
    machine: text("machine"),
    address: text("address"),
    remark: text("remark"),
    planId: text("plan_id"),
    modifiedAt: integer("modified_at"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.workDate, t.recordId, t.receivedAt] })],
);

export const schedule = sqliteTable(
  "schedule",
  {
    companyId: companyId(),
    personId: personId(),
    workDate: text("work_date").notNull(),
    receivedAt: receivedAt(),
    digest: text("digest").notNull(),
    shiftId: text("shift_id"),
    shiftName: text("shift_name"),
    shift: text("shift"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.workDate, t.receivedAt] })],
);

export const shift = sqliteTable(
  "shift",
  {
    companyId: companyId(),
    id: text("id").notNull(),
    version: text("version").notNull(),
    name: text("name").notNull(),
    sections: text("sections").notNull(),
    breaks: text("breaks").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id, t.version] })],
);

export const leave = sqliteTable(
  "leave",
  {
    companyId: companyId(),
    personId: personId(),
    fromAt: integer("from_at").notNull(),
    toAt: integer("to_at").notNull(),
    receivedAt: receivedAt(),
    unit: text("unit").notNull(),
    amount: integer("amount").notNull(),
    leaveCode: text("leave_code"),
    present: integer("present").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.fromAt, t.toAt, t.receivedAt] })],
);

export const pick = sqliteTable(
  "pick",
  {
    companyId: companyId(),
    id: text("id").notNull(),
    personId: personId(),
    date: date(),
    projectId: projectId(),
    taskId: text("task_id"),
    fromMinute: integer("from_minute"),
    ...made(),
    channel: text("channel").notNull(),
    reason: text("reason"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] }), index("pick_day").on(t.companyId, t.personId, t.date)],
);

export const pickWithdrawal = sqliteTable(
  "pick_withdrawal",
  { companyId: companyId(), personId: personId(), date: date(), pickId: text("pick_id").notNull(), ...made() },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.date, t.pickId] })],
);

export const split = sqliteTable(
  "split",
  {
    companyId: companyId(),
    personId: personId(),
    date: date(),
    version: integer("version").notNull(),
    parts: text("parts").notNull(),
    ...made(),
    channel: text("channel").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.date, t.version] })],
);

export const workday = sqliteTable(
  "workday",
  {
    companyId: companyId(),
    personId: personId(),
    date: date(),
    planned: integer("planned").notNull(),
    attended: integer("attended").notNull(),
    overtimeAttended: integer("overtime_attended").notNull(),
    overtimeApproved: integer("overtime_approved").notNull(),
    counted: integer("counted").notNull(),
    leave: integer("leave").notNull(),
    unassigned: integer("unassigned").notNull(),
    status: text("status").notNull(),
    warnings: text("warnings").notNull(),
    body: text("body").notNull(),
    settledAt: integer("settled_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.date] })],
);

export const allocation = sqliteTable(
  "allocation",
  {
    companyId: companyId(),
    projectId: projectId(),
    date: date(),
    personId: personId(),
    n: integer("n").notNull(),
    taskId: text("task_id"),
    minutes: integer("minutes").notNull(),
    basis: text("basis").notNull(),
    place: text("place").notNull(),
    overtime: text("overtime"),
    state: text("state", { enum: ["running", "automatic", "waiting", "approved", "rejected"] })
      .notNull()
      .default("running"),
    reasons: text("reasons").notNull().default("[]"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.projectId, t.date, t.personId, t.n] }),
    index("allocation_waiting").on(t.companyId, t.projectId, t.date).where(sql`state = 'waiting'`),
    index("allocation_rejected").on(t.companyId, t.projectId, t.date).where(sql`state = 'rejected'`),
  ],
);

export const dirtyDay = sqliteTable(
  "dirty_day",
  { companyId: companyId(), date: date(), personId: personId(), since: integer("since").notNull() },
  (t) => [primaryKey({ columns: [t.companyId, t.date, t.personId] })],
);

export const syncRun = sqliteTable(
  "sync_run",
  {
    companyId: companyId(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    fromDate: text("from_date"),
    toDate: text("to_date"),
    state: text("state", { enum: ["running", "done", "failed", "quota"] }).notNull(),
    askedBy: text("asked_by").notNull(),
    startedAt: integer("started_at").notNull(),
    touchedAt: integer("touched_at").notNull(),
    finishedAt: integer("finished_at"),
    counts: text("counts").notNull().default("{}"),
    problem: text("problem"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] }), index("sync_run_recent").on(t.companyId, t.startedAt)],
);

export const syncBatch = sqliteTable(
  "sync_batch",
  {
    companyId: companyId(),
    runId: text("run_id").notNull(),
    n: integer("n").notNull(),
    work: text("work").notNull(),
    state: text("state", { enum: ["waiting", "done", "failed"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    problem: text("problem"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.runId, t.n] })],
);

export const rejectedRow = sqliteTable(
  "rejected_row",
  {
    companyId: companyId(),
    source: text("source").notNull(),
    digest: text("digest").notNull(),
    receivedAt: receivedAt(),
    reason: text("reason").notNull(),
    raw: text("raw").notNull(),
    dismissedAt: integer("dismissed_at"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.source, t.digest] })],
);

export const event = sqliteTable(
  "event",
  {
    companyId: companyId(),
    id: text("id").notNull(),
    type: text("type").notNull(),
    body: text("body"),
    receivedAt: receivedAt(),
    doneAt: integer("done_at"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("event_waiting").on(t.companyId, t.receivedAt).where(sql`done_at is null`),
  ],
);

export const callCount = sqliteTable(
  "call_count",
  {
    companyId: companyId(),
    day: text("day").notNull(),
    path: text("path").notNull(),
    counted: integer("counted").notNull(),
    ok: integer("ok").notNull().default(0),
    failed: integer("failed").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.day, t.path] })],
);

export const dingtalkToken = sqliteTable("dingtalk_token", {
  companyId: companyId().primaryKey(),
  token: text("token").notNull(),
  expiresAt: integer("expires_at").notNull(),
});

export const history = sqliteTable(
  "history",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    companyId: companyId(),
    at: integer("at").notNull(),
    actor: text("actor").notNull(),
    channel: text("channel").notNull(),
    subject: text("subject").notNull(),
    subjectId: text("subject_id").notNull(),
    action: text("action").notNull(),
    before: text("before"),
    after: text("after"),
    reason: text("reason"),
  },
  (t) => [index("history_subject").on(t.companyId, t.subject, t.subjectId)],
);
