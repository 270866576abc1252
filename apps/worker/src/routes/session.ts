import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { json, refuses, refusesSigned } from "../answer.ts";
import { readSettings } from "../env.ts";
import { signIn } from "../operations/sign-in.ts";
import { Session, SessionInput } from "../schema/session.ts";
import { dropSession, sealSession } from "../session.ts";
import { bySession, type Door } from "../signed-in.ts";
import { readSession } from "../views/session.ts";

const open = createRoute({
  method: "post",
  path: "/api/session",
  summary: "Sign in with a DingTalk login code",
  request: { body: { required: true, ...json(SessionInput, "a code from DingTalk", { code: "a1b2c3d4" }) } },
  responses: {
    200: json(Session, "who I am, and a cookie"),
    ...refuses(
      "bad-json",
      "invalid-input",
      "body-too-large",
      "code-invalid",
      "dingtalk-unavailable",
      "quota-exhausted",
    ),
  },
});

const read = createRoute({
  method: "get",
  path: "/api/session",
  summary: "Who am I",
  ...bySession,
  responses: { 200: json(Session, "who I am"), ...refusesSigned() },
});

const close = createRoute({
  method: "delete",
  path: "/api/session",
  summary: "Sign out",
  ...bySession,
  responses: { 204: { description: "signed out" }, ...refusesSigned() },
});

export const session = new OpenAPIHono<Door>()
  .openapi(open, async (c) => {
    const { outside } = c.var;
    const { ctx, me } = await signIn(outside, c.req.valid("json").code);
    const claim = { company: ctx.company.id, person: me.id, issuedAt: ctx.now };
    const secure = new URL(c.req.url).protocol === "https:";
    c.header("Set-Cookie", await sealSession(claim, readSettings(c.env).sessionSecret, secure));
    return c.json(await readSession(ctx, me), 200);
  })
  .openapi(read, async (c) => c.json(await readSession(c.var.ctx, c.var.me), 200))
  .openapi(close, (c) => {
    dropSession(c);
    return c.body(null, 204);
  });
