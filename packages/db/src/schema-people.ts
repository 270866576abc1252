import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export const scimToken = sqliteTable(
  "scim_token",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    source: text("source").notNull(),
    digest: text("digest").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: integer("expires_at"),
    lastUsedAt: integer("last_used_at"),
    revokedAt: integer("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] }), uniqueIndex("scim_token_digest").on(t.companyId, t.digest)],
);

export const account = sqliteTable(
  "account",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id"),
    userName: text("user_name").notNull(),
    userKey: text("user_key").notNull(),
    active: integer("active").notNull(),
    resource: text("resource").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: integer("created_at").notNull(),
    changedAt: integer("changed_at").notNull(),
    deletedAt: integer("deleted_at"),
    keyedBy: text("keyed_by").notNull(),
    state: text("state").notNull(),
    personId: text("person_id"),
    rule: text("rule"),
    people: text("people").notNull().default("[]"),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("account_user").on(t.companyId, t.source, t.userKey).where(sql`deleted_at is null`),
    uniqueIndex("account_external").on(t.companyId, t.source, t.externalId).where(sql`deleted_at is null`),
    index("account_name").on(t.companyId, t.userKey, t.id),
    index("account_person").on(t.companyId, t.personId).where(sql`person_id is not null`),
  ],
);

export const accountKey = sqliteTable(
  "account_key",
  {
    companyId: text("company_id").notNull(),
    accountId: text("account_id").notNull(),
    rule: text("rule").notNull(),
    kind: text("kind").notNull(),
    digest: text("digest").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.accountId, t.rule, t.digest] }),
    index("account_key_found").on(t.companyId, t.kind, t.digest),
  ],
);

export const personKey = sqliteTable(
  "person_key",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    kind: text("kind").notNull(),
    digest: text("digest").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.personId, t.kind, t.digest] }),
    index("person_key_found").on(t.companyId, t.kind, t.digest),
  ],
);

export const accountGroup = sqliteTable(
  "account_group",
  {
    companyId: text("company_id").notNull(),
    id: text("id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id"),
    displayName: text("display_name").notNull(),
    displayKey: text("display_key").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: integer("created_at").notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex("account_group_name").on(t.companyId, t.source, t.displayKey),
  ],
);

export const accountGroupMember = sqliteTable(
  "account_group_member",
  {
    companyId: text("company_id").notNull(),
    groupId: text("group_id").notNull(),
    accountId: text("account_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.groupId, t.accountId] }),
    index("account_group_of").on(t.companyId, t.accountId),
  ],
);

export const accountRules = sqliteTable("account_rules", {
  companyId: text("company_id").primaryKey(),
  version: integer("version").notNull(),
  rules: text("rules").notNull(),
  changedAt: integer("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
});

export const position = sqliteTable(
  "position",
  {
    companyId: text("company_id").notNull(),
    code: text("code").notNull(),
    n: integer("n").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    patterns: text("patterns").notNull(),
    version: integer("version").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.code] })],
);

export const titlePosition = sqliteTable(
  "title_position",
  {
    companyId: text("company_id").notNull(),
    title: text("title").notNull(),
    code: text("code"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.title] })],
);
