import { base64url } from "../digest.ts";

const tokenBytes = 32;

/** A new token of a directory, `today_scim_` and 43 characters; it is shown once and kept as its digest only. */
export function mintToken(): string {
  return `today_scim_${base64url(crypto.getRandomValues(new Uint8Array(tokenBytes)))}`;
}

/** SHA-256 of a token, which is too random to be guessed from it. */
export async function tokenDigest(token: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token))));
}
