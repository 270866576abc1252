import type { Delivery, Inbound } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import { keepChange } from "@today/db/remote-change";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { openTarget } from "../targets/open.ts";

const longestId = 128;
/** A rush of deliveries is read together. */
const soonSeconds = 15;

/** Whether the far side may tell changes of a target; refuses `not-found` where it has no way to. */
export async function demandInbound(ctx: Context, targetId: string): Promise<void> {
  await inboundOf(ctx, targetId);
}

/**
 * Takes what the far side tells of changes: verified on the bytes as received, then only ids are believed, and what they name is read
 * again soon. Refuses `signature-invalid`; a delivery that came before changes nothing.
 */
export async function receiveChange(ctx: Context, targetId: string, delivery: Delivery): Promise<void> {
  const inbound = await inboundOf(ctx, targetId);
  if (!(await inbound.verify(delivery))) throw new Refusal("signature-invalid");
  const events = eventsOf(inbound, delivery);
  if (events.length === 0) return;
  const { db, company, now: at } = ctx;
  const isNew = await keepChange(db, company.id, {
    ...{ targetId, at },
    deliveryIds: events.flatMap(({ deliveryId }) => deliveryId?.slice(0, longestId) ?? []),
    projects: events.flatMap(({ projectId }) => projectId ?? []),
    tasks: events.flatMap(({ projectId, taskId }) => (projectId === null && taskId !== null ? [taskId] : [])),
  });
  if (isNew) await ctx.queue.sendBatch([{ body: { kind: "read-changes", targetId }, delaySeconds: soonSeconds }]);
}

function eventsOf(inbound: Inbound, delivery: Delivery) {
  try {
    return inbound.parse(delivery);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    throw new Refusal("invalid-input", { fields: [{ path: "", message: "Not a delivery of this product" }] });
  }
}

async function inboundOf(ctx: Context, targetId: string): Promise<Inbound> {
  try {
    const { session, abilities } = await openTarget(ctx, targetId);
    if (session.inbound === undefined || abilities.inbound === "none") throw new Refusal("not-found");
    return session.inbound;
  } catch (error) {
    if (error instanceof ConnectorError) throw new Refusal("not-found");
    throw error;
  }
}
