import { endImport, findImport, type ImportFile } from "@today/db/import";
import { keepPunches } from "@today/db/punch";
import { settleRequests } from "@today/db/request-settling";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { readImport } from "../import-reading.ts";
import { dropPlaces } from "../pull/whereabouts.ts";

/**
 * Makes facts of a sheet's punches, all in one transaction; refuses `import-not-ready` while it is being read, was dropped or holds
 * none. A repeat changes nothing.
 */
export async function confirmImport(ctx: Context, id: string): Promise<ImportFile> {
  demandRole(ctx, "admin", "hr");
  const author = authorOf(ctx);
  const known = await findImport(ctx.db, author.company, id);
  if (known === null) throw new Refusal("not-found");
  if (known.state === "done") return known;
  if (known.state !== "ready") throw new Refusal("import-not-ready");
  const { punches, summary } = await readImport(ctx, id);
  if (summary.punches === 0) throw new Refusal("import-not-ready");
  const arrival = { companyId: author.company, at: author.at };
  const placed = await dropPlaces(ctx, punches);
  const { insert, move } = keepPunches(ctx.db, arrival, placed.punches);
  const ending = endImport(ctx.db, author, { id, to: "done", from: ["ready"] });
  await ctx.db.batch([...ending, ...placed.clearing, ...insert, ...move, ...settleRequests(ctx.db, arrival, punches)]);
  await ctx.queue.sendBatch([{ body: { kind: "settle", people: null } }]);
  const done = await findImport(ctx.db, author.company, id);
  return done ?? known;
}

/** Throws a sheet away; a repeat changes nothing, and what was imported stays. */
export async function dropImport(ctx: Context, id: string): Promise<void> {
  demandRole(ctx, "admin", "hr");
  const author = authorOf(ctx);
  if ((await findImport(ctx.db, author.company, id)) === null) throw new Refusal("not-found");
  await ctx.db.batch(endImport(ctx.db, author, { id, to: "dropped", from: ["reading", "ready"] }));
}
