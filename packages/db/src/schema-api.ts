import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export const apiKey = sqliteTable(
  "api_key",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    prefix: text("prefix").notNull(),
    digest: text("digest").notNull(),
    scopes: text("scopes").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: integer("expires_at"),
    revokedAt: integer("revoked_at"),
    revokedBy: text("revoked_by"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] }), uniqueIndex("api_key_digest").on(t.companyId, t.digest)],
);

export const apiUse = sqliteTable(
  "api_use",
  {
    companyId: text("company_id").notNull(),
    keyId: text("key_id").notNull(),
    windowAt: integer("window_at").notNull(),
    used: integer("used").notNull(),
    usedAt: integer("used_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.keyId] })],
);

export const idempotency = sqliteTable(
  "idempotency",
  {
    companyId: text("company_id").notNull(),
    keyId: text("key_id").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    digest: text("digest").notNull(),
    at: integer("at").notNull(),
    runningUntil: integer("running_until").notNull(),
    status: integer("status"),
    headers: text("headers"),
    body: text("body"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.keyId, t.idempotencyKey] }),
    index("idempotency_at").on(t.companyId, t.at),
  ],
);
