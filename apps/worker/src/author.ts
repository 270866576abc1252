import type { Role } from "@today/core/person";
import type { WorkDate } from "@today/core/time/date";
import { workDateOf } from "@today/core/time/zone";
import type { Author } from "@today/db/history";
import type { Standing } from "@today/db/role";
import type { Context } from "./context.ts";
import { Refusal } from "./error.ts";

/** The calendar day it is in the company's zone. */
export function todayOf({ now, company }: Pick<Context, "now" | "company">): WorkDate {
  return workDateOf(now, company.zone);
}

/** The actor as the tables want them, to read by their rights and to write under their name. */
export function authorOf(ctx: Context): Author {
  const { actor, company, now } = ctx;
  return { company: company.id, person: actor.id, today: todayOf(ctx), at: now, channel: actor.channel };
}

/** Refuses what a project's visitor may not do: 404 for what they may not see, 403 for what they may not do. */
export function demand(standing: Standing, ...allowed: readonly ("manager" | "hr" | "finance" | "admin")[]): void {
  if (!standing.sees) throw new Refusal("not-found");
  const may = allowed.some((role) => (role === "manager" ? standing.manages : standing.grants.includes(role)));
  if (!may) throw new Refusal("forbidden");
}

/** Refuses `forbidden` whoever holds none of the roles. */
export function demandRole({ actor }: Context, ...allowed: readonly Role[]): void {
  if (!allowed.some((role) => actor.roles.includes(role))) throw new Refusal("forbidden");
}
