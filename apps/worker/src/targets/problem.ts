import type { ConnectorError } from "@today/connectors/error";

/** A code of ours for what went wrong with a call: `credentials`, `host-private`, `person-unknown`; never a status of theirs. */
export function problemOf({ kind, code }: ConnectorError): string {
  return /^[a-z]+(-[a-z]+)+$/.test(code) ? code : kind;
}

/** Whether nothing can be called any more until an admin has mended the target. */
export function isTargets({ kind }: ConnectorError): boolean {
  return kind === "credentials" || kind === "refused-host";
}
