import { type DingTalkEvent, lowerKeys, normaliseEvent } from "./event.ts";
import { type CallbackKeys, type CallbackProblem, hexOf, open, type SealedMessage, seal } from "./seal.ts";

/** The reply DingTalk waits for; anything else counts as a failed delivery. */
export interface SealedReply {
  readonly msg_signature: string;
  readonly timeStamp: string;
  readonly nonce: string;
  readonly encrypt: string;
}

/** The parts of a push from its URL and JSON body, whichever names they bear; null when one is missing. */
export function sealedMessageOf(url: URL, body: unknown): SealedMessage | null {
  const query = lowerKeys(Object.fromEntries(url.searchParams));
  const parts = {
    signature: query.msg_signature ?? query.signature,
    timestamp: query.timestamp,
    nonce: query.nonce,
    encrypt: lowerKeys(body).encrypt,
  };
  const { signature, timestamp, nonce, encrypt } = parts;
  if (typeof signature !== "string" || typeof timestamp !== "string") return null;
  if (typeof nonce !== "string" || typeof encrypt !== "string") return null;
  return { signature, timestamp, nonce, encrypt };
}

/** The event of a push, or why it cannot be trusted. A repeated delivery has the same `event.id`. */
export async function verifyAndOpen(
  keys: CallbackKeys,
  sealed: SealedMessage,
): Promise<{ readonly event: DingTalkEvent } | { readonly problem: CallbackProblem }> {
  const opened = await open(keys, sealed);
  if ("problem" in opened) return opened;
  const raw = parseObject(new TextDecoder().decode(opened.message));
  if (raw === null) return { problem: "not-json" };
  return { event: normaliseEvent(raw, await eventHash(opened.message)) };
}

/** The word `success`, sealed: the whole answer to a push. `timestamp` and `nonce` may be those of the push. */
export async function sealSuccess(
  keys: CallbackKeys,
  stamp: { readonly timestamp: string; readonly nonce: string },
): Promise<SealedReply> {
  const { signature, timestamp, nonce, encrypt } = await seal(keys, "success", stamp);
  return { msg_signature: signature, timeStamp: timestamp, nonce, encrypt };
}

/** Identity of an event without an id of its own, by its bytes: `"sha256:9f86…"`. */
export async function eventHash(bytes: Uint8Array): Promise<string> {
  return `sha256:${hexOf(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)))}`;
}

function parseObject(text: string): object | null {
  try {
    // Senders that seal with the npm package dingtalk-encrypt write the text as an address: it begins with an escaped brace.
    const value: unknown = JSON.parse(text.startsWith("%7B") ? decodeURI(text) : text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
