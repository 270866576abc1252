import { insertScimToken, type ScimToken } from "@today/db/scim-token";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { mintToken, tokenDigest } from "../scim/token.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes a token for a directory; `days` is null for one that holds until it is revoked. The token itself is kept nowhere;
 * refused `token-id-reused` when it was made before.
 */
export async function makeScimToken(
  ctx: Context,
  { days, ...wish }: Pick<ScimToken, "id" | "name" | "source"> & { readonly days: number | null },
): Promise<ScimToken & { readonly token: string }> {
  demandRole(ctx, "admin");
  const token = mintToken();
  const expiresAt = days === null ? null : ctx.now + days * dayMs;
  const made = { ...wish, expiresAt };
  const digest = await tokenDigest(token);
  if (!(await insertScimToken(ctx.db, authorOf(ctx), { ...made, digest }))) throw new Refusal("token-id-reused");
  return { ...made, createdAt: ctx.now, lastUsedAt: null, token };
}
