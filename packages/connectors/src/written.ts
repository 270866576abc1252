import type { Written } from "./connector.ts";
import { ConnectorError, type ConnectorErrorKind } from "./error.ts";

/** Errors after which nobody knows whether the far side did it. */
const ambiguous: ReadonlySet<ConnectorErrorKind> = new Set(["timeout", "busy", "unreadable"]);

/** Runs a write and says how it ended. Use it around the one call that writes: what fails before that is thrown or `failed`, never unknown. */
export async function written<Ref>(write: () => Promise<Ref>): Promise<Written<Ref>> {
  try {
    return { kind: "applied", ref: await write() };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return ambiguous.has(error.kind) ? { kind: "unknown", reason: error.code } : { kind: "failed", error };
  }
}
