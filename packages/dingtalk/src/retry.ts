import { DingTalkError } from "./error.ts";
import { isStaleToken } from "./error-code.ts";

/** What a retried call may do besides being sent again; `renewToken` is null for the token call itself. */
export interface RetryMeans {
  readonly sleep: (ms: number) => Promise<void>;
  readonly renewToken: (() => Promise<void>) | null;
}

type RuleName = "token" | "busy" | "timeout" | "own-rate" | "shared-rate";

/** How often a call is sent again, and after how many milliseconds each time. Each rule has its own count within a call. */
const delays: Record<RuleName, readonly number[]> = {
  token: [0],
  busy: [1000, 2000, 4000],
  timeout: [1000, 2000],
  "own-rate": [1000, 1000, 1000, 1000, 1000],
  "shared-rate": [1000, 2000, 4000],
};

/** Sends until it succeeds or its rule is used up; quota errors, bans, minute limits and refusals are thrown at once. */
export async function withRetries<T>(send: () => Promise<T>, means: RetryMeans): Promise<T> {
  const spent = new Map<RuleName, number>();
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const rule = ruleFor(error, means.renewToken !== null);
      const used = rule === null ? 0 : (spent.get(rule) ?? 0);
      const delay = rule === null ? undefined : delays[rule][used];
      if (rule === null || delay === undefined) throw error;
      spent.set(rule, used + 1);
      if (rule === "token") await means.renewToken?.();
      else await means.sleep(Math.max(delay, askedFor(error)));
    }
  }
}

function ruleFor(error: unknown, tokenCanBeRenewed: boolean): RuleName | null {
  if (!(error instanceof DingTalkError) || error.code === "paused") return null;
  if (isStaleToken(error.code)) return tokenCanBeRenewed ? "token" : null;
  if (error.kind === "busy" || error.kind === "timeout") return error.kind;
  // An answer that was cut off on its way.
  if (error.code === "not-json") return "timeout";
  if (error.kind !== "throttled") return null;
  if (/QpmLimit/i.test(error.code)) return null;
  return error.code === "90002" || /QpsLimitForApi$/i.test(error.code) ? "shared-rate" : "own-rate";
}

function askedFor(error: unknown): number {
  return error instanceof DingTalkError ? Math.min(error.retryAfterMs ?? 0, 60_000) : 0;
}
