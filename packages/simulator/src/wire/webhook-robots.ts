import { createHmac } from "node:crypto";
import { HOUR, MINUTE } from "../company/beijing.ts";
import type { WebhookRobot } from "../world/message.ts";

/** Why a robot may not speak now, in DingTalk's code and words; null when it may. */
export interface Muted {
  readonly code: number;
  readonly message: string;
}

const MOST_A_MINUTE = 20;
const MUTED_FOR = 10 * MINUTE;
const SKEW = HOUR;

/** `encodeURIComponent` of this is what a call carries (platform.md 6.1). */
export function webhookSign(secret: string, timestamp: string): string {
  return createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
}

export interface WebhookCall {
  readonly timestamp: string | null;
  readonly sign: string | null;
  readonly text: string;
}

/** Checks signature and keywords of one call. */
export function webhookProblem({ secret, keywords }: WebhookRobot, call: WebhookCall, now: number): Muted | null {
  const { timestamp, sign, text } = call;
  if (keywords.length > 0 && !keywords.some((word) => text.includes(word))) {
    return { code: 310000, message: "keywords not in content" };
  }
  if (secret === null) return null;
  if (timestamp === null || Math.abs(Number(timestamp) - now) > SKEW) {
    return { code: 310000, message: "invalid timestamp" };
  }
  return sign === webhookSign(secret, timestamp) ? null : { code: 310000, message: "sign not match" };
}

/** Twenty messages a minute, then ten minutes of silence; by the simulator's clock. */
export function createRobotPace(now: () => number): (token: string) => Muted | null {
  const spoken = new Map<string, number[]>();
  const mutedUntil = new Map<string, number>();
  return (token) => {
    const left = (mutedUntil.get(token) ?? 0) - now();
    // More than ten minutes are left only when the clock was put back by a reset.
    if (left > 0 && left <= MUTED_FOR) return { code: 410100, message: "send too fast, exceed 20 times per minute" };
    const recent = (spoken.get(token) ?? []).filter((at) => at > now() - MINUTE && at <= now());
    spoken.set(token, [...recent, now()]);
    if (recent.length < MOST_A_MINUTE) return null;
    mutedUntil.set(token, now() + MUTED_FOR);
    return { code: 660026, message: "send too many messages per minute" };
  };
}
