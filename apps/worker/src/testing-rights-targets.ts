import type { House } from "./testing.ts";

/** A paused Redmine without credentials, which nobody can speak with. */
export const targetId = "redmine";
const newId = "3f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const settings = { address: "https://pm.example.com", key: "4f1c0ffee" };
const adminOnly = (status: number) => `403 403 403 403 403 403 ${status} 401 401`;

/** What each may do with connected products. */
export const targetRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/connectors": ["/api/connectors", adminOnly(200)],
  "GET /api/targets": ["/api/targets", adminOnly(200)],
  "POST /api/targets": ["/api/targets", adminOnly(201), { id: newId, kind: "redmine", name: "R", settings }],
  "GET /api/targets/{id}": [`/api/targets/${targetId}`, adminOnly(200)],
  "PATCH /api/targets/{id}": [`/api/targets/${targetId}`, adminOnly(200), { version: 1, name: "新名" }],
  "DELETE /api/targets/{id}": [`/api/targets/${targetId}`, adminOnly(204)],
  "POST /api/targets/{id}/checks": [`/api/targets/${targetId}/checks`, adminOnly(200)],
  "GET /api/targets/{id}/worklogs": [`/api/targets/${targetId}/worklogs`, adminOnly(200)],
  "POST /api/target-checks": ["/api/target-checks", adminOnly(200), { kind: "redmine", settings: {} }],
};

/** Puts that target into a house. */
export async function furnishTarget({ id, db }: Pick<House, "id" | "db">): Promise<void> {
  await db.all(
    `insert into target (company_id, id, kind, name, settings, starts_on, created_at, created_by, changed_at, changed_by)
     values (?1, ?2, 'redmine', 'R', ?3, '2026-09-01', 1, 'lin', 1, 'lin')`,
    ...[id, targetId, JSON.stringify({ address: settings.address })],
  );
}
