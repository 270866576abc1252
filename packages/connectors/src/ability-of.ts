import type { Abilities } from "./ability.ts";
import type { Connector, Means } from "./connector.ts";

/** What a connector can do with these settings. Throws `invalid` for settings that `open` would refuse. */
export function abilitiesOf(connector: Connector, settings: Means["settings"]): Abilities {
  return connector.abilitiesWith?.(settings) ?? connector.abilities;
}
