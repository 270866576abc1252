import { OpenAPIHono } from "@hono/zod-openapi";
import { DatabaseError } from "@today/db/database-error";
import { about } from "../scim/about.ts";
import { byToken, limitBody, refuse } from "../scim/door.ts";
import { ScimError } from "../scim/error.ts";
import { groups } from "../scim/groups.ts";
import { users } from "../scim/users.ts";
import type { Door } from "../signed-in.ts";

/** SCIM 2.0 for a company's own directory (RFC 7643, 7644): its own tokens, its own media type, its own refusals. */
export const scim = new OpenAPIHono<Door>();

scim.onError((error, c) => {
  if (error instanceof ScimError) return refuse(c, error);
  const what = error instanceof DatabaseError ? error.message : error.name;
  console.error(JSON.stringify({ code: "internal", route: `${c.req.method} /scim/v2`, what }));
  return refuse(c, new ScimError(500, null, "Something went wrong here"));
});
scim.use("/scim/v2/*", limitBody, byToken);
scim.route("/scim/v2/Users", users);
scim.route("/scim/v2/Groups", groups);
scim.route("/scim/v2", about);
scim.all("/scim/*", () => {
  throw new ScimError(404, null, "There is no such thing");
});
