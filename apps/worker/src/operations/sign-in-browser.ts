import { isLeaver } from "@today/db/person";
import { userIdOfUnionId } from "@today/dingtalk/browser-login";
import { DingTalkError } from "@today/dingtalk/error";
import { admit, type Entered, inTime } from "../admission.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/**
 * Lets in whoever signed in with DingTalk in a browser outside it. Refuses `code-invalid`, `not-of-this-company`, and `left` for those
 * who were here once.
 */
export function signInBrowser(ctx: Context, authCode: string): Promise<Entered> {
  return inTime(enter(ctx, authCode));
}

async function enter(ctx: Context, authCode: string): Promise<Entered> {
  const { unionId, name } = await ctx.dingtalk.personOfAuthCode(authCode).catch((error: unknown) => {
    const isStrange = error instanceof DingTalkError && error.code === "other-organisation";
    throw isStrange ? new Refusal("not-of-this-company") : error;
  });
  const userId = await userIdOfUnionId(ctx.dingtalk, unionId);
  if (userId !== null) return admit(ctx, { userId, unionId, name, sysLevel: 0 });
  throw new Refusal((await isLeaver(ctx.db, ctx.company.id, unionId)) ? "left" : "not-of-this-company");
}
