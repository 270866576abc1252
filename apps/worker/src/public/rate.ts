import type { Instant } from "@today/core/time/minutes";

/** How many requests a key has in each minute of the clock. */
export const requestsAMinute = 300;

const windowMs = 60_000;

/** When the window began in which an instant lies. */
export function windowOf(now: Instant): Instant {
  return now - (now % windowMs);
}

/** What a client is told after `used` requests, by draft-ietf-httpapi-ratelimit-headers; `over` for one request too many. */
export function rateOf(now: Instant, used: number) {
  const left = Math.max(0, requestsAMinute - used);
  const seconds = Math.ceil((windowOf(now) + windowMs - now) / 1000);
  return {
    over: used > requestsAMinute,
    seconds,
    headers: {
      "RateLimit-Policy": `"default";q=${requestsAMinute};w=${windowMs / 1000}`,
      RateLimit: `"default";r=${left};t=${seconds}`,
    },
  };
}
