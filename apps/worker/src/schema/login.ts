import { z } from "@hono/zod-openapi";

/** A route of the page and nothing else: no other address can be written so. */
const LocalRoute = z
  .string()
  .max(300)
  .regex(/^\/(?:[\w-][\w\-./~%=&?,:]*)?$/)
  .openapi({ example: "/team?date=2026-09-17" });

export const LoginQuery = z.object({ returnTo: LocalRoute.default("/today") });

export const LoginReturn = z.object({
  authCode: z.string().max(512).optional(),
  code: z.string().max(512).optional().openapi({ description: "the older name of `authCode`" }),
  state: z.string().max(512).optional(),
  error: z.string().max(512).optional(),
});
