import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const inboundDelivery = sqliteTable(
  "inbound_delivery",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    id: text("id").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.targetId, t.id] }), index("inbound_delivery_at").on(t.companyId, t.at)],
);

export const remoteChange = sqliteTable(
  "remote_change",
  {
    companyId: text("company_id").notNull(),
    targetId: text("target_id").notNull(),
    projectId: text("project_id").notNull(),
    since: integer("since").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.targetId, t.projectId] })],
);
