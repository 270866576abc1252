import type { Connector } from "./connector.ts";

/** The hosts that a connection with these settings speaks to, as `URL.host` writes them: `["pm.example.com:8443"]`. */
export function hostsOf(connector: Connector, settings: Readonly<Record<string, string>>): readonly string[] {
  if (connector.hosts !== undefined) return connector.hosts(settings);
  const addresses = connector.form.filter((field) => field.kind === "address").map(({ name }) => settings[name] ?? "");
  return addresses.flatMap((address) => URL.parse(address.trim())?.host ?? []);
}
