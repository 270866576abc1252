import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const pushCount = sqliteTable(
  "push_count",
  {
    companyId: text("company_id").notNull(),
    day: text("day").notNull(),
    type: text("type").notNull(),
    received: integer("received").notNull(),
    counted: integer("counted").notNull(),
    repeated: integer("repeated").notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.day, t.type] })],
);

export const streamState = sqliteTable("stream_state", {
  companyId: text("company_id").primaryKey(),
  state: text("state", { enum: ["connected", "waiting", "refused"] }).notNull(),
  since: integer("since").notNull(),
  problem: text("problem"),
});

export const jsapiTicket = sqliteTable("jsapi_ticket", {
  companyId: text("company_id").primaryKey(),
  ticket: text("ticket").notNull(),
  expiresAt: integer("expires_at").notNull(),
});
