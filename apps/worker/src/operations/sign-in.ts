import { markStep } from "@today/db/connection-check";
import type { SignedIn } from "@today/db/person";
import { personOfCode } from "@today/dingtalk/sign-in";
import { admit, type Entered, inTime } from "../admission.ts";
import type { Context } from "../context.ts";

/** Whom a DingTalk login code stands for, and the world with them in it. DingTalk's main administrator becomes the first admin. */
export async function signIn(ctx: Context, code: string): Promise<Entered> {
  const entered = await admit(ctx, await inTime(personOfCode(ctx.dingtalk, code)));
  await markOpened(ctx, entered.me);
  return entered;
}

/** Shows that the home address is right, and with somebody who is no administrator that the application was released. */
async function markOpened({ db, company, now }: Context, { grants }: SignedIn): Promise<void> {
  const at = { companyId: company.id, at: now };
  const home = markStep(db, at, "home", { code: "opened" });
  await db.batch(grants.includes("admin") ? [home] : [home, markStep(db, at, "release", { code: "colleague" })]);
}
