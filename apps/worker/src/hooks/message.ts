import type { HookKind } from "@today/db/hook";
import type { ClaimedDelivery } from "@today/db/hook-delivery";
import type { Company } from "../context.ts";
import { isoOf } from "../views/instant.ts";

/** What is told of an event; `data` has ids, dates and minutes, and where to read the rest. */
export interface EventMessage {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Told = Pick<ClaimedDelivery, "eventId" | "type" | "at" | "data">;

/** An event as every receiver reads it. */
export function messageOf(
  { eventId, type, at, data: text }: Told,
  { zone, publicUrl }: Pick<Company, "zone" | "publicUrl">,
): EventMessage {
  const data: Record<string, unknown> = JSON.parse(text);
  const path = pathOf(type, data);
  const link = publicUrl === null || path === null ? null : publicUrl + path;
  return { id: eventId, type, timestamp: isoOf(at, zone), data: { ...data, link } };
}

/** The body for a kind of receiver: IFTTT's applets know three values, unless their address asks for JSON. */
export function bodyOf(message: EventMessage, kind: HookKind, url: string): string {
  if (kind !== "ifttt" || new URL(url).pathname.includes("/json/with/key/")) return JSON.stringify(message);
  const { link, date, periodId, month, ...data } = message.data;
  const words = [
    date ?? periodId ?? month,
    data.personId ?? data.projectId,
    data.counted ?? data.minutes ?? data.level,
  ];
  const value2 = words.filter((word) => word !== undefined && word !== null).join(" ");
  return JSON.stringify({ value1: message.type, value2, value3: link ?? message.id });
}

/** Where a program reads what an event is about. */
function pathOf(type: string, data: Readonly<Record<string, unknown>>): string | null {
  const text = (name: string) => encodeURIComponent(String(data[name]));
  if (type.startsWith("period.")) return "/v1/periods";
  if (data.date === undefined) return null;
  const day = `from=${text("date")}&to=${text("date")}`;
  if (!type.startsWith("allocation.")) return `/v1/workdays?${day}&person=${text("personId")}`;
  return `/v1/allocations?${day}${data.projectId === undefined ? "" : `&project=${text("projectId")}`}`;
}
