import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { json } from "../../answer.ts";
import { todayOf } from "../../author.ts";
import { byKey } from "../../public/door.ts";
import { refusesKeyed } from "../../public/refusals.ts";
import { type Scope, scopes } from "../../public/scope.ts";
import { Whoami } from "../../schema/public.ts";
import type { Door } from "../../signed-in.ts";
import { isoOf } from "../../views/instant.ts";

const read = createRoute({
  method: "get",
  path: "/v1/me",
  summary: "这把密钥是谁、能做什么 · What this key is and may do",
  ...byKey(null),
  responses: {
    200: json(Whoami, "the key", {
      key: {
        id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11",
        name: "Zapier",
        scopes: ["projects:read", "picks:write"],
        expiresAt: "2027-09-17T13:30:00+08:00",
      },
      company: { zone: "Asia/Shanghai", today: "2026-09-17" },
    }),
    ...refusesKeyed(),
  },
});

export const publicMe = new OpenAPIHono<Door>().openapi(read, (c) => {
  const { ctx, key } = c.var;
  const { id, name, expiresAt } = key;
  const { zone } = ctx.company;
  const held = key.scopes.filter((scope): scope is Scope => scope in scopes);
  const about = { id, name, scopes: held, expiresAt: expiresAt === null ? null : isoOf(expiresAt, zone) };
  return c.json({ key: about, company: { zone, today: todayOf(ctx) } }, 200);
});
