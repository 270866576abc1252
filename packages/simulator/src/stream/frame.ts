import type { Event } from "../events/event.ts";

/** A frame of DingTalk's Stream, one JSON text; `data` is a JSON text within it. */
export interface Frame {
  readonly specVersion: "1.0";
  readonly type: "SYSTEM" | "EVENT" | "CALLBACK";
  readonly headers: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What every frame of a connection bears. */
export interface Marks {
  readonly appId: string;
  readonly connectionId: string;
  readonly messageId: string;
  readonly now: number;
}

export function systemFrame(topic: string, data: object, marks: Marks): Frame {
  return { specVersion: "1.0", type: "SYSTEM", headers: headersOf(topic, marks), data: JSON.stringify(data) };
}

export function callbackFrame(topic: string, data: object, marks: Marks): Frame {
  return { specVersion: "1.0", type: "CALLBACK", headers: headersOf(topic, marks), data: JSON.stringify(data) };
}

/** The outer values of an event are headers, its fields are the data. */
export function eventFrame(
  { type, bornAt, fields }: Event,
  { eventId, corpId, content }: { eventId: string; corpId: string; content: object | null },
  marks: Marks,
): Frame {
  const headers = {
    ...headersOf("*", marks),
    eventBornTime: String(bornAt),
    eventCorpId: corpId,
    eventId,
    eventType: type,
    eventUnifiedAppId: marks.appId,
  };
  return { specVersion: "1.0", type: "EVENT", headers, data: JSON.stringify(content ?? fields) };
}

/** What an app answered: which message, how, and whether it wants it again. */
export interface Ack {
  readonly messageId: string;
  readonly code: number;
  readonly status: "SUCCESS" | "LATER" | null;
}

/** Reads an answer; null is no answer at all. */
export function ackFrom(text: string): Ack | null {
  const frame = objectIn(text);
  const messageId = Object(frame?.headers).messageId;
  if (typeof messageId !== "string") return null;
  const { status } = Object(objectIn(String(frame?.data ?? "")));
  const known = status === "SUCCESS" || status === "LATER" ? status : null;
  return { messageId, code: Number(frame?.code), status: known };
}

function headersOf(topic: string, { appId, connectionId, messageId, now }: Marks): Record<string, string> {
  return { appId, connectionId, contentType: "application/json", messageId, time: String(now), topic };
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
