import type { Fetch } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";

/** Where requests may go. */
export interface Allowed {
  /** As `URL.host` writes them, with the port where it is not the scheme's. */
  readonly hosts: readonly string[];
  /** Whether hosts of a network of one's own are among them, and http. */
  readonly allowsPrivate: boolean;
}

/** A way out that goes to the allowed hosts alone and follows no redirect. Throws `refused-host` before anything is sent. */
export function guardOutgoing(fetch: Fetch, { hosts, allowsPrivate }: Allowed): Fetch {
  return async (request) => {
    const url = new URL(request.url);
    if (!hosts.includes(url.host)) throw refused("host-unknown");
    if (url.protocol !== "https:" && !allowsPrivate) throw refused("https-wanted");
    return fetch(new Request(request, { redirect: "manual" }));
  };
}

function refused(code: string): ConnectorError {
  return new ConnectorError({ kind: "refused-host", code, field: "address" });
}
