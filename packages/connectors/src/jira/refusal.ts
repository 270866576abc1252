import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import { ConnectorError, type ConnectorErrorFacts } from "../error.ts";
import type { Answer } from "../http.ts";
import { retryAfterOf } from "../retry-after.ts";

const Refusal = z.object({ errors: z.record(z.string(), z.unknown()) });

const hourMs = 3_600_000;

/** Which of Jira's limits was met, and how long that is when the answer does not say. */
const limits: ReadonlyMap<string, { readonly code: string; readonly waitMs: number }> = new Map([
  ["jira-quota-global-based", { code: "quota-global", waitMs: hourMs }],
  ["jira-quota-tenant-based", { code: "quota-tenant", waitMs: hourMs }],
  ["jira-burst-based", { code: "burst", waitMs: 1000 }],
  ["jira-per-issue-on-write", { code: "issue-writes", waitMs: 30_000 }],
]);

/** What Jira says besides the status: that the key counted for nothing, which limit was met until when, and which of `fields` was refused. */
export function refusalOf(now: () => Instant, fields: readonly string[]) {
  return ({ status, headers, body }: Answer): ConnectorErrorFacts | null => {
    if (status === 429) return throttled(headers, now());
    const field = status === 400 ? refusedOf(body, fields) : undefined;
    if (field !== undefined) return { kind: "invalid", code: "field-refused", field };
    const reason = headers.get("x-seraph-loginreason") ?? "";
    const denied = headers.get("x-authentication-denied-reason") ?? "";
    if (/captcha/i.test(denied)) return { kind: "credentials", code: "captcha" };
    // An account that could not be signed in is answered as if nobody had asked, with empty lists and 200.
    if (/AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(reason)) return { kind: "credentials", code: "login-failed" };
    return null;
  };
}

function throttled(headers: Headers, now: Instant): ConnectorErrorFacts {
  const limit = limits.get(headers.get("ratelimit-reason") ?? "");
  const asked = retryAfterOf(headers.get("retry-after"), now) ?? waitUntil(headers, now);
  const retryAfterMs = asked ?? fillTime(headers) ?? limit?.waitMs ?? null;
  return { kind: "throttled", code: limit?.code ?? "429", retryAfterMs };
}

function waitUntil(headers: Headers, now: Instant): number | null {
  const at = Date.parse(headers.get("x-ratelimit-reset") ?? "");
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** Data Center fills its bucket once in so many seconds. */
function fillTime(headers: Headers): number | null {
  const seconds = Number(headers.get("x-ratelimit-interval-seconds"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}

/** The first known field that a refusal names; its sentences are in the account's language and not looked at. */
function refusedOf(body: unknown, fields: readonly string[]): string | undefined {
  const refusal = Refusal.safeParse(body);
  return refusal.success ? fields.find((field) => Object.hasOwn(refusal.data.errors, field)) : undefined;
}

/** Whether an error is of one of these kinds. */
export function isOf(error: unknown, ...kinds: readonly ConnectorError["kind"][]): error is ConnectorError {
  return error instanceof ConnectorError && kinds.includes(error.kind);
}
