import { z } from "@hono/zod-openapi";
import { scopeNames } from "../public/scope.ts";
import { Id, Instant } from "./quantity.ts";

export const ApiScope = z.enum(scopeNames);

const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string().openapi({ example: "today_key_ab12" }),
    scopes: z.array(ApiScope),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
  })
  .openapi("ApiKey", { description: "A key of another program." });

export const ApiKeys = z
  .object({
    keys: z.array(ApiKey),
    scopes: z.array(z.object({ name: ApiScope, zh: z.string(), en: z.string() })),
  })
  .openapi("ApiKeys", { description: "`scopes` tells what each may do, in the order in which they are shown." });

export const ApiKeyInput = z
  .object({
    id: z.uuid(),
    name: z.string().trim().min(1).max(64),
    scopes: z
      .array(ApiScope)
      .min(1)
      .refine((list) => new Set(list).size === list.length, "Each once"),
    /** For how many days it holds; null until it is revoked. */
    days: z.int().min(1).max(3650).nullable(),
  })
  .strict()
  .openapi("ApiKeyInput");

export const NewApiKey = ApiKey.extend({ key: z.string() }).openapi("NewApiKey", {
  description: "`key` is told this once.",
});
