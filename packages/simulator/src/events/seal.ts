import { createCipheriv, createDecipheriv, createHash } from "node:crypto";

const BLOCK = 32;
const PREFIX = 16;

/** The three words that both sides of a callback share. `ownerKey` is the app's key for subscriptions made in the console. */
export interface SealKeys {
  readonly token: string;
  readonly aesKey: string;
  readonly ownerKey: string;
}

/** Encrypts a message as DingTalk does; `prefix` is sixteen characters that should never repeat. */
export function seal(keys: SealKeys, message: string, prefix: string): string {
  const text = Buffer.from(message, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([Buffer.from(prefix, "latin1"), length, text, Buffer.from(keys.ownerKey, "utf8")]);
  const pad = BLOCK - (plain.length % BLOCK);
  const { key, iv } = secrets(keys.aesKey);
  const cipher = createCipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
    "base64",
  );
}

/** Decrypts what `seal` or the other side made; throws when key, padding or owner are not right. */
export function unseal(keys: SealKeys, encrypted: string): string {
  const { key, iv } = secrets(keys.aesKey);
  const decipher = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(Buffer.from(encrypted, "base64")), decipher.final()]);
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK) throw new Error("the padding is not of 32 bytes");
  const end = PREFIX + 4 + plain.readUInt32BE(PREFIX);
  const owner = plain.subarray(end, plain.length - pad).toString("utf8");
  if (owner !== keys.ownerKey) throw new Error(`the owner key is ${owner}`);
  return plain.subarray(PREFIX + 4, end).toString("utf8");
}

/** Lower-case hex SHA-1 over the four words in byte order. */
export function signature(token: string, { timestamp, nonce, encrypt }: Signed): string {
  const words = [token, timestamp, nonce, encrypt].sort();
  return createHash("sha1").update(words.join(""), "utf8").digest("hex");
}

interface Signed {
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypt: string;
}

function secrets(aesKey: string): { key: Buffer; iv: Buffer } {
  const key = Buffer.from(`${aesKey}=`, "base64");
  if (key.length !== 32) throw new Error("an aesKey has 43 letters and digits");
  return { key, iv: key.subarray(0, 16) };
}
