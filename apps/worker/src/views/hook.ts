import type { StoredHook } from "@today/db/hook";
import type { DeliveryRow } from "@today/db/hook-event";
import type { Context } from "../context.ts";
import { type EventType, eventTypes } from "../hooks/event-type.ts";
import { isoOf } from "./instant.ts";

/** A hook as it leaves the house. */
export function hookView({ company, now }: Pick<Context, "company" | "now">, hook: StoredHook) {
  const at = (instant: number | null) => (instant === null ? null : isoOf(instant, company.zone));
  const { id, kind, name, host, projectId, state, problem, waiting, failed, keyId, version } = hook;
  return {
    ...{ id, kind, name, host, projectId, state, problem, waiting, failed, keyId, version },
    events: hook.events.filter((type): type is EventType => type in eventTypes),
    problemAt: problem === null ? null : at(hook.problemAt),
    deliveredAt: at(hook.deliveredAt),
    oldSecretUntil: hook.oldSecretUntil > now ? at(hook.oldSecretUntil) : null,
    createdAt: isoOf(hook.createdAt, company.zone),
  };
}

/** A delivery as it leaves the house. */
export function deliveryView({ company }: Pick<Context, "company">, { nextAt, sentAt, at, ...delivery }: DeliveryRow) {
  return {
    ...delivery,
    at: isoOf(at, company.zone),
    sentAt: sentAt === null ? null : isoOf(sentAt, company.zone),
    nextAt: delivery.state === "waiting" && nextAt > 0 ? isoOf(nextAt, company.zone) : null,
  };
}
