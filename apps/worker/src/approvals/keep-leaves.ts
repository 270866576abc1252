import { addDays, dayRange, type WorkDate } from "@today/core/time/date";
import { workDateOf } from "@today/core/time/zone";
import { keepLeaves, type ReceivedLeave } from "@today/db/leave";
import { addLeaveNotices } from "@today/db/leave-notice";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { noticeRules } from "../notice-rules.ts";
import { leaveNewsOf } from "./leave-news.ts";
import type { LeaveOutcome } from "./leave-standing.ts";

const longest = 400;

/** Statements that keep leaves and tell the managers whose projects they take hours from; the last are those that insert leaves. */
export async function keepLeaveOutcome(
  ctx: Context,
  { leaves, turn, statements }: LeaveOutcome,
): Promise<{ readonly mark: readonly D1PreparedStatement[]; readonly insert: readonly D1PreparedStatement[] }> {
  const { db, company, now } = ctx;
  const arrival = { companyId: company.id, at: now };
  const today = todayOf(ctx);
  const news = await leaveNewsOf(ctx, turn);
  const isTold = news.length > 0 && (await noticeRules(ctx)).leave;
  const notices = isTold ? addLeaveNotices(db, { ...arrival, today }, news) : [];
  const { mark, insert } = keepLeaves(
    db,
    { ...arrival, datesOf: (leave) => datesOfLeave(leave, company.zone) },
    leaves,
  );
  return { mark: [...notices, ...statements, ...mark], insert };
}

/** The work dates a leave may touch: a night shift's last hours are on the next day. */
function datesOfLeave({ fromAt, toAt }: ReceivedLeave, zone: string): readonly WorkDate[] {
  return dayRange(addDays(workDateOf(fromAt, zone), -1), workDateOf(toAt, zone)).slice(0, longest);
}
