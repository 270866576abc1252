import { ConnectorError } from "@today/connectors/error";
import { retryAfterOf } from "@today/connectors/retry-after";
import type { Instant } from "@today/core/time/minutes";
import type { HookKind, HookSeals } from "@today/db/hook";
import type { ClaimedDelivery } from "@today/db/hook-delivery";
import type { Context } from "../context.ts";
import { bodyOf, messageOf } from "./message.ts";
import { signatureHeaders } from "./signature.ts";

/** Where a hook's events go and what they are signed with. */
export interface OpenHook {
  readonly kind: HookKind;
  readonly host: string;
  readonly url: string;
  /** The one before too, while it holds. */
  readonly secrets: readonly string[];
}

/** What became of one attempt; `problem` is null for a 2xx, else a word of ours: `"status"`, `"gone"`, `"redirect"`, `"timeout"`. */
export interface Answered {
  readonly status: number | null;
  readonly problem: string | null;
  readonly retryAfterMs: number | null;
}

const patienceMs = 15_000;

/** Sends one event at an instant. */
type Send = (event: ClaimedDelivery, sentAt: Instant) => Promise<Answered>;

/** A way to send events to a hook; one whose seals cannot be read answers `credentials-unreadable` and sends nothing. */
export async function openSender(ctx: Context, id: string, seals: HookSeals | null): Promise<Send> {
  if (seals === null) return async () => ({ status: null, problem: "host-unknown", retryAfterMs: null });
  try {
    const hook = await openHook(ctx, id, seals);
    return (event, sentAt) => sendEvent(ctx, hook, { ...event, sentAt });
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return async () => ({ status: null, problem: error.code, retryAfterMs: null });
  }
}

async function openHook(ctx: Context, id: string, seals: HookSeals): Promise<OpenHook> {
  const { kind, host } = seals;
  const wanted = [seals.secret, seals.oldSecretUntil > ctx.now ? seals.oldSecret : null];
  const sealed = wanted.filter((one) => one !== null);
  const { url = "" } = await ctx.targets.unseal(id, seals.url);
  const secrets = await Promise.all(sealed.map((one) => ctx.targets.unseal(id, one)));
  return { kind, host, url, secrets: secrets.flatMap(({ secret }) => secret ?? []) };
}

/** Sends an event once, for 15 seconds at most. Of the answer only its status and `Retry-After` are read. */
export async function sendEvent(
  ctx: Pick<Context, "targets" | "company">,
  hook: OpenHook,
  event: ClaimedDelivery & { readonly sentAt: Instant; readonly patienceMs?: number },
): Promise<Answered> {
  const signal = AbortSignal.timeout(event.patienceMs ?? patienceMs);
  try {
    const request = await requestOf(ctx, hook, { ...event, signal });
    const response = await Promise.race([ctx.targets.fetchFor([hook.host])(request), aborted(signal)]);
    await response.body?.cancel();
    return answeredOf(response, event.sentAt);
  } catch (error) {
    return { status: null, problem: problemOf(error, signal), retryAfterMs: null };
  }
}

async function requestOf(
  { company }: Pick<Context, "company">,
  { kind, url, secrets }: OpenHook,
  { sentAt, signal, ...event }: ClaimedDelivery & { readonly sentAt: Instant; readonly signal: AbortSignal },
): Promise<Request> {
  const body = bodyOf(messageOf(event, company), kind, url);
  const headers = await signatureHeaders({ id: event.eventId, at: sentAt, body }, secrets);
  return new Request(url, {
    ...{ method: "POST", redirect: "manual", signal, body },
    headers: { "content-type": "application/json", "user-agent": "today-hooks/1", ...headers },
  });
}

function answeredOf({ status, headers }: Response, now: Instant): Answered {
  const retryAfterMs = retryAfterOf(headers.get("retry-after"), now);
  if (status >= 200 && status < 300) return { status, problem: null, retryAfterMs: null };
  if (status === 410) return { status, problem: "gone", retryAfterMs: null };
  return { status, problem: status < 400 ? "redirect" : "status", retryAfterMs };
}

function problemOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof ConnectorError) return error.code;
  return signal.aborted ? "timeout" : "unreachable";
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
