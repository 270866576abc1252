import { type Instant, minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { readWaitingPunchEvents } from "@today/db/event";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import { type EventVerb, punchesOf } from "../event-taking.ts";
import { collectPush } from "../quota/collecting.ts";

const peopleACall = 50;
const dayMs = minutesPerDay * minuteMs;

/**
 * Punches: those of up to 50 people that wait are pulled in one call, because a push bears neither record id nor direction. What was
 * missed for more than a day comes with the night, and what the plan has no calls for with the next pull.
 */
export const takePunches: EventVerb<"attendance_check_record"> = async (ctx, event, rowId) => {
  const waiting = await readWaitingPunchEvents(ctx.db, ctx.company.id, rowId);
  let people = new Set(peopleOf(event, ctx.now));
  const alongWith: string[] = [];
  for (const { id, body } of waiting) {
    const more = new Set([...people, ...peopleOf(JSON.parse(body), ctx.now)]);
    if (more.size > peopleACall) continue;
    people = more;
    alongWith.push(id);
  }
  if ((await collectPush(ctx)) === "left-to-the-pulls") return { statements: [], alongWith };
  return { statements: await punchesOf(ctx, [...people]), people: [...people], alongWith };
};

function peopleOf(event: DingTalkEvent, now: Instant): string[] {
  if (event.type !== "attendance_check_record") return [];
  return event.punches.filter(({ at }) => now - at < dayMs).map(({ userId }) => userId);
}
