import { readSealed, type StoredTarget, type TargetRules } from "@today/db/target";
import { type SealedSecrets, updateTarget } from "@today/db/target-change";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import type { Job } from "../job.ts";
import { demandTarget } from "../targets/open.ts";
import {
  demandComplete,
  demandConnector,
  demandSamePlace,
  type Given,
  over,
  type Sorted,
  secretsWanted,
} from "../targets/settings.ts";
import { todoWork } from "../todo/work.ts";
import { targetView } from "../views/target.ts";

/**
 * Changes what an admin decides of a target; what is left out stays, single settings and secrets too. Refuses `version-conflict` with
 * the current one, and `secret-wanted` when the address changes and the secrets do not come along. What waited for it goes at once.
 */
export async function changeTarget(
  ctx: Context,
  { id, version, ...wish }: { readonly id: string; readonly version: number } & Given<TargetRules>,
): Promise<StoredTarget> {
  demandRole(ctx, "admin");
  const before = await demandTarget(ctx, id);
  if (before.version !== version) throw conflict(ctx, before);
  const credentials = await sealedOver(ctx, before, wish.settings ?? {});
  const after = rulesOver(before, { ...wish, settings: credentials.settings });
  const { secrets = before.secrets, sealed } = credentials;
  if (sealed === undefined && isSame(before, after)) return before;
  const change = { before, after: { ...after, secrets }, sealed };
  const written = await updateTarget(ctx.db, authorOf(ctx), change);
  const current = await demandTarget(ctx, id);
  if (!written) throw conflict(ctx, current);
  await enqueue(ctx, [{ kind: "plan-worklogs" }, ...(await workOf(ctx, current))]);
  return current;
}

/** What may have waited for the change. */
async function workOf(ctx: Context, { id: targetId, state }: StoredTarget): Promise<Job[]> {
  if (state !== "on") return [];
  const kinds = ["push-worklogs", "push-tasks", "push-states"] as const;
  return [...kinds.map((kind): Job => ({ kind, targetId })), ...(await todoWork(ctx))];
}

/** Settings and secrets; undefined stay as they are. */
interface Credentials extends Partial<SealedSecrets> {
  readonly settings?: StoredTarget["settings"];
}

/** Settings and secrets with those that are given over them; sealed anew where a secret is among them. */
async function sealedOver(ctx: Context, before: StoredTarget, given: StoredTarget["settings"]): Promise<Credentials> {
  if (Object.keys(given).length === 0) return {};
  const connector = demandConnector(before.kind);
  const kept: Sorted = { settings: before.settings, secrets: await keptSecrets(ctx, before, given) };
  const after = over(connector, kept, given);
  demandSamePlace(connector, kept, { given, after });
  demandComplete(ctx, connector, after);
  const { settings } = after;
  const secrets = Object.keys(after.secrets).sort();
  if (textOf(after.secrets) === textOf(kept.secrets)) return { settings };
  return { settings, secrets, sealed: secrets.length === 0 ? null : await ctx.targets.seal(before.id, after.secrets) };
}

/** Those that cannot be read any more have to come anew. */
async function keptSecrets({ db, company, targets }: Context, before: StoredTarget, given: object) {
  const sealed = await readSealed(db, company.id, before.id);
  const missing = before.secrets.filter((name) => !(name in given));
  if (sealed === null || missing.length === 0) return {};
  return targets.unseal(before.id, sealed).catch(() => secretsWanted(missing));
}

function rulesOver(before: TargetRules, wish: Given<TargetRules>): TargetRules {
  const { name, settings, state, approvedOnly, pace, rounding, states, startsOn, todo } = before;
  return {
    ...{ name: wish.name ?? name, settings: wish.settings ?? settings, state: wish.state ?? state },
    ...{ approvedOnly: wish.approvedOnly ?? approvedOnly, pace: wish.pace ?? pace, states: wish.states ?? states },
    ...{ rounding: wish.rounding ?? rounding, startsOn: wish.startsOn ?? startsOn, todo: wish.todo ?? todo },
  };
}

function isSame(before: TargetRules, after: TargetRules): boolean {
  return JSON.stringify(rulesOver(before, {})) === JSON.stringify(after);
}

function conflict(ctx: Context, current: StoredTarget): Refusal {
  return new Refusal("version-conflict", { current: targetView(current, ctx) });
}

function textOf(texts: object): string {
  return JSON.stringify(Object.entries(texts).sort());
}
