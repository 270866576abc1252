import type { Instant } from "@today/core/time/minutes";

/** The wait a `Retry-After` asks for in milliseconds, given as seconds or as a date; null when there is none that can be read. */
export function retryAfterOf(header: string | null, now: Instant): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.round(seconds * 1000));
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
