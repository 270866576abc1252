import { checkMapping } from "@today/core/mapping";
import { mappingSources } from "@today/core/mapping-source";
import { listMappings } from "@today/db/mapping";
import { demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import type { Mapping, MappingVersions } from "../contract.ts";
import { readMappedTarget, rulesOf } from "../targets/mapping/ground.ts";
import { isoOf } from "./instant.ts";

const pageSize = 50;

/** How the fields at a target are filled, and what can be. */
export async function viewMapping(ctx: Context, targetId: string): Promise<Mapping> {
  demandRole(ctx, "admin");
  const { fields, mapping } = await readMappedTarget(ctx, targetId);
  const rules = rulesOf(mapping, fields);
  return {
    version: mapping?.version ?? 0,
    rules: [...rules],
    madeAt: mapping === null ? null : isoOf(mapping.madeAt, ctx.company.zone),
    fields: fields.map(({ lines: _lines, basic: _basic, ...field }) => field),
    sources: { worklog: [...mappingSources.worklog], task: [...mappingSources.task] },
    flaws: checkMapping(rules, { fields, offers: mapping?.offers ?? {} }),
  };
}

/** Fifty versions, the newest first; `next` is the version before which the list goes on. */
export async function viewMappings(ctx: Context, targetId: string, before: number | null): Promise<MappingVersions> {
  demandRole(ctx, "admin");
  await readMappedTarget(ctx, targetId);
  const wish = { target: targetId, before: before ?? Number.MAX_SAFE_INTEGER };
  const versions = await listMappings(ctx.db, ctx.company.id, wish);
  return {
    versions: versions.map(({ offers: _offers, madeAt, rules, ...version }) => {
      return { ...version, rules: [...rules], madeAt: isoOf(madeAt, ctx.company.zone) };
    }),
    next: versions.length < pageSize ? null : String(versions.at(-1)?.version),
  };
}
