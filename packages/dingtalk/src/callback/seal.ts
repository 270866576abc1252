/** What the developer console and the app agree on for event pushes. `ownerKey` is the app key (Client ID). */
export interface CallbackKeys {
  readonly token: string;
  /** 43 letters and digits. */
  readonly aesKey: string;
  readonly ownerKey: string;
}

/** An encrypted and signed message in either direction. */
export interface SealedMessage {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypt: string;
}

/** Why a push was refused, from the outside in. */
export type CallbackProblem = "signature" | "aes-key" | "ciphertext" | "padding" | "length" | "owner" | "not-json";

/** The bytes of a message, or why they cannot be trusted. */
export type Opened = { readonly message: Uint8Array<ArrayBuffer> } | { readonly problem: CallbackProblem };

const BLOCK = 16;
const PAD = 32;
const HEAD = 20;

/** Verifies the signature, decrypts, checks padding, length and owner. */
export async function open(keys: CallbackKeys, sealed: SealedMessage): Promise<Opened> {
  if (!sameText(await sign(keys.token, sealed), sealed.signature.toLowerCase())) return { problem: "signature" };
  const aes = await aesKeyOf(keys.aesKey);
  if (aes === null) return { problem: "aes-key" };
  const cipher = bytesOfBase64(sealed.encrypt);
  if (cipher === null || cipher.length < PAD || cipher.length % BLOCK !== 0) return { problem: "ciphertext" };
  const plain = unpad(await decrypt(aes, cipher));
  if (plain === null) return { problem: "padding" };
  const length = plain.length < HEAD ? Number.NaN : new DataView(plain.buffer, plain.byteOffset).getUint32(BLOCK);
  if (!(HEAD + length <= plain.length)) return { problem: "length" };
  const owner = new TextDecoder().decode(plain.subarray(HEAD + length));
  if (!sameText(owner, keys.ownerKey)) return { problem: "owner" };
  return { message: plain.slice(HEAD, HEAD + length) };
}

/** Encrypts and signs a message; `random` are the 16 bytes in front of it. Throws a `RangeError` for a malformed AES key. */
export async function seal(
  keys: CallbackKeys,
  message: string,
  stamp: { readonly timestamp: string; readonly nonce: string; readonly random?: Uint8Array },
): Promise<SealedMessage> {
  const aes = await aesKeyOf(keys.aesKey);
  if (aes === null) throw new RangeError("the AES key of the callback is not 43 letters and digits");
  const { timestamp, nonce, random = crypto.getRandomValues(new Uint8Array(BLOCK)) } = stamp;
  const cipher = await encrypt(aes, layOut(random, new TextEncoder().encode(message), keys.ownerKey));
  const encrypted = btoa(String.fromCharCode(...cipher));
  return {
    timestamp,
    nonce,
    encrypt: encrypted,
    signature: await sign(keys.token, { timestamp, nonce, encrypt: encrypted }),
  };
}

/** Random, length, message, owner, and padding to a multiple of 32 whose every byte says how long it is. */
function layOut(random: Uint8Array, message: Uint8Array, ownerKey: string): Uint8Array<ArrayBuffer> {
  const owner = new TextEncoder().encode(ownerKey);
  const used = HEAD + message.length + owner.length;
  const pad = PAD - (used % PAD);
  const plain = new Uint8Array(used + pad).fill(pad, used);
  plain.set(random.subarray(0, BLOCK));
  new DataView(plain.buffer).setUint32(BLOCK, message.length);
  plain.set(message, HEAD);
  plain.set(owner, HEAD + message.length);
  return plain;
}

function unpad(plain: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > PAD || pad > plain.length) return null;
  const end = plain.length - pad;
  return plain.subarray(end).every((byte) => byte === pad) ? plain.subarray(0, end) : null;
}

interface AesKey {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
}

/** The key's last bits are not canonical base64 even in DingTalk's examples; `atob` does not mind. */
async function aesKeyOf(aesKey: string): Promise<AesKey | null> {
  if (!/^[A-Za-z0-9]{43}$/.test(aesKey)) return null;
  const raw = bytesOfBase64(`${aesKey}=`);
  if (raw === null) return null;
  const key = await crypto.subtle.importKey("raw", raw, "AES-CBC", false, ["encrypt", "decrypt"]);
  return { key, iv: raw.slice(0, BLOCK) };
}

/** WebCrypto insists on padding of at most 16 bytes, so a block of exactly that padding is appended for it to take off again. */
async function decrypt({ key, iv }: AesKey, cipher: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const extra = await crypto.subtle.encrypt({ name: "AES-CBC", iv: cipher.slice(-BLOCK) }, key, new Uint8Array(0));
  const longer = new Uint8Array(cipher.length + BLOCK);
  longer.set(cipher);
  longer.set(new Uint8Array(extra), cipher.length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv }, key, longer));
}

/** WebCrypto appends a block of padding of its own, which is cut off. */
async function encrypt({ key, iv }: AesKey, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, plain)).subarray(0, plain.length);
}

async function sign(token: string, stamped: Omit<SealedMessage, "signature">): Promise<string> {
  const parts = [token, stamped.timestamp, stamped.nonce, stamped.encrypt].sort();
  return hexOf(await crypto.subtle.digest("SHA-1", new TextEncoder().encode(parts.join(""))));
}

/** Lower-case hexadecimal. */
export function hexOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Takes the same time wherever the first difference is. */
function sameText(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index += 1) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}
