import { readWaitingPunchEvents } from "@today/db/event";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import { type EventVerb, punchesOf } from "../event-taking.ts";

const peopleACall = 50;

/** Punches: those of up to 50 people that wait are pulled in one call, because a push bears neither record id nor direction. */
export const takePunches: EventVerb<"attendance_check_record"> = async (ctx, event, rowId) => {
  const waiting = await readWaitingPunchEvents(ctx.db, ctx.company.id, rowId);
  let people = new Set(peopleOf(event));
  const alongWith: string[] = [];
  for (const { id, body } of waiting) {
    const more = new Set([...people, ...peopleOf(JSON.parse(body))]);
    if (more.size > peopleACall) continue;
    people = more;
    alongWith.push(id);
  }
  return { statements: await punchesOf(ctx, [...people]), people: [...people], alongWith };
};

function peopleOf(event: DingTalkEvent): string[] {
  return event.type === "attendance_check_record" ? event.punches.map(({ userId }) => userId) : [];
}
