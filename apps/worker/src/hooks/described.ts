import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { json } from "../answer.ts";
import { EventMessage } from "../schema/hook.ts";
import type { Door } from "../signed-in.ts";
import { eventTypeNames, eventTypes } from "./event-type.ts";

const headers = z.object({
  "webhook-id": z
    .string()
    .openapi({ description: "the same for every attempt and replay: by it an event is taken once" }),
  "webhook-timestamp": z
    .string()
    .openapi({ description: "Unix seconds of this attempt; refuse more than 5 minutes off" }),
  "webhook-signature": z.string().openapi({
    description:
      "`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body` (Standard Webhooks); two while a secret is rotated",
  }),
});

/** Puts into the document what receivers are sent, one webhook a type. */
export function describeEvents({ openAPIRegistry }: OpenAPIHono<Door>): void {
  for (const name of eventTypeNames) {
    const { zh, en, data } = eventTypes[name];
    const example = {
      id: "evt_01995a1b2c3d9f86d081884c7d65",
      type: name,
      timestamp: "2026-09-17T03:12:09+08:00",
      data,
    };
    openAPIRegistry.registerWebhook({
      method: "post",
      path: name,
      summary: `${zh} · ${en}`,
      description:
        "Answer 2xx within 15 seconds. Anything else is sent again ten times over three days; 410 ends the hook. The order is not promised.",
      request: { headers, body: { required: true, ...json(EventMessage, "what happened", example) } },
      responses: { "2XX": { description: "taken" }, 410: { description: "never again" } },
    });
  }
}
