import { type ApiKey, insertApiKey } from "@today/db/api-key";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { mintKey, prefixOf } from "../public/key.ts";
import { tokenDigest } from "../scim/token.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes a key for another program; `days` is null for one that holds until it is revoked. The key itself is kept nowhere; refused
 * `token-id-reused` when it was made before.
 */
export async function makeApiKey(
  ctx: Context,
  { days, ...wish }: Pick<ApiKey, "id" | "name" | "scopes"> & { readonly days: number | null },
): Promise<ApiKey & { readonly key: string }> {
  demandRole(ctx, "admin");
  const key = mintKey();
  const expiresAt = days === null ? null : ctx.now + days * dayMs;
  const made = { ...wish, prefix: prefixOf(key), expiresAt };
  const digest = await tokenDigest(key);
  if (!(await insertApiKey(ctx.db, authorOf(ctx), { ...made, digest }))) throw new Refusal("token-id-reused");
  return { ...made, createdAt: ctx.now, lastUsedAt: null, key };
}
