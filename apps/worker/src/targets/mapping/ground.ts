import { ConnectorError } from "@today/connectors/error";
import type { TargetField } from "@today/connectors/field";
import { connectorOf } from "@today/connectors/registry";
import {
  checkMapping,
  type MappingFlaw,
  type MappingGround,
  type MappingRule,
  usualMapping,
} from "@today/core/mapping";
import { type MappingVersion, readMapping } from "@today/db/mapping";
import { readTarget, type StoredTarget } from "@today/db/target";
import type { Context } from "../../context.ts";
import { Refusal } from "../../error.ts";
import { openTarget } from "../open.ts";

/** A target with the mapping that holds; null is the usual one. */
export interface MappedTarget {
  readonly target: StoredTarget;
  readonly fields: readonly TargetField[];
  readonly mapping: MappingVersion | null;
}

/** Refuses `not-found` for a target that is not there any more. */
export async function readMappedTarget(ctx: Context, targetId: string): Promise<MappedTarget> {
  const target = await readTarget(ctx.db, ctx.company.id, targetId);
  const connector = target === null ? null : connectorOf(target.kind);
  if (target === null || target.state === "removed" || connector === null) throw new Refusal("not-found");
  return { target, fields: connector.fields, mapping: await readMapping(ctx.db, ctx.company.id, targetId) };
}

/** The rules of a version; the usual ones without. */
export function rulesOf(mapping: Pick<MappingVersion, "rules"> | null, fields: readonly TargetField[]) {
  return mapping?.rules ?? usualMapping({ fields });
}

/** What choices the product has now; where it does not answer those that were known when the mapping was made. */
export async function readGround(ctx: Context, { target, fields, mapping }: MappedTarget): Promise<MappingGround> {
  try {
    const { session } = await openTarget(ctx, target.id);
    const { offers } = await session.check();
    const named = Object.entries(offers).map(([name, choices]) => [name, choices.map(({ value }) => value)] as const);
    return { fields, offers: Object.fromEntries(named) };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { fields, offers: mapping?.offers ?? {} };
  }
}

/** Refuses `mapping-malformed` with the field and the name of the problem. */
export function demandFit(rules: readonly MappingRule[], ground: MappingGround): void {
  const flaws = checkMapping(rules, ground);
  if (flaws.length > 0) throw new Refusal("mapping-malformed", { fields: flaws.map(fieldOf) });
}

function fieldOf({ of, field, problem }: MappingFlaw) {
  return { path: `${of}.${field}`, message: problem };
}
