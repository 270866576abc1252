import type { Connector } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import { hostsOf } from "@today/connectors/host";
import { connectorOf } from "@today/connectors/registry";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { openConnector } from "./open.ts";

type Texts = Readonly<Record<string, string>>;

/** Parts that may be left out, as a parsed body has them. */
export type Given<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** The settings of a form, apart by whether they are sealed. */
export interface Sorted {
  readonly settings: Texts;
  readonly secrets: Texts;
}

/** The connector of that kind; refuses `invalid-input`. */
export function demandConnector(kind: string): Connector {
  return connectorOf(kind) ?? malformed("kind", "connector-unknown");
}

/** What was there with what is given over it: a field that is left out stays, an empty one goes. Refuses fields that are not asked for. */
export function over(connector: Connector, before: Sorted, given: Texts): Sorted {
  const secretNames = new Set(connector.form.filter(({ kind }) => kind === "secret").map(({ name }) => name));
  const known = new Set(connector.form.map(({ name }) => name));
  for (const name of Object.keys(given)) if (!known.has(name)) malformed(`settings.${name}`, "setting-unknown");
  const trimmed = Object.entries(given).map(([name, value]) => [name, value.trim()] as const);
  const merge = (texts: Texts, wanted: boolean): Texts => {
    const mine = trimmed.filter(([name]) => secretNames.has(name) === wanted);
    return Object.fromEntries(Object.entries({ ...texts, ...Object.fromEntries(mine) }).filter(([, v]) => v !== ""));
  };
  return { settings: merge(before.settings, false), secrets: merge(before.secrets, true) };
}

/** Refuses `invalid-input` with the setting that is missing or malformed. Nobody is called. */
export function demandComplete(ctx: Context, connector: Connector, { settings, secrets }: Sorted): void {
  try {
    openConnector(ctx, connector, { ...settings, ...secrets });
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.kind !== "invalid") throw error;
    malformed(`settings.${error.field ?? ""}`, error.code);
  }
}

/**
 * Refuses `secret-wanted` when secrets that were kept would go to a place that they were not given for: whoever changes the address
 * must know them.
 */
export function demandSamePlace(
  connector: Connector,
  before: Sorted,
  change: { readonly given: Texts; readonly after: Sorted },
): void {
  const { given, after } = change;
  const placeOf = ({ settings }: Sorted) => {
    const addresses = connector.form.filter(({ kind }) => kind === "address").map(({ name }) => settings[name] ?? "");
    return JSON.stringify([addresses, hostsOf(connector, settings)]);
  };
  if (placeOf(before) === placeOf(after)) return;
  const kept = Object.keys(after.secrets).filter((name) => given[name] === undefined);
  if (kept.length > 0) secretsWanted(kept);
}

/** Refuses `secret-wanted` with these secrets. */
export function secretsWanted(names: readonly string[]): never {
  const fields = names.map((name) => ({ path: `settings.${name}`, message: "secret-wanted" }));
  throw new Refusal("secret-wanted", { fields });
}

function malformed(path: string, message: string): never {
  throw new Refusal("invalid-input", { fields: [{ path, message }] });
}
