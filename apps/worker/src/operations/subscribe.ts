import { readHook } from "@today/db/hook";
import { deleteHook } from "@today/db/hook-change";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { demandPlainAddress } from "../hooks/address.ts";
import type { EventType } from "../hooks/event-type.ts";
import { demandProject, keepHook } from "../hooks/keep.ts";

/** What a program with a key wants to hear. */
export interface SubscriptionWish {
  readonly keyId: string;
  readonly keyName: string;
  readonly targetUrl: string;
  readonly event: EventType;
  readonly projectId: string | null;
}

/**
 * Subscribes an address for a program and answers the hook's id: the same for the same wish, so that a repeat makes no second one,
 * and one that is gone is made anew. Refused `invalid-input`, `not-found` for a project that is not there.
 */
export async function subscribe(ctx: Context, wish: SubscriptionWish): Promise<string> {
  const { keyId, keyName: name, targetUrl: url, event, projectId } = wish;
  const isZapier = demandPlainAddress(url, "targetUrl").host === "hooks.zapier.com";
  await demandProject(ctx, projectId);
  const id = await idOf([ctx.company.id, keyId, url, event, projectId]);
  const there = await readHook(ctx.db, ctx.company.id, { id, now: ctx.now });
  if (there !== null && there.state !== "gone") return id;
  if (there !== null) await unsubscribe(ctx, { id, keyId });
  const kind = isZapier ? ("zapier" as const) : ("webhook" as const);
  await keepHook(ctx, { id, kind, name, url, events: [event], projectId, keyId });
  return id;
}

/** Ends a subscription that this key made; whatever else the id names is left as it is. */
export async function unsubscribe(ctx: Context, of: { readonly id: string; readonly keyId: string }): Promise<void> {
  await deleteHook(ctx.db, authorOf(ctx), of);
}

async function idOf(parts: readonly unknown[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts)));
  return `sub_${Array.from(new Uint8Array(digest).slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
