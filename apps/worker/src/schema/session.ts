import { z } from "@hono/zod-openapi";
import { Id, ProjectId } from "./quantity.ts";

const Role = z.enum(["employee", "manager", "hr", "finance", "admin"]);

export const Session = z
  .object({
    person: z.object({ id: Id, name: z.string(), roles: z.array(Role) }),
    company: z.object({ id: z.string(), name: z.string(), zone: z.string() }),
    defaultProject: ProjectId.nullable(),
    /** How I stand to the notice of my data: never answered, answered another one, or this very one. */
    notice: z.enum(["first", "changed", "answered"]),
  })
  .openapi("Session");

export const SessionInput = z
  .object({ code: z.string().min(1).max(512) })
  .strict()
  .openapi("SessionInput");

/** What the page must know before anybody has signed in. */
export const AppSettings = z
  .object({
    corpId: z.string(),
    clientId: z.string(),
    agentId: z.string().nullable(),
    punchUrl: z.string(),
  })
  .openapi("AppSettings", { description: "`punchUrl` opens DingTalk's own attendance page; best effort." });

export const DefaultProjectInput = z
  .object({ projectId: ProjectId.nullable() })
  .strict()
  .openapi("DefaultProjectInput");
export const RoleGrant = z.object({ personId: Id, role: z.enum(["hr", "finance", "admin"]) }).openapi("RoleGrant");
