import type { Fetch } from "@today/connectors/connector";
import type { Settings } from "../env.ts";
import { guardOutgoing } from "./outgoing.ts";
import { seal, unseal } from "./sealing.ts";

/** What a verb needs to speak with other systems. */
export interface TargetMeans {
  /** Whether hosts of a network of one's own may be spoken with, and http. */
  readonly allowsPrivate: boolean;
  seal(targetId: string, secrets: Readonly<Record<string, string>>): Promise<string>;
  /** Throws `ConnectorError` of kind `credentials` with `credentials-unreadable`. */
  unseal(targetId: string, sealed: string): Promise<Record<string, string>>;
  /** A way out to these hosts alone, `["pm.example.com", "jira.example.com:8443"]`; anything else is `refused-host`. */
  fetchFor(hosts: readonly string[]): Fetch;
}

/** The means of one company; `fetch` is the way out of the house. */
export function openMeans(
  settings: Pick<Settings, "corpId" | "sessionSecret" | "credentialKey" | "outgoingPrivate">,
  fetch: Fetch,
): TargetMeans {
  const { corpId: company, sessionSecret, credentialKey } = settings;
  const key = credentialKey ?? sessionSecret;
  const allowsPrivate = settings.outgoingPrivate === "allow";
  return {
    allowsPrivate,
    seal: (targetId, secrets) => seal(key, { company, targetId }, secrets),
    unseal: (targetId, sealed) => unseal(key, { company, targetId }, sealed),
    fetchFor: (hosts) => guardOutgoing(fetch, { hosts, allowsPrivate }),
  };
}
