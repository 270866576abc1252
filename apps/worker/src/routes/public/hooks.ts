import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { readLatestEvents } from "@today/db/hook-event";
import { json } from "../../answer.ts";
import type { Context } from "../../context.ts";
import { describeEvents } from "../../hooks/described.ts";
import { type EventType, eventTypes } from "../../hooks/event-type.ts";
import { type EventMessage as Message, messageOf } from "../../hooks/message.ts";
import { subscribe, unsubscribe } from "../../operations/subscribe.ts";
import { byKey, byKeyOnceIfAsked } from "../../public/door.ts";
import { refusesKeyed, refusesOnce } from "../../public/refusals.ts";
import { EventMessage, HookEventType, Subscription, SubscriptionInput } from "../../schema/hook.ts";
import { onceHeadersIfAsked } from "../../schema/public.ts";
import { Id } from "../../schema/quantity.ts";
import type { Door } from "../../signed-in.ts";

const mostSamples = 3;
const example = {
  targetUrl: "https://hooks.zapier.com/hooks/standard/1/2/",
  event: "workday.settled" as const,
  filter: { projectId: "p-guanlang" },
};

const subscribed = { id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11" };
const sample = {
  ...{ id: "evt_01995a1b2c3d9f86d081884c7d65", type: "workday.settled", timestamp: "2026-09-17T03:12:09+08:00" },
  data: eventTypes["workday.settled"].data,
};

const add = createRoute({
  method: "post",
  path: "/v1/hooks",
  summary: "订阅一类事件 · Subscribe an address to events",
  description:
    "REST hooks：Zapier、n8n、Make 都这样订阅。同一个地址、事件和项目重复订阅得到同一个 id。Idempotency-Key 可带可不带。推送的样子见文档里的 webhooks。\n\nThe same wish answers the same id.",
  ...byKeyOnceIfAsked("hooks:write"),
  request: {
    headers: onceHeadersIfAsked,
    body: { required: true, ...json(SubscriptionInput, "where, and what", example) },
  },
  responses: {
    201: json(Subscription, "subscribed, now or before", subscribed),
    ...refusesOnce("not-found"),
  },
});

const end = createRoute({
  method: "delete",
  path: "/v1/hooks/{id}",
  summary: "退订 · Unsubscribe",
  description: "只退这把密钥订的；不认识的 id 也回 200。\n\nOf this key only; an unknown id is answered 200 too.",
  ...byKey("hooks:write"),
  request: { params: z.object({ id: Id }) },
  responses: { 200: json(Subscription, "not there any more", subscribed), ...refusesKeyed("invalid-input") },
});

const samples = createRoute({
  method: "get",
  path: "/v1/events/{type}/samples",
  summary: "一类事件的样子 · What events of a type look like",
  description: "最近三条，和推送的一样；一条都没有时给一条编的。\n\nThe last three, else one that is made up.",
  ...byKey("hooks:write"),
  request: { params: z.object({ type: HookEventType }) },
  responses: { 200: json(z.array(EventMessage), "the newest first", [sample]), ...refusesKeyed("invalid-input") },
});

export const publicHooks = new OpenAPIHono<Door>()
  .openapi(add, async (c) => {
    const { ctx, key } = c.var;
    const { targetUrl, event, filter } = c.req.valid("json");
    const projectId = filter?.projectId ?? null;
    const id = await subscribe(ctx, { keyId: key.id, keyName: key.name, targetUrl, event, projectId });
    return c.json({ id }, 201);
  })
  .openapi(end, async (c) => {
    const { id } = c.req.valid("param");
    await unsubscribe(c.var.ctx, { id, keyId: c.var.key.id });
    return c.json({ id }, 200);
  })
  .openapi(samples, async (c) => {
    const { ctx } = c.var;
    const { type } = c.req.valid("param");
    const events = await readLatestEvents(ctx.db, ctx.company.id, { type, most: mostSamples });
    const found = events.map((event) => messageOf(event, ctx.company));
    return c.json(found.length > 0 ? found : [madeUp(ctx, type)], 200);
  });

describeEvents(publicHooks);

function madeUp({ company, now }: Context, type: EventType): Message {
  const data = JSON.stringify(eventTypes[type].data);
  return messageOf({ eventId: "evt_000000000000sample", type, at: now, data }, company);
}
