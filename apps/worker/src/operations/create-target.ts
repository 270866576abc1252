import { readTarget, type StoredTarget, type TargetRules } from "@today/db/target";
import { insertTarget } from "@today/db/target-change";
import { authorOf, demandRole, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandComplete, demandConnector, type Given, over } from "../targets/settings.ts";

/** What an admin says of a new target; what is left out is as careful as can be. */
type TargetWish = Pick<StoredTarget, "id" | "kind" | "name" | "settings"> & Given<Omit<TargetRules, "state">>;

/**
 * Connects a product, paused; its settings come with its secrets, which are sealed. Nobody is called. A repeat gives what is there;
 * refuses `target-id-reused` for another product under the same id and `invalid-input` for settings that its form does not take.
 */
export async function createTarget(ctx: Context, wish: TargetWish): Promise<StoredTarget> {
  demandRole(ctx, "admin");
  const connector = demandConnector(wish.kind);
  const sorted = over(connector, { settings: {}, secrets: {} }, wish.settings);
  demandComplete(ctx, connector, sorted);
  const secrets = Object.keys(sorted.secrets).sort();
  const target = {
    ...{ id: wish.id, kind: wish.kind, name: wish.name, settings: sorted.settings, secrets, state: "paused" as const },
    ...{ approvedOnly: wish.approvedOnly ?? true, pace: wish.pace ?? ("night" as const) },
    ...{ rounding: wish.rounding ?? "exact", states: wish.states ?? {}, startsOn: wish.startsOn ?? todayOf(ctx) },
    todo: wish.todo ?? false,
    sealed: secrets.length === 0 ? null : await ctx.targets.seal(wish.id, sorted.secrets),
  };
  const isNew = await insertTarget(ctx.db, authorOf(ctx), target);
  const stored = await readTarget(ctx.db, ctx.company.id, wish.id);
  if (stored === null) throw new Refusal("forbidden");
  if (!isNew && !isSame(stored, target)) throw new Refusal("target-id-reused");
  return stored;
}

function isSame(stored: StoredTarget, wish: Pick<StoredTarget, "kind" | "name" | "settings" | "secrets">): boolean {
  const told = ({ kind, name, settings, secrets }: typeof wish) =>
    JSON.stringify([kind, name, Object.entries(settings).sort(), secrets]);
  return stored.state !== "removed" && told(stored) === told(wish);
}
