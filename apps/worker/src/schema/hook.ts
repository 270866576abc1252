import { z } from "@hono/zod-openapi";
import { eventTypeNames } from "../hooks/event-type.ts";
import { Id, Instant, ProjectId } from "./quantity.ts";

export const HookEventType = z.enum(eventTypeNames);

const HookKindName = z.enum(["webhook", "zapier", "ifttt"]);
const Events = z
  .array(HookEventType)
  .min(1)
  .refine((list) => new Set(list).size === list.length, "Each once");
const Url = z.string().min(1).max(2000).openapi({ example: "https://hooks.example.com/today" });
const Name = z.string().trim().min(1).max(64);

export const Hook = z
  .object({
    id: Id,
    kind: HookKindName,
    name: z.string(),
    host: z.string().openapi({ example: "hooks.example.com" }),
    events: z.array(HookEventType),
    projectId: ProjectId.nullable(),
    state: z.enum(["on", "paused", "failing", "gone"]),
    problem: z.string().nullable().openapi({ example: "timeout" }),
    problemAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    /** Until when deliveries carry a second signature, of the secret before. */
    oldSecretUntil: Instant.nullable(),
    waiting: z.int(),
    failed: z.int(),
    /** Made by a program with an API key. */
    keyId: Id.nullable(),
    version: z.int(),
    createdAt: Instant,
  })
  .openapi("Hook", {
    description: "An address that is told what happens. The address itself is not shown again: it may be a secret.",
  });

export const Hooks = z
  .object({
    hooks: z.array(Hook),
    types: z.array(z.object({ name: HookEventType, zh: z.string(), en: z.string() })),
  })
  .openapi("Hooks", { description: "`types` tells what there is to hear, in the order in which it is shown." });

export const HookInput = z
  .object({ id: z.uuid(), kind: HookKindName, name: Name, url: Url, events: Events, projectId: ProjectId.nullable() })
  .strict()
  .openapi("HookInput");

export const HookChangeInput = z
  .object({
    version: z.int(),
    name: Name.optional(),
    url: Url.optional(),
    events: Events.optional(),
    projectId: ProjectId.nullish(),
    state: z.enum(["on", "paused"]).optional(),
  })
  .strict()
  .openapi("HookChangeInput");

export const NewHook = Hook.extend({ secret: z.string().nullable() }).openapi("NewHook", {
  description: "`secret` is told this once; null where deliveries are not signed, which is IFTTT.",
});

export const HookSecret = z
  .object({ secret: z.string(), oldSecretUntil: Instant })
  .openapi("HookSecret", { description: "Told this once. Until then deliveries carry both signatures." });

const HookDelivery = z
  .object({
    eventId: z.string().openapi({ example: "evt_01995a1b2c3d9f86d081884c7d65" }),
    type: z.string().openapi({ example: "workday.settled" }),
    at: Instant,
    state: z.enum(["waiting", "sending", "done", "failed"]),
    attempts: z.int(),
    nextAt: Instant.nullable(),
    sentAt: Instant.nullable(),
    status: z.int().nullable(),
    problem: z.string().nullable(),
  })
  .openapi("HookDelivery");

export const HookDeliveries = z
  .object({ deliveries: z.array(HookDelivery), next: z.string().nullable() })
  .openapi("HookDeliveries", { description: "The newest first." });

const EventId = z.string().regex(/^evt_[0-9a-f]{12,64}$/);

export const deliveriesQuery = z.object({
  state: z.enum(["waiting", "sending", "done", "failed"]).optional(),
  cursor: EventId.optional(),
});

/** One delivery again, or all that failed since an instant. */
export const ReplayInput = z
  .union([
    z.object({ eventId: EventId }).strict(),
    z.object({ since: z.iso.datetime({ offset: true }).openapi({ format: "date-time" }) }).strict(),
  ])
  .openapi("ReplayInput");

export const Replayed = z.object({ deliveries: z.int() }).openapi("Replayed", { description: "How many go again." });

export const HookTest = z
  .object({ delivered: z.boolean(), status: z.int().nullable(), problem: z.string().nullable() })
  .openapi("HookTest", { description: "What the receiver answered to a `hook.tested` event." });

export const EventMessage = z
  .object({
    id: z.string().openapi({ example: "evt_01995a1b2c3d9f86d081884c7d65" }),
    type: z.string().openapi({ example: "workday.settled" }),
    timestamp: Instant,
    data: z.record(z.string(), z.unknown()),
  })
  .openapi("EventMessage", {
    description:
      "`data` has ids, dates and minutes, never names, and `link` where a key with `hours:read` reads the rest.",
  });

/** As REST hooks have it: Zapier, n8n, Make. */
export const SubscriptionInput = z
  .object({
    targetUrl: Url,
    event: HookEventType,
    filter: z.object({ projectId: ProjectId.nullish() }).strict().nullish(),
  })
  .openapi("SubscriptionInput");

export const Subscription = z.object({ id: z.string() }).openapi("Subscription");
