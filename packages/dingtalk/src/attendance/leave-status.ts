import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import type { DingTalk } from "../client.ts";
import { anything, instant, maybe, number, oneOf, type RejectedRow, readAnswer, readRows, text } from "../lenient.ts";
import { readPages } from "../page.ts";
import { checkBatch } from "./batch.ts";

const PATH = "/topapi/attendance/getleavestatus";
const PAGE = 20;

/** One leave of one person. 4.5 hours are `amountHundredths` 450 with `unit` "hour"; one day is 100 with "day". */
export interface LeaveStatus {
  readonly userId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly unit: "hour" | "day" | null;
  readonly amountHundredths: number | null;
  readonly leaveCode: string | null;
}

const leaveRow = z.object({
  userid: text,
  start_time: instant,
  end_time: instant,
  duration_unit: maybe(oneOf({ percent_hour: "hour", percent_day: "day" } as const)),
  duration_percent: maybe(number),
  leave_code: maybe(text),
});

const leavePage = z.object({ result: z.object({ leave_status: anything, has_more: anything }) });

/** The leaves of at most 100 people that touch a span of at most 180 days, all pages. */
export async function leaveStatus(
  dingtalk: DingTalk,
  query: { readonly userIds: readonly string[]; readonly from: Instant; readonly to: Instant },
): Promise<{ leaves: LeaveStatus[]; rejected: RejectedRow[] }> {
  const { userIds, from, to } = query;
  checkBatch({ path: PATH, userIds, most: 100, from, to, mostDays: 180 });
  const list = await readPages(PATH, PAGE, async (offset) => {
    const asked = { userid_list: userIds.join(","), start_time: from, end_time: to, offset, size: PAGE };
    const { result } = readAnswer(await dingtalk.callOld(PATH, asked), PATH, leavePage);
    return { list: result.leave_status, more: result.has_more };
  });
  const { rows, rejected } = readRows(list, leaveRow, (row) => ({
    userId: row.userid,
    from: row.start_time,
    to: row.end_time,
    unit: row.duration_unit,
    amountHundredths: row.duration_percent,
    leaveCode: row.leave_code,
  }));
  return { leaves: rows, rejected };
}
