import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { DingTalk } from "../client.ts";
import { type Fields, instantOf, lacking, readEach, textOf, truthOf, wordOf, workDateOf } from "../field.ts";
import type { RejectedRow } from "../lenient.ts";
import { checkBatch } from "./batch.ts";
import { checkTypeWords } from "./punch-record.ts";

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
  const { rows, rejected } = readEach(answer.result, scheduleOf);
  return { schedules: rows, rejected };
}

function scheduleOf(row: Fields): ScheduleRow | string {
  const [id, userid, workDate] = [textOf(row.id), textOf(row.userid), workDateOf(row.work_date)];
  if (id === null || userid === null || workDate === null) return lacking({ id, userid, work_date: workDate });
  const shift = textOf(row.shift_id);
  const shiftId = shift === "0" ? null : shift;
  return {
    planId: id,
    userId: userid,
    groupId: textOf(row.group_id),
    workDate,
    type: wordOf(checkTypeWords, row.check_type),
    plannedAt: instantOf(row.plan_check_time),
    shiftId,
    shiftVersion: textOf(row.shift_version),
    rest: truthOf(row.is_rest) === true || shiftId === null,
    approveId: textOf(row.approve_id),
  };
}
