import type { Fetch } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import { isPrivateHost } from "@today/connectors/private-host";

/** Where requests may go. */
export interface Allowed {
  /** As `URL.host` writes them, with the port where it is not the scheme's. */
  readonly hosts: readonly string[];
  /** Whether hosts of a network of one's own are among them, and http. */
  readonly allowsPrivate: boolean;
}

const mostBytes = 8_000_000;
/** With which the host's way out says why it sent nothing. */
const refusal = "today-outgoing";

/**
 * A way out that goes to the allowed hosts alone and follows no redirect. Throws `refused-host` before anything is sent:
 * `host-unknown`, `host-private`, `https-wanted`; reading more than 8 MB of an answer throws `unreadable`.
 */
export function guardOutgoing(fetch: Fetch, { hosts, allowsPrivate }: Allowed): Fetch {
  return async (request) => {
    const url = new URL(request.url);
    if (!hosts.includes(url.host)) throw refused("host-unknown");
    if (!allowsPrivate && isPrivateHost(url.hostname)) throw refused("host-private");
    if (!allowsPrivate && url.protocol !== "https:") throw refused("https-wanted");
    return limited(await fetch(new Request(request, { redirect: "manual" })));
  };
}

/** The way out that the host offers: it looks at what a name resolves to as well, which is not known here. */
export function throughHost(outgoing: Fetcher): Fetch {
  return async (request) => {
    const response = await outgoing.fetch(request);
    const said = response.headers.get(refusal);
    if (said === "private") throw refused("host-private");
    if (said !== null) throw new TypeError("unreachable");
    return response;
  };
}

function limited(response: Response): Response {
  if (response.body === null || isShort(response)) return response;
  let bytes = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      bytes += part.byteLength;
      if (bytes > mostBytes) controller.error(new ConnectorError({ kind: "unreadable", code: "too-large" }));
      else controller.enqueue(part);
    },
  });
  return new Response(response.body.pipeThrough(counting), response);
}

/** Whether an answer says itself that it is short; one that is packed may unfold. */
function isShort({ headers }: Response): boolean {
  const length = headers.get("content-length");
  return length !== null && Number(length) <= mostBytes && !headers.has("content-encoding");
}

function refused(code: string): ConnectorError {
  return new ConnectorError({ kind: "refused-host", code, field: "address" });
}
