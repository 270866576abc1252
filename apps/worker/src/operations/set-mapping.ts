import type { MappingRule } from "@today/core/mapping";
import { insertMapping, type MappingWish, readMappings } from "@today/db/mapping";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandFit, readGround, readMappedTarget, rulesOf } from "../targets/mapping/ground.ts";
import { askForPlan } from "../targets/plan/ask.ts";

interface Change {
  readonly targetId: string;
  /** The version that holds, 0 for the usual one. */
  readonly version: number;
  readonly reach: "unsent" | "all";
}

/** Says how the fields at a target are filled. Refuses `mapping-malformed` and, when somebody else was faster, `version-conflict`. */
export async function setMapping(
  ctx: Context,
  { rules, ...change }: Change & { readonly rules: readonly MappingRule[] },
): Promise<void> {
  demandRole(ctx, "admin");
  const mapped = await readMappedTarget(ctx, change.targetId);
  const ground = await readGround(ctx, mapped);
  demandFit(rules, ground);
  const { targetId, reach } = change;
  await add(ctx, { targetId, version: change.version + 1, rules, offers: ground.offers, reach, ofVersion: null });
}

/** Has an earlier version hold again, 0 for the usual one, as a version of its own. Refuses like `setMapping`. */
export async function rollBackMapping(
  ctx: Context,
  { to, ...change }: Change & { readonly to: number },
): Promise<void> {
  demandRole(ctx, "admin");
  const { targetId, version, reach } = change;
  const mapped = await readMappedTarget(ctx, targetId);
  const versions = await readMappings(ctx.db, ctx.company.id, targetId);
  const earlier = versions.find((one) => one.version === to) ?? null;
  if (earlier === null && to !== 0) throw new Refusal("not-found");
  const rules = rulesOf(earlier, mapped.fields);
  const ground = await readGround(ctx, mapped);
  demandFit(rules, ground);
  await add(ctx, { targetId, version: version + 1, rules, offers: ground.offers, reach, ofVersion: to });
}

async function add(ctx: Context, wish: MappingWish): Promise<void> {
  if (!(await insertMapping(ctx.db, authorOf(ctx), wish))) throw new Refusal("version-conflict");
  await askForPlan(ctx);
}
