import { markStep } from "@today/db/connection-check";
import { keepPush } from "@today/db/event";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import { isCountedPush } from "@today/dingtalk/quota";
import { todayOf } from "./author.ts";
import type { Context } from "./context.ts";
import { collectPush } from "./quota/collecting.ts";

const longestName = 64;

/**
 * Counts a push, keeps its event and puts it on the queue; one that came before is only counted. Gives false, and does nothing, when
 * the event is of another organisation.
 */
export async function keepEvent(ctx: Context, event: DingTalkEvent): Promise<boolean> {
  const { db, company, now } = ctx;
  if (event.corpId !== null && event.corpId !== company.id) return false;
  if (event.type === "check_url") {
    await db.batch([markStep(db, { companyId: company.id, at: now }, "events", { code: "check-url" })]);
    return true;
  }
  const arrival = { companyId: company.id, at: now, date: todayOf(ctx) };
  const { id, type } = event;
  const name = nameOf(event);
  const counted = type !== "over-quota" && isCountedPush(name);
  const isNew = await keepPush(db, arrival, { id, type, name, counted, body: JSON.stringify(event) });
  if (!isNew) return true;
  const wait = type === "attendance_check_record" ? await waitOf(ctx) : 0;
  await ctx.queue.sendBatch([{ body: { kind: "take-event", eventId: id }, delaySeconds: wait }]);
  return true;
}

/** Seconds until pushed punches are pulled together. */
async function waitOf(ctx: Context): Promise<number> {
  const push = await collectPush(ctx);
  return push === "left-to-the-pulls" ? 0 : Math.max(0, Math.ceil((push.takenAt - ctx.now) / 1000));
}

function nameOf(event: DingTalkEvent): string {
  const name = event.type === "unknown" || event.type === "over-quota" ? event.name : "";
  return (name || event.type).slice(0, longestName);
}
