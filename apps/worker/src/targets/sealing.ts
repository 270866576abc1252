import { ConnectorError } from "@today/connectors/error";
import { base64url } from "../digest.ts";

/** For whom something is sealed: nobody else's seal is opened. */
export interface SealedFor {
  readonly company: string;
  readonly targetId: string;
}

const ivBytes = 12;

/**
 * Seals texts by name so that only the holder of the key reads them, and only for that target: AES-256-GCM under a key that
 * is derived for the company. Two seals of the same are never the same.
 */
export async function seal(key: string, of: SealedFor, secrets: Readonly<Record<string, string>>): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const how = { name: "AES-GCM", iv, additionalData: bytesOf(JSON.stringify([of.company, of.targetId])) };
  const sealed = await crypto.subtle.encrypt(how, await deriveKey(key, of.company), bytesOf(JSON.stringify(secrets)));
  return `1.${base64url(iv)}.${base64url(new Uint8Array(sealed))}`;
}

/** What was sealed. Throws `credentials` with `credentials-unreadable` for altered bytes, another target or another key. */
export async function unseal(key: string, of: SealedFor, sealed: string): Promise<Record<string, string>> {
  try {
    const [version, iv = "", content = ""] = sealed.split(".");
    if (version !== "1") throw unreadable();
    const additionalData = bytesOf(JSON.stringify([of.company, of.targetId]));
    const how = { name: "AES-GCM", iv: bytesIn(iv), additionalData };
    const opened = await crypto.subtle.decrypt(how, await deriveKey(key, of.company), bytesIn(content));
    return JSON.parse(new TextDecoder().decode(opened));
  } catch {
    throw unreadable();
  }
}

function unreadable(): ConnectorError {
  return new ConnectorError({ kind: "credentials", code: "credentials-unreadable" });
}

async function deriveKey(secret: string, company: string): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey("raw", bytesOf(secret), "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: bytesOf(company), info: bytesOf("today: credentials") };
  return crypto.subtle.deriveKey(how, root, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function bytesIn(text: string): Uint8Array {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(plain.length);
  for (let at = 0; at < plain.length; at++) bytes[at] = plain.charCodeAt(at);
  return bytes;
}
