import { type MemberWish, upsertMembers } from "@today/db/member";
import { authorOf, demand } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Adds or replaces members of a project, all or none; one that is nobody here refuses `not-found`. */
export async function setMembers(
  ctx: Context,
  wish: { readonly project: string; readonly members: readonly MemberWish[] },
): Promise<void> {
  const members = [...new Map(wish.members.map((member) => [member.personId, member])).values()];
  const { standing, unknown } = await upsertMembers(ctx.db, authorOf(ctx), { ...wish, members });
  demand(standing, "manager", "admin");
  if (unknown) throw new Refusal("not-found");
}
