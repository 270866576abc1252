import { base64url } from "../digest.ts";

const keyBytes = 32;
const shownCharacters = "today_key_".length + 4;

/** A new key, `today_key_` and 43 characters; it is shown once and kept as its digest only. */
export function mintKey(): string {
  return `today_key_${base64url(crypto.getRandomValues(new Uint8Array(keyBytes)))}`;
}

/** Its beginning, by which a person knows it again: `today_key_ab12`. */
export function prefixOf(key: string): string {
  return key.slice(0, shownCharacters);
}
