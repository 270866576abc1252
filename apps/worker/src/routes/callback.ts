import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { sealedMessageOf } from "@today/dingtalk/callback/callback";
import { json, refuses } from "../answer.ts";
import { actingAs } from "../context.ts";
import { readSettings } from "../env.ts";
import { Refusal } from "../error.ts";
import { receiveEvent } from "../operations/receive-event.ts";
import type { Door } from "../signed-in.ts";

const Push = z.looseObject({ encrypt: z.string().openapi({ example: "RvT…==" }) }).openapi("Push");
const Reply = z
  .object({ msg_signature: z.string(), timeStamp: z.string(), nonce: z.string(), encrypt: z.string() })
  .openapi("PushReply");

const push = createRoute({
  method: "post",
  path: "/dingtalk/callback",
  summary: "An event push of DingTalk",
  request: {
    query: z.object({
      signature: z.string().optional(),
      msg_signature: z.string().optional(),
      timestamp: z.string().optional().openapi({ example: "1789347443000" }),
      nonce: z.string().optional(),
    }),
    body: { required: true, ...json(Push, "encrypted") },
  },
  responses: {
    200: json(Reply, "`success`, encrypted"),
    ...refuses("bad-json", "invalid-input", "body-too-large", "not-found", "signature-invalid", "signature-expired"),
  },
});

/** Where DingTalk pushes events. Without keys in the settings there is no such place. */
export const callback = new OpenAPIHono<Door>().openapi(push, async (c) => {
  const keys = callbackKeysOf(readSettings(c.env));
  const sealed = sealedMessageOf(new URL(c.req.url), c.req.valid("json"));
  if (sealed === null) throw new Refusal("signature-invalid");
  const dingtalk = actingAs(c.var.outside, { id: "dingtalk", roles: [], channel: "dingtalk" });
  return c.json(await receiveEvent(dingtalk, keys, sealed), 200);
});

function callbackKeysOf({ callback, appKey }: ReturnType<typeof readSettings>) {
  if (callback === null) throw new Refusal("not-found");
  return { ...callback, ownerKey: appKey };
}
