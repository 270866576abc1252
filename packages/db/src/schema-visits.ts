import { foreignKey, index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { project } from "./schema.ts";

export const visiting = sqliteTable(
  "visiting",
  {
    companyId: text("company_id").notNull(),
    projectId: text("project_id").notNull(),
    madeAt: integer("made_at").notNull(),
    madeBy: text("made_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.projectId] }),
    foreignKey({ columns: [t.companyId, t.projectId], foreignColumns: [project.companyId, project.id] }),
  ],
);

export const visit = sqliteTable(
  "visit",
  {
    companyId: text("company_id").notNull(),
    personId: text("person_id").notNull(),
    at: integer("at").notNull(),
    date: text("date").notNull(),
    minute: integer("minute").notNull(),
    receivedAt: integer("received_at").notNull(),
    place: text("place"),
    address: text("address"),
    lat: real("lat"),
    lng: real("lng"),
    remark: text("remark"),
    visited: text("visited"),
    photos: text("photos").notNull().default("[]"),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.personId, t.at] }), index("visit_day").on(t.companyId, t.date)],
);
