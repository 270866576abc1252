import type { Instant } from "@today/core/time/minutes";

const prefix = "whsec_";
const secretBytes = 32;

/** What is signed by the specification Standard Webhooks: an id, the instant of the attempt and the body as it is sent. */
export interface Signed {
  readonly id: string;
  readonly at: Instant;
  readonly body: string;
}

/** A new secret, `whsec_` and 32 random bytes in base64. */
export function mintHookSecret(): string {
  return prefix + base64(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

/** The headers by which a receiver knows that a message is ours; with two secrets it has two signatures, `v1,… v1,…`. */
export async function signatureHeaders(
  { id, at, body }: Signed,
  secrets: readonly string[],
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const signatures = await Promise.all(secrets.map((secret) => sign(`${id}.${timestamp}.${body}`, secret)));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    ...(signatures.length === 0 ? {} : { "webhook-signature": signatures.join(" ") }),
  };
}

async function sign(text: string, secret: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.slice(prefix.length)), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return `v1,${base64(new Uint8Array(signature))}`;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
