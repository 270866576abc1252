import { forgetCalls } from "@today/db/call-audit";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";

const atOnce = 5000;
/** Thirteen months, so that a month is still there beside the same one of the year before. */
const keptMs = 396 * 86_400_000;

/** Removes the oldest rows of the call audit, 5,000 a message until none is older than thirteen months. */
export async function forgetOldCalls(ctx: Context): Promise<void> {
  const gone = await forgetCalls(ctx.db, ctx.company.id, { before: ctx.now - keptMs, most: atOnce });
  if (gone === atOnce) await enqueue(ctx, [{ kind: "forget-calls" }]);
}
