import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { openTickets } from "@today/db/token";
import { jsapiConfig, jsapiTicket } from "@today/dingtalk/jsapi";
import { createTokens } from "@today/dingtalk/token";
import { json, refusesSigned } from "../answer.ts";
import { readSettings } from "../env.ts";
import { Refusal } from "../error.ts";
import { JsapiQuery, JsapiSignature } from "../schema/jsapi.ts";
import { bySession, type Door } from "../signed-in.ts";

const digests = { "sha-1": "SHA-1", "sha-256": "SHA-256" } as const;

const sign = createRoute({
  method: "get",
  path: "/api/jsapi-signature",
  summary: "Sign a page of the product for the JSAPIs that want it",
  ...bySession,
  request: { query: JsapiQuery },
  responses: {
    200: json(JsapiSignature, "what `dd.config` wants"),
    ...refusesSigned("invalid-input", "forbidden", "not-found", "dingtalk-unavailable", "quota-exhausted"),
  },
});

/** Signs the product's own pages only: for any other it would vouch for a stranger. Without the app's number there is nothing to sign. */
export const jsapi = new OpenAPIHono<Door>().openapi(sign, async (c) => {
  const { db, dingtalk, company, now } = c.var.ctx;
  const { url, apis, digest } = c.req.valid("query");
  const { agentId, corpId, publicUrl, jsapiDigest } = readSettings(c.env);
  if (agentId === null) throw new Refusal("not-found");
  if (new URL(url).origin !== (publicUrl ?? new URL(c.req.url).origin)) throw new Refusal("forbidden");
  const tickets = createTokens(
    openTickets(db, company.id),
    () => jsapiTicket(dingtalk),
    () => now,
  );
  const stamp = {
    ticket: await tickets.current(),
    nonce: crypto.randomUUID().replaceAll("-", ""),
    timestamp: String(now),
    url,
  };
  const app = { agentId, corpId, digest: digest === undefined ? jsapiDigest : digests[digest] };
  const config = await jsapiConfig(app, stamp, apis?.split(",") ?? []);
  return c.json({ ...config, jsApiList: [...config.jsApiList] }, 200);
});
