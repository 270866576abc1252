import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export const hook = sqliteTable(
  "hook",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    host: text("host").notNull(),
    sealedUrl: text("sealed_url").notNull(),
    sealedSecret: text("sealed_secret"),
    sealedOldSecret: text("sealed_old_secret"),
    oldSecretUntil: integer("old_secret_until").notNull().default(0),
    events: text("events").notNull(),
    projectId: text("project_id"),
    state: text("state").notNull().default("on"),
    problem: text("problem"),
    problemAt: integer("problem_at"),
    quietUntil: integer("quiet_until").notNull().default(0),
    deliveredAt: integer("delivered_at"),
    keyId: text("key_id"),
    version: integer("version").notNull().default(1),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    changedAt: integer("changed_at").notNull(),
    changedBy: text("changed_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
);

export const hookEvent = sqliteTable(
  "hook_event",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    type: text("type").notNull(),
    subject: text("subject").notNull(),
    personId: text("person_id"),
    projects: text("projects"),
    at: integer("at").notNull(),
    data: text("data").notNull(),
    unsent: integer("unsent").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index("hook_event_subject").on(t.companyId, t.type, t.subject),
    uniqueIndex("hook_event_unsent").on(t.companyId, t.type, t.subject).where(sql`unsent = 1`),
  ],
);

export const hookDelivery = sqliteTable(
  "hook_delivery",
  {
    companyId: text("company_id").notNull(),
    hookId: text("hook_id").notNull(),
    eventId: text("event_id").notNull(),
    state: text("state").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAt: integer("next_at").notNull().default(0),
    sentAt: integer("sent_at"),
    status: integer("status"),
    problem: text("problem"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.hookId, t.eventId] }),
    index("hook_delivery_event").on(t.companyId, t.eventId),
    index("hook_delivery_waiting").on(t.companyId, t.hookId, t.nextAt).where(sql`state = 'waiting'`),
    index("hook_delivery_sending").on(t.companyId, t.sentAt).where(sql`state = 'sending'`),
    index("hook_delivery_failed").on(t.companyId, t.hookId, t.eventId).where(sql`state = 'failed'`),
  ],
);
