import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import type { DingTalk } from "../client.ts";
import { instant, maybe, type RejectedRow, readRows, text, truth, workDate } from "../lenient.ts";
import { checkBatch } from "./batch.ts";
import { checkType } from "./punch-record.ts";

const PATH = "/topapi/attendance/schedule/listbyusers";

/** One scheduled point of a person's work date, `planId` being what punches call it. On a rest day `rest` is true and there is no shift. */
export interface ScheduleRow {
  readonly planId: string;
  readonly userId: string;
  readonly groupId: string | null;
  readonly workDate: WorkDate;
  readonly type: "on" | "off" | null;
  readonly plannedAt: Instant | null;
  readonly shiftId: string | null;
  readonly shiftVersion: string | null;
  readonly rest: boolean;
  readonly approveId: string | null;
}

const scheduleRow = z.object({
  id: text,
  userid: text,
  group_id: maybe(text),
  work_date: workDate,
  check_type: maybe(checkType),
  plan_check_time: maybe(instant),
  shift_id: maybe(text),
  shift_version: maybe(text),
  is_rest: maybe(truth),
  approve_id: maybe(text),
});

/** The schedules of at most 50 people on at most 7 days, in one call. `opUserId` must be an attendance administrator. */
export async function schedules(
  dingtalk: DingTalk,
  query: {
    readonly opUserId: string;
    readonly userIds: readonly string[];
    readonly from: Instant;
    readonly to: Instant;
  },
): Promise<{ schedules: ScheduleRow[]; rejected: RejectedRow[] }> {
  const { opUserId, userIds, from, to } = query;
  checkBatch({ path: PATH, userIds, most: 50, from, to, mostDays: 7 });
  const answer = await dingtalk.callOld(PATH, {
    op_user_id: opUserId,
    userids: userIds.join(","),
    from_date_time: from,
    to_date_time: to,
  });
  const { rows, rejected } = readRows(answer.result, scheduleRow, scheduleOf);
  return { schedules: rows, rejected };
}

function scheduleOf(row: z.output<typeof scheduleRow>): ScheduleRow {
  const shiftId = row.shift_id === "0" ? null : row.shift_id;
  return {
    planId: row.id,
    userId: row.userid,
    groupId: row.group_id,
    workDate: row.work_date,
    type: row.check_type,
    plannedAt: row.plan_check_time,
    shiftId,
    shiftVersion: row.shift_version,
    rest: row.is_rest === true || shiftId === null,
    approveId: row.approve_id,
  };
}
