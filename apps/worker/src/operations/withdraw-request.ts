import { withdrawRequest as withdraw } from "@today/db/request";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Takes back what the actor asked about a day of theirs; refuses `request-answered` when somebody was faster. */
export async function withdrawRequest(ctx: Context, id: string): Promise<void> {
  const state = await withdraw(ctx.db, authorOf(ctx), id);
  if (state === null) throw new Refusal("not-found");
  if (state !== "waiting" && state !== "withdrawn") throw new Refusal("request-answered");
}
