import type { Abilities } from "@today/connectors/ability";
import { abilitiesOf } from "@today/connectors/ability-of";
import type { Connector, Session } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import { hostsOf } from "@today/connectors/host";
import { connectorOf } from "@today/connectors/registry";
import { readSealed, readTarget, type StoredTarget, type TargetRules } from "@today/db/target";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** A target that can be spoken with. */
export interface OpenTarget {
  readonly target: StoredTarget;
  readonly connector: Connector;
  /** What it can do with its settings. */
  readonly abilities: Abilities;
  readonly session: Session;
}

/**
 * Opens a target, paused ones too; nobody is called yet. Throws the refusal `not-found` for one that is not there any more, and
 * `ConnectorError`: `credentials` for credentials that cannot be read, `invalid` with the field of a setting.
 */
export async function openTarget(ctx: Context, targetId: string): Promise<OpenTarget> {
  const target = await demandTarget(ctx, targetId);
  const connector = connectorOf(target.kind);
  if (connector === null) throw new ConnectorError({ kind: "invalid", code: "connector-unknown" });
  const sealed = await readSealed(ctx.db, ctx.company.id, targetId);
  const secrets = sealed === null ? {} : await ctx.targets.unseal(targetId, sealed);
  return { target, connector, ...openConnector(ctx, connector, { ...target.settings, ...secrets }) };
}

/** A target that was not removed; refuses `not-found`. */
export async function demandTarget(
  { db, company }: Context,
  id: string,
): Promise<StoredTarget & { readonly state: TargetRules["state"] }> {
  const target = await readTarget(db, company.id, id);
  if (target === null || target.state === "removed") throw new Refusal("not-found");
  return { ...target, state: target.state };
}

/** A session with settings as they are given, secrets among them. Throws `invalid` with the field of one that is not as it must be. */
export function openConnector(
  ctx: Context,
  connector: Connector,
  settings: Readonly<Record<string, string>>,
): Pick<OpenTarget, "abilities" | "session"> {
  const fetch = ctx.targets.fetchFor(hostsOf(connector, settings));
  const session = connector.open({ settings, fetch, now: () => ctx.now, zone: ctx.company.zone });
  return { session, abilities: abilitiesOf(connector, settings) };
}
