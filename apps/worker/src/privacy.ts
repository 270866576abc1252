import type { Privacy } from "@today/core/privacy";
import { createPrivacyReader } from "@today/db/policy";
import { readPolicies } from "@today/db/policy-change";
import { todayOf } from "./author.ts";
import type { Context } from "./context.ts";

/** What the company laid down about its people's data, as it holds today. */
export async function readPrivacy(ctx: Pick<Context, "db" | "company" | "now">): Promise<Privacy> {
  return createPrivacyReader(await readPolicies(ctx.db, ctx.company.id))(todayOf(ctx));
}
