import { forgetHookEvents } from "@today/db/hook-event";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";

const atOnce = 2000;
const keptMs = 30 * 86_400_000;

/** Removes what hooks were told more than 30 days ago, 2,000 events a message until none is older. */
export async function forgetOldHookEvents(ctx: Context): Promise<void> {
  const gone = await forgetHookEvents(ctx.db, ctx.company.id, { before: ctx.now - keptMs, most: atOnce });
  if (gone === atOnce) await enqueue(ctx, [{ kind: "forget-hook-events" }]);
}
