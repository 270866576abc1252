import type { StoredHook } from "@today/db/hook";
import { deleteHook, type HookChange, rotateHookSecret, changeHook as writeChange } from "@today/db/hook-change";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandAddress } from "../hooks/address.ts";
import { demandHook, demandProject } from "../hooks/keep.ts";
import { mintHookSecret } from "../hooks/signature.ts";

const graceMs = 86_400_000;

/** Changes a hook; what waited goes at once when it is on again. Refused `invalid-input`, `not-found`, `version-conflict`. */
export async function changeHook(ctx: Context, { url: text, ...wish }: HookChange): Promise<StoredHook> {
  const { kind } = await demandHook(ctx, wish.id);
  await demandProject(ctx, wish.projectId);
  const url = text === undefined ? null : demandAddress(text, kind, { allowsHttp: ctx.targets.allowsPrivate });
  const address = url === null ? {} : { host: url.host, url: await ctx.targets.seal(wish.id, { url: url.href }) };
  const changed = await writeChange(ctx.db, authorOf(ctx), { ...wish, ...address });
  const current = await demandHook(ctx, wish.id);
  if (!changed) throw new Refusal("version-conflict", { current: { version: current.version } });
  if (wish.state === "on") await enqueue(ctx, [{ kind: "deliver-hooks", hookId: wish.id }]);
  return current;
}

/** Another secret; for a day deliveries are signed with both. Refused `not-found`, `hook-unsigned`. */
export async function rotateSecret(ctx: Context, id: string): Promise<{ secret: string; oldSecretUntil: number }> {
  await demandHook(ctx, id);
  const secret = mintHookSecret();
  const sealed = await ctx.targets.seal(id, { secret });
  const oldSecretUntil = ctx.now + graceMs;
  const rotated = await rotateHookSecret(ctx.db, authorOf(ctx), { id, secret: sealed, oldUntil: oldSecretUntil });
  if (!rotated) throw new Refusal("hook-unsigned");
  return { secret, oldSecretUntil };
}

/** Removes a hook and what it was told; refused `not-found`. */
export async function removeHook(ctx: Context, id: string): Promise<void> {
  demandRole(ctx, "admin");
  if (!(await deleteHook(ctx.db, authorOf(ctx), { id, keyId: null }))) throw new Refusal("not-found");
}
