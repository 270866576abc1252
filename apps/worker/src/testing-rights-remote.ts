import type { House } from "./testing.ts";
import { targetId } from "./testing-rights-targets.ts";

const one = `/api/targets/${targetId}`;
const adminOnly = (status: number) => `403 403 403 403 403 403 ${status} 401 401`;
const anybody = (status: number) => Array.from({ length: 9 }, () => status).join(" ");

/** What each may do with what is there, and with where hours go; of a project its managers see it. */
export const remoteRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "POST /api/targets/{id}/runs": [`${one}/runs`, adminOnly(202), { kind: "read" }],
  "GET /api/targets/{id}/runs": [`${one}/runs`, adminOnly(200)],
  "GET /api/targets/{id}/projects": [`${one}/projects`, adminOnly(200)],
  "GET /api/targets/{id}/tasks": [`${one}/tasks`, adminOnly(200)],
  "GET /api/targets/{id}/people": [`${one}/people`, adminOnly(200)],
  "PUT /api/targets/{id}/destinations/{projectId}": [
    `${one}/destinations/lang`,
    adminOnly(200),
    { version: 0, remoteProject: "7" },
  ],
  "DELETE /api/targets/{id}/destinations/{projectId}": [`${one}/destinations/lang?version=1`, adminOnly(204)],
  "POST /api/targets/{id}/imported-projects": [
    `${one}/imported-projects`,
    adminOnly(201),
    { id: "neu", remoteProject: "7" },
  ],
  "GET /api/projects/{id}/destinations": ["/api/projects/lang/destinations", "403 404 200 404 403 403 200 401 401"],
  "GET /hooks/in/{id}": [`/hooks/in/${targetId}`, anybody(404)],
  "POST /hooks/in/{id}": [`/hooks/in/${targetId}`, anybody(404), {}],
};

/** Puts a remote project into a house that has the target of the table. */
export async function furnishRemote({ id, db }: Pick<House, "id" | "db">): Promise<void> {
  await db.all(
    `insert into remote_project (company_id, target_id, id, name, code, closed, takes_hours, read_at)
     values (?1, ?2, '7', '七号', 'C7', 0, 1, 1)`,
    ...[id, targetId],
  );
}
