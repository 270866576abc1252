/** A digest of 22 characters by which two texts are compared and from which neither is found again: `digest("email li@x.cn")`. */
export type Digest = (text: string) => Promise<string>;

const digestBytes = 16;

/** HMAC-SHA256 with a key derived from the product's secret for one company; another secret, other digests. */
export function digestWith(secret: string, company: string): Digest {
  let key: Promise<CryptoKey> | null = null;
  return async (text) => {
    key ??= deriveKey(secret, company);
    const signature = await crypto.subtle.sign("HMAC", await key, new TextEncoder().encode(text));
    return base64url(new Uint8Array(signature).subarray(0, digestBytes));
  };
}

/** Bytes as text that needs no escaping anywhere. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

async function deriveKey(secret: string, company: string): Promise<CryptoKey> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const root = await crypto.subtle.importKey("raw", bytes(secret), "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: bytes(company), info: bytes("today: keys of people") };
  return crypto.subtle.deriveKey(how, root, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
}
