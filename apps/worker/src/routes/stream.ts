import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { keepStreamState } from "@today/db/stream-state";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import { createMiddleware } from "hono/factory";
import { json, refuses } from "../answer.ts";
import { actingAs } from "../context.ts";
import { readSettings } from "../env.ts";
import { Refusal } from "../error.ts";
import { keepEvent } from "../keep-event.ts";
import { StreamEvent, StreamStateInput } from "../schema/event.ts";
import type { Door } from "../signed-in.ts";

/** Lets in only the host that started this worker: it alone knows the key made at its start. */
const byHost = createMiddleware<Door>(async (c, next) => {
  const { events, streamKey } = readSettings(c.env);
  if (events !== "stream" || streamKey === null) throw new Refusal("not-found");
  const [shown, wanted] = await Promise.all([digestOf(c.req.header("x-today-host") ?? ""), digestOf(streamKey)]);
  if (shown !== wanted) throw new Refusal("signature-invalid");
  await next();
});

const headers = z.object({ "x-today-host": z.string().optional() });

const take = createRoute({
  method: "post",
  path: "/dingtalk/stream",
  summary: "An event that the host heard over its own connection",
  middleware: byHost,
  request: {
    headers,
    body: {
      required: true,
      ...json(StreamEvent, "an event", {
        id: "8a1f",
        type: "check_in",
        corpId: null,
        bornAt: null,
        userId: "zhao001",
        at: null,
      }),
    },
  },
  responses: {
    204: { description: "kept, so that DingTalk may be told" },
    ...refuses("bad-json", "invalid-input", "body-too-large", "not-found", "signature-invalid"),
  },
});

const tell = createRoute({
  method: "put",
  path: "/dingtalk/stream",
  summary: "How the host's connection stands",
  middleware: byHost,
  request: {
    headers,
    body: { required: true, ...json(StreamStateInput, "its state", { state: "connected", problem: null }) },
  },
  responses: {
    204: { description: "kept" },
    ...refuses("bad-json", "invalid-input", "body-too-large", "not-found", "signature-invalid"),
  },
});

/** The door of the host that holds a connection to DingTalk for installations without a public address. */
export const stream = new OpenAPIHono<Door>()
  .openapi(take, async (c) => {
    const dingtalk = actingAs(c.var.outside, { id: "dingtalk", roles: [], channel: "dingtalk" });
    // The host made it with the same reader as a push's.
    const event = c.req.valid("json") as DingTalkEvent;
    if (!(await keepEvent(dingtalk, event))) throw new Refusal("signature-invalid");
    return c.body(null, 204);
  })
  .openapi(tell, async (c) => {
    const { db, company, now } = c.var.outside;
    await keepStreamState(db, { companyId: company.id, at: now }, c.req.valid("json"));
    return c.body(null, 204);
  });

/** Digests are compared instead of the texts, so that the time it takes tells nothing. */
async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return String(new Uint8Array(bytes));
}
