import type { WorkDate } from "@today/core/time/date";
import type { ScimTokens } from "../../../api.ts";
import { fullDate, instantText } from "../date-text.ts";
import type { Words } from "./words.ts";

/** One door as it is listed. */
export type Token = ScimTokens["tokens"][number];

/** Whether a door is closed by its date already, by the server's work date. */
export function isExpired({ expiresAt }: Token, today: WorkDate): boolean {
  return expiresAt !== null && expiresAt.slice(0, 10) < today;
}

/** What is told of a door: `9/16 10:02 建的 · 上次用 9/17 03:00 · 用到 2027年9月16日`. */
export function tokenText(m: Words, { createdAt, lastUsedAt, expiresAt }: Token): string {
  return [
    m["token.createdAt"](instantText(createdAt)),
    lastUsedAt === null ? m["token.neverUsed"] : m["token.usedAt"](instantText(lastUsedAt)),
    expiresAt === null ? m["token.forever"] : m["token.until"](fullDate(expiresAt.slice(0, 10), m.lang)),
  ].join(" · ");
}
