import { daysBetween, type WorkDate } from "@today/core/time/date";
import type { ApiKeyInput, ApiKeys } from "../../../../api.ts";
import { fullDate, instantText } from "../../date-text.ts";
import type { Words } from "./words.ts";

/** One key as it is listed. */
export type Key = ApiKeys["keys"][number];

export type Scope = ApiKeyInput["scopes"][number];

/** From so many days before its end on a key says so by itself. */
const soonDays = 14;

/** What is told of a key: `today_key_ab12… · 9/16 10:02 建的 · 上次用 9/17 03:00 · 用到 2027年9月16日`. */
export function keyText(m: Words, { prefix, createdAt, lastUsedAt, expiresAt }: Key): string {
  return [
    `${prefix}…`,
    m["apiKey.createdAt"](instantText(createdAt)),
    lastUsedAt === null ? m["apiKey.neverUsed"] : m["apiKey.usedAt"](instantText(lastUsedAt)),
    expiresAt === null ? m["apiKey.forever"] : m["apiKey.until"](fullDate(expiresAt.slice(0, 10), m.lang)),
  ].join(" · ");
}

/** That a key has ended, or will soon, by the server's work date; null while there is time. */
export function endText(m: Words, { expiresAt }: Key, today: WorkDate): string | null {
  if (expiresAt === null) return null;
  const end = expiresAt.slice(0, 10);
  const left = daysBetween(today, end);
  if (left < 0) return m["apiKey.expired"](fullDate(end, m.lang));
  return left <= soonDays ? m["apiKey.soon"](left) : null;
}

/** With one scope more, or one fewer; always in the order in which they are shown. */
export function toggled(scopes: readonly Scope[], one: Scope, order: readonly Scope[]): Scope[] {
  const held = new Set(scopes);
  if (!held.delete(one)) held.add(one);
  return order.filter((scope) => held.has(scope));
}

/** A line for a shell that asks whose a key is. */
export function curlText(origin: string): string {
  return `curl -H "Authorization: Bearer $TODAY_KEY" ${origin}/v1/me`;
}
