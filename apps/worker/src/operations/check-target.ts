import { keepCheck, keepProblem } from "@today/db/target-change";
import { demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { askWho, type Checked } from "../targets/checking.ts";
import { demandTarget, openConnector, openTarget } from "../targets/open.ts";
import { isTargets, problemOf } from "../targets/problem.ts";
import { demandConnector, over } from "../targets/settings.ts";

/** Asks a target who we are there and keeps the answer; one that works again goes on with what was left. Refuses `not-found`. */
export async function checkTarget(ctx: Context, id: string): Promise<Checked> {
  demandRole(ctx, "admin");
  await demandTarget(ctx, id);
  const checked = await askWho(async () => (await openTarget(ctx, id)).session);
  const at = { company: ctx.company.id, id, at: ctx.now };
  if (checked.works) {
    await ctx.db.batch([keepCheck(ctx.db, at, checked.check.account)]);
    await ctx.queue.sendBatch([{ body: { kind: "push-worklogs", targetId: id } }]);
  } else if (isTargets(checked.error)) {
    await ctx.db.batch([keepProblem(ctx.db, at, problemOf(checked.error))]);
  }
  return checked;
}

/** The same for settings that nobody has kept yet. */
export async function checkSettings(
  ctx: Context,
  { kind, settings }: { readonly kind: string; readonly settings: Readonly<Record<string, string>> },
): Promise<Checked> {
  demandRole(ctx, "admin");
  const connector = demandConnector(kind);
  const sorted = over(connector, { settings: {}, secrets: {} }, settings);
  return askWho(() => openConnector(ctx, connector, { ...sorted.settings, ...sorted.secrets }).session);
}
