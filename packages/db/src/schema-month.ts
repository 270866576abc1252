import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const request = sqliteTable(
  "request",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    personId: text("person_id").notNull(),
    date: text("date").notNull(),
    kind: text("kind").notNull(),
    body: text("body").notNull(),
    reason: text("reason").notNull(),
    projectId: text("project_id"),
    effect: text("effect").notNull(),
    state: text("state").notNull(),
    madeAt: integer("made_at").notNull(),
    madeBy: text("made_by").notNull(),
    channel: text("channel").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("request_made").on(t.companyId, t.madeAt),
    index("request_waiting").on(t.companyId, t.projectId).where(sql`state = 'waiting'`),
    index("request_day").on(t.companyId, t.personId, t.date),
  ],
);

export const requestAnswer = sqliteTable(
  "request_answer",
  {
    companyId: text("company_id").notNull(),
    requestId: text("request_id").notNull(),
    n: integer("n").notNull(),
    verdict: text("verdict").notNull(),
    at: integer("at").notNull(),
    madeBy: text("made_by").notNull(),
    reason: text("reason"),
    channel: text("channel").notNull(),
    batchId: text("batch_id"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.requestId, t.n] }),
    index("request_answer_batch").on(t.companyId, t.batchId).where(sql`batch_id is not null`),
  ],
);

export const approvedTime = sqliteTable(
  "approved_time",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    date: text("date").notNull(),
    id: text("id").notNull(),
    receivedAt: integer("received_at").notNull(),
    kind: text("kind").notNull(),
    startMinute: integer("start_minute").notNull(),
    endMinute: integer("end_minute").notNull(),
    lieu: integer("lieu").notNull().default(0),
    source: text("source").notNull(),
    present: integer("present").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.personId, t.date, t.id, t.receivedAt] }),
    index("approved_time_approval").on(t.companyId, t.id),
  ],
);

export const decision = sqliteTable(
  "decision",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    date: text("date").notNull(),
    projectId: text("project_id").notNull(),
    key: text("key").notNull(),
    batchId: text("batch_id").notNull(),
    minutes: integer("minutes").notNull(),
    verdict: text("verdict").notNull(),
    at: integer("at").notNull(),
    madeBy: text("made_by").notNull(),
    reason: text("reason"),
    channel: text("channel").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.personId, t.date, t.projectId, t.key, t.batchId, t.verdict] }),
    index("decision_batch").on(t.companyId, t.batchId),
  ],
);

export const approvalBatch = sqliteTable(
  "approval_batch",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    madeBy: text("made_by").notNull(),
    at: integer("at").notNull(),
    asked: text("asked").notNull(),
    answer: text("answer").notNull(),
    undoneAt: integer("undone_at"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

export const period = sqliteTable(
  "period",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    first: text("first").notNull(),
    last: text("last").notNull(),
    state: text("state").notNull(),
    version: integer("version").notNull().default(1),
    closing: integer("closing").notNull().default(0),
    changedAt: integer("changed_at").notNull(),
    changedBy: text("changed_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("period_approving").on(t.companyId, t.last).where(sql`state = 'open-for-approvers'`),
    index("period_closed").on(t.companyId, t.last).where(sql`state = 'closed'`),
  ],
);

export const periodGrace = sqliteTable(
  "period_grace",
  {
    companyId: text("company_id").notNull(),
    periodId: text("period_id").notNull(),
    personId: text("person_id").notNull(),
    until: text("until").notNull(),
    reason: text("reason").notNull(),
    at: integer("at").notNull(),
    madeBy: text("made_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.periodId, t.personId] })],
);

export const periodReopening = sqliteTable(
  "period_reopening",
  {
    companyId: text("company_id").notNull(),
    periodId: text("period_id").notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: integer("asked_at").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.periodId] })],
);

export const periodClosing = sqliteTable(
  "period_closing",
  {
    companyId: text("company_id").notNull(),
    periodId: text("period_id").notNull(),
    closing: integer("closing").notNull(),
    at: integer("at").notNull(),
    madeBy: text("made_by").notNull(),
    totals: text("totals").notNull(),
    leftOpen: text("left_open").notNull(),
    reason: text("reason"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.periodId, t.closing] })],
);

export const periodSheet = sqliteTable(
  "period_sheet",
  {
    companyId: text("company_id").notNull(),
    periodId: text("period_id").notNull(),
    closing: integer("closing").notNull(),
    personId: text("person_id").notNull(),
    figures: text("figures").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.periodId, t.closing, t.personId] })],
);

export const adjustment = sqliteTable(
  "adjustment",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    date: text("date").notNull(),
    n: integer("n").notNull(),
    bookedOn: text("booked_on").notNull(),
    at: integer("at").notNull(),
    planned: integer("planned").notNull(),
    attended: integer("attended").notNull(),
    overtimeAttended: integer("overtime_attended").notNull(),
    overtimeApproved: integer("overtime_approved").notNull(),
    counted: integer("counted").notNull(),
    leave: integer("leave").notNull(),
    unassigned: integer("unassigned").notNull(),
    parts: text("parts").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.personId, t.date, t.n] }),
    index("adjustment_booked").on(t.companyId, t.bookedOn),
  ],
);

export const alert = sqliteTable(
  "alert",
  {
    companyId: text("company_id").notNull(),
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
    level: integer("level").notNull(),
    raisedAt: integer("raised_at").notNull(),
    clearedAt: integer("cleared_at"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.kind, t.subjectId, t.level, t.raisedAt] }),
    index("alert_raised").on(t.companyId, t.kind, t.subjectId).where(sql`cleared_at is null`),
  ],
);

export const importFile = sqliteTable(
  "import_file",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    fileName: text("file_name").notNull(),
    state: text("state").notNull(),
    madeBy: text("made_by").notNull(),
    madeAt: integer("made_at").notNull(),
    finishedAt: integer("finished_at"),
    summary: text("summary").notNull().default("{}"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

export const importRow = sqliteTable(
  "import_row",
  {
    companyId: text("company_id").notNull(),
    importId: text("import_id").notNull(),
    n: integer("n").notNull(),
    cells: text("cells").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.importId, t.n] })],
);
