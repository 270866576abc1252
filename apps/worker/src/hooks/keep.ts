import { hasProject, insertHook, readHook, type StoredHook } from "@today/db/hook";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandAddress } from "./address.ts";
import { mintHookSecret } from "./signature.ts";

/** What a hook is to be; `url` as it was given. */
export interface HookWish extends Pick<StoredHook, "id" | "kind" | "name" | "events" | "projectId"> {
  readonly url: string;
}

export interface MadeHook extends StoredHook {
  readonly secret: string | null;
}

/** A hook as an admin finds it; refuses `forbidden` and `not-found`. */
export async function demandHook(ctx: Context, id: string): Promise<StoredHook> {
  demandRole(ctx, "admin");
  const hook = await readHook(ctx.db, ctx.company.id, { id, now: ctx.now });
  if (hook === null) throw new Refusal("not-found");
  return hook;
}

/** Keeps a hook of an admin or of a key; null when there is one with its id. */
export async function keepHook(
  ctx: Context,
  wish: HookWish & { readonly keyId: string | null },
): Promise<MadeHook | null> {
  const { url: text, ...rest } = wish;
  const isOwn = wish.keyId === null;
  const asked = isOwn ? { allowsHttp: ctx.targets.allowsPrivate } : { field: "targetUrl" };
  const url = demandAddress(text, wish.kind, asked);
  const secret = wish.kind === "ifttt" ? null : mintHookSecret();
  const sealed = {
    url: await ctx.targets.seal(wish.id, { url: url.href }),
    secret: secret === null ? null : await ctx.targets.seal(wish.id, { secret }),
  };
  if (!(await insertHook(ctx.db, authorOf(ctx), { ...rest, host: url.host, ...sealed }))) return null;
  const hook = await readHook(ctx.db, ctx.company.id, { id: wish.id, now: ctx.now });
  return hook === null ? null : { ...hook, secret };
}

/** Refuses `not-found` for a project that is not there. */
export async function demandProject(ctx: Context, projectId: string | null | undefined): Promise<void> {
  if (projectId === null || projectId === undefined) return;
  if (!(await hasProject(ctx.db, ctx.company.id, projectId))) throw new Refusal("not-found");
}
