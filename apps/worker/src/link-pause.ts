import { addDays } from "@today/core/time/date";
import { type Instant, minuteMs } from "@today/core/time/minutes";
import { instantAt, workDateOf } from "@today/core/time/zone";
import type { DingTalkError } from "@today/dingtalk/error";
import { isCounted } from "@today/dingtalk/quota";

/** How long calls wait after a failure, and which: `*` all, `counted` all that use up the month's calls, else an API's. */
export interface PauseRule {
  readonly api: string;
  readonly firstMs: number;
  readonly longestMs: number;
}

// The night's pull begins at 02:10 and is the one that tries.
const beforeTheNight = 125;

/**
 * The pause after a call was given up, null for none: a ban stops everything, used-up calls all that cost any until the next night,
 * a limit a minute and an outage the API. `patient` is work in the background, which alone pauses an API that only does not answer.
 */
export function pauseAfter(
  error: DingTalkError,
  api: string,
  { now, zone, patient }: { readonly now: Instant; readonly zone: string; readonly patient: boolean },
): PauseRule | null {
  switch (error.kind) {
    case "banned":
      return { api: "*", firstMs: error.retryAfterMs ?? 5 * minuteMs, longestMs: 30 * minuteMs };
    case "quota": {
      const ms = nextNight(now, zone) - now;
      return { api: "counted", firstMs: ms, longestMs: ms };
    }
    case "throttled":
      return patient || /QpmLimit/i.test(error.code) ? { api, firstMs: minuteMs, longestMs: 10 * minuteMs } : null;
    case "busy":
    case "timeout":
      return patient ? { api, firstMs: minuteMs, longestMs: 30 * minuteMs } : null;
    case "unreadable":
      return patient && error.code === "not-json" ? { api, firstMs: minuteMs, longestMs: 30 * minuteMs } : null;
    default:
      return null;
  }
}

/** What a pause of this API may be called. */
export function scopesOf(api: string): string[] {
  return isCounted(api) ? ["*", "counted", api] : ["*", api];
}

/** Whether a pause holds up work whose calls cost (`counted`) or do not. */
export function holdsUp(pausedApi: string, counted: boolean): boolean {
  return pausedApi === "*" || (pausedApi === "counted" ? counted : isCounted(pausedApi) === counted);
}

function nextNight(now: Instant, zone: string): Instant {
  const today = instantAt(workDateOf(now, zone), beforeTheNight, zone);
  return today > now ? today : instantAt(addDays(workDateOf(now, zone), 1), beforeTheNight, zone);
}
