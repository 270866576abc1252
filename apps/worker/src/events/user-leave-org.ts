import { minuteMs } from "@today/core/time/minutes";
import { letGo } from "@today/db/directory";
import { readPerson } from "@today/dingtalk/directory";
import { mayPass } from "../batch-failure.ts";
import type { Context } from "../context.ts";
import { type EventOf, type EventVerb, punchesOf } from "../event-taking.ts";

const lateMs = 60 * minuteMs;

/**
 * Who leaves is pulled a last time: DingTalk soon tells nothing more of them (employee leaves event). Their sessions end. An event that
 * was missed for more than an hour may be overtaken: who is listed again stays.
 */
export const takeLeavers: EventVerb<"user_leave_org"> = async (ctx, event) => {
  const leavers = await leaversOf(ctx, event);
  const punches = await punchesOf(ctx, leavers).catch((error: unknown) => {
    if (mayPass(error)) throw error;
    return [];
  });
  const arrival = { companyId: ctx.company.id, at: ctx.now };
  return { statements: [...punches, ...letGo(ctx.db, arrival, leavers)], people: leavers };
};

async function leaversOf(ctx: Context, { userIds, bornAt }: EventOf<"user_leave_org">): Promise<readonly string[]> {
  if (bornAt === null || ctx.now - bornAt < lateMs) return userIds;
  const found = await Promise.all(userIds.map((userId) => readPerson(ctx.dingtalk, userId)));
  return userIds.filter((_, n) => found[n] === null);
}
