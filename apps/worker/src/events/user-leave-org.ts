import { letGo } from "@today/db/directory";
import { mayPass } from "../batch-failure.ts";
import { type EventVerb, punchesOf } from "../event-taking.ts";

/** Who leaves is pulled a last time: DingTalk soon tells nothing more of them (employee leaves event). Their sessions end. */
export const takeLeavers: EventVerb<"user_leave_org"> = async (ctx, { userIds }) => {
  const punches = await punchesOf(ctx, userIds).catch((error: unknown) => {
    if (mayPass(error)) throw error;
    return [];
  });
  const arrival = { companyId: ctx.company.id, at: ctx.now };
  return { statements: [...punches, ...letGo(ctx.db, arrival, userIds)], people: userIds };
};
