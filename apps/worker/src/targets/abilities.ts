import type { Abilities } from "@today/connectors/ability";
import { abilitiesOf as settledAbilities } from "@today/connectors/ability-of";
import { ConnectorError } from "@today/connectors/error";
import { connectorOf } from "@today/connectors/registry";
import type { StoredTarget } from "@today/db/target";

const nothing: Abilities = {
  ...{ projects: false, tasks: false, members: false, status: false, createTask: false, inbound: "none" },
  worklogs: { support: "none", change: false, remove: false, readBack: false, list: false, author: "token-owner" },
};

/** What a target can do with its settings, told without opening its credentials: it matters only which of them there are. */
export function abilitiesOf({
  kind,
  settings,
  secrets,
}: Pick<StoredTarget, "kind" | "settings" | "secrets">): Abilities {
  const connector = connectorOf(kind);
  if (connector === null) return nothing;
  const given = { ...settings, ...Object.fromEntries(secrets.map((name) => [name, "sealed"])) };
  try {
    return settledAbilities(connector, given);
  } catch (error) {
    if (error instanceof ConnectorError) return connector.abilities;
    throw error;
  }
}
