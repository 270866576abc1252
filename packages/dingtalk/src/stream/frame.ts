import { type DingTalkEvent, normaliseEvent } from "../callback/event.ts";
import { textOf } from "../field.ts";
import { fieldsOf, jsonOf } from "../json.ts";

/** One frame of a Stream connection. `other` ones need no answer; `unreadable` ones are answered when they bear an id. */
export type StreamFrame =
  | { readonly kind: "event"; readonly messageId: string; readonly event: DingTalkEvent }
  | { readonly kind: "ping"; readonly messageId: string | null; readonly data: string }
  | { readonly kind: "disconnect" }
  | { readonly kind: "callback"; readonly messageId: string }
  | { readonly kind: "other"; readonly topic: string }
  | { readonly kind: "unreadable"; readonly messageId: string | null };

/** Reads a frame as received. Topics of events are not reliable: they go by their type. */
export function readFrame(received: unknown): StreamFrame {
  const frame = fieldsOf(typeof received === "string" ? received : decoded(received));
  const headers = lower(fieldsOf(frame.headers));
  const messageId = textOf(headers.messageid);
  const topic = textOf(headers.topic) ?? "";
  const type = textOf(frame.type)?.toUpperCase() ?? "";
  if (type === "SYSTEM") return systemFrame(topic, messageId, frame.data);
  if (messageId === null) return { kind: "unreadable", messageId };
  if (type === "CALLBACK") return { kind: "callback", messageId };
  if (type !== "EVENT") return { kind: "unreadable", messageId };
  const { eventtype, eventid, eventcorpid, eventborntime } = headers;
  const data = typeof frame.data === "string" ? jsonOf(frame.data) : frame.data;
  // Where a frame says that the month's pushes are used up is not documented: beside its data, in it or in the headers.
  const errCode = frame.errCode ?? headers.errcode;
  const facts = { eventType: eventtype, eventId: eventid, eventCorpId: eventcorpid, eventBornTime: eventborntime };
  const envelope = { ...facts, data, ...(errCode === undefined || errCode === null ? {} : { errCode }) };
  return { kind: "event", messageId, event: normaliseEvent(envelope, `stream:${messageId}`) };
}

/** The answer to an event: taken, or to be sent again later. */
export function eventAnswer(messageId: string, isTaken: boolean): string {
  const [status, message] = isTaken ? ["SUCCESS", "ok"] : ["LATER", "later"];
  return answer(messageId, { code: 200, message: "OK", data: JSON.stringify({ status, message }) });
}

/** The answer to a ping: its own data. */
export function pingAnswer(messageId: string | null, data: string): string {
  return answer(messageId, { code: 200, message: "OK", data });
}

/** The answer to what nobody here can handle: 400 for a bad frame, 404 for one without a handler. */
export function refusalAnswer(messageId: string, code: 400 | 404): string {
  return answer(messageId, { code, message: code === 400 ? "bad frame" : "no handler", data: "{}" });
}

function answer(messageId: string | null, said: { code: number; message: string; data: string }): string {
  const headers = { contentType: "application/json", ...(messageId === null ? {} : { messageId }) };
  return JSON.stringify({ ...said, headers });
}

function systemFrame(topic: string, messageId: string | null, data: unknown): StreamFrame {
  if (/^ping$/i.test(topic)) {
    return { kind: "ping", messageId, data: typeof data === "string" ? data : JSON.stringify(data ?? {}) };
  }
  return /^disconnect$/i.test(topic) ? { kind: "disconnect" } : { kind: "other", topic };
}

function decoded(received: unknown): string | null {
  if (received instanceof ArrayBuffer) return new TextDecoder().decode(received);
  if (!ArrayBuffer.isView(received)) return null;
  const { buffer, byteOffset, byteLength } = received;
  return new TextDecoder().decode(new Uint8Array(buffer, byteOffset, byteLength));
}

function lower(headers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
}
