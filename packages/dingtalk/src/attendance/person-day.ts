import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import type { DingTalk } from "../client.ts";
import {
  anything,
  instant,
  maybe,
  number,
  oneOf,
  type RejectedRow,
  readAnswer,
  readRows,
  text,
  truth,
} from "../lenient.ts";
import { checkType, punchResult } from "./punch-record.ts";

const PATH = "/topapi/attendance/getupdatedata";

/** An approval that touches the day. `duration` 4.5 with `unit` "hour"; `name` is the kind of leave, 事假. */
export interface DayApproval {
  readonly instanceId: string | null;
  readonly kind: "overtime" | "trip" | "leave" | null;
  readonly tag: string | null;
  readonly name: string | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly duration: number | null;
  readonly unit: string | null;
  readonly finishedAt: Instant | null;
}

/** One scheduled point of the day and what became of it; `at` is null when nobody punched. */
interface DayResult {
  readonly recordId: string | null;
  readonly type: "on" | "off";
  readonly result: z.output<typeof dayVerdict> | null;
  readonly locationResult: string | null;
  readonly sourceType: string | null;
  readonly at: Instant | null;
  readonly plannedAt: Instant | null;
  readonly planId: string | null;
  readonly instanceId: string | null;
}

/** One punch of the day; `matched` when it became a result. */
interface DayRecord {
  readonly recordId: string | null;
  readonly at: Instant;
  readonly matched: boolean;
  readonly sourceType: string | null;
  readonly invalidReason: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly accuracy: number | null;
}

/** Everything DingTalk knows of one person's one day. */
export interface PersonDay {
  readonly userId: string;
  readonly workDate: WorkDate;
  readonly results: readonly DayResult[];
  readonly approvals: readonly DayApproval[];
  readonly records: readonly DayRecord[];
  readonly rejected: readonly RejectedRow[];
}

const dayVerdict = z.union([oneOf({ NotSigned: "NotSigned" } as const), punchResult]);

const resultRow = z.object({
  record_id: maybe(text),
  check_type: checkType,
  time_result: maybe(dayVerdict),
  location_result: maybe(text),
  source_type: maybe(text),
  user_check_time: maybe(instant),
  plan_check_time: maybe(instant),
  plan_id: maybe(text),
  procInst_id: maybe(text),
});

const approvalRow = z.object({
  procInst_id: maybe(text),
  biz_type: maybe(oneOf({ 1: "overtime", 2: "trip", 3: "leave" } as const)),
  tag_name: maybe(text),
  sub_type: maybe(text),
  begin_time: instant,
  end_time: instant,
  duration: maybe(number),
  duration_unit: maybe(text),
  gmt_finished: maybe(instant),
});

const recordRow = z.object({
  record_id: maybe(text),
  user_check_time: instant,
  valid_matched: maybe(truth),
  source_type: maybe(text),
  invalid_record_type: maybe(text),
  invalid_record_msg: maybe(text),
  user_latitude: maybe(number),
  user_longitude: maybe(number),
  user_accuracy: maybe(number),
});

const dayAnswer = z.object({
  result: z.object({
    attendance_result_list: anything,
    approve_list: anything,
    check_record_list: anything,
  }),
});

/** One person's day with results, approvals and punches: one counted call per person and day, so for drill-down only, never in bulk. */
export async function personDay(dingtalk: DingTalk, userId: string, date: WorkDate): Promise<PersonDay> {
  const answer = await dingtalk.callOld(PATH, { userid: userId, work_date: date });
  const { result } = readAnswer(answer, PATH, dayAnswer);
  const results = readRows(result.attendance_result_list, resultRow, dayResult);
  const approvals = readRows(result.approve_list, approvalRow, dayApproval);
  const records = readRows(result.check_record_list, recordRow, dayRecord);
  return {
    userId,
    workDate: date,
    results: results.rows,
    approvals: approvals.rows,
    records: records.rows,
    rejected: [...results.rejected, ...approvals.rejected, ...records.rejected],
  };
}

function dayResult(row: z.output<typeof resultRow>): DayResult {
  return {
    recordId: row.record_id,
    type: row.check_type,
    result: row.time_result,
    locationResult: row.location_result,
    sourceType: row.source_type,
    at: row.time_result === "NotSigned" ? null : row.user_check_time,
    plannedAt: row.plan_check_time,
    planId: row.plan_id,
    instanceId: row.procInst_id,
  };
}

function dayApproval(row: z.output<typeof approvalRow>): DayApproval {
  return {
    instanceId: row.procInst_id,
    kind: row.biz_type,
    tag: row.tag_name,
    name: row.sub_type,
    from: row.begin_time,
    to: row.end_time,
    duration: row.duration,
    unit: row.duration_unit,
    finishedAt: row.gmt_finished,
  };
}

function dayRecord(row: z.output<typeof recordRow>): DayRecord {
  return {
    recordId: row.record_id,
    at: row.user_check_time,
    matched: row.valid_matched ?? false,
    sourceType: row.source_type,
    invalidReason: row.invalid_record_msg ?? row.invalid_record_type,
    lat: row.user_latitude,
    lng: row.user_longitude,
    accuracy: row.user_accuracy,
  };
}
