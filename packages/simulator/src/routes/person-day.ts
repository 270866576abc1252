import { midnight, wallText } from "../company/beijing.ts";
import { instantOf } from "../company/shift.ts";
import type { Ground } from "../wire/api.ts";
import { type ApprovedSpan, isInForce } from "../world/approval-effect.ts";
import type { Leave } from "../world/leave.ts";
import type { JudgedPunch, PointResult, Workday } from "../world/workday.ts";

type Row = Record<string, unknown>;

/** One person's one day as `getupdatedata` writes it: times and coordinates are text, and one key is `procInst_id`. */
export function personDay(workday: Workday, { app, world, clock }: Ground): Row {
  const { person, day, plan, results, punches } = workday;
  const from = midnight(day);
  const now = clock.now();
  const leaves = world.leaves(person, from, from + 86_400_000).filter((leave) => isInForce(leave, now));
  const spans = world.spans(person, from, from + 86_400_000).filter((span) => isInForce(span, now));
  const rest = plan.shift?.rest;
  return {
    userid: person.userId,
    corpId: app.corpId,
    work_date: wallText(from),
    attendance_result_list: results.map((result) => resultOf(result, workday)),
    approve_list: [...leaves.map(leaveRow), ...spans.map(spanRow)],
    check_record_list: punches.map((punch) => recordOf(punch, results)),
    class_setting_info: {
      rest_time_vo_list: rest
        ? [{ rest_begin_time: instantOf(day, rest.start), rest_end_time: instantOf(day, rest.end) }]
        : [],
    },
  };
}

function leaveRow(leave: Leave): Row {
  return {
    procInst_id: leave.procInstId,
    biz_type: 3,
    tag_name: "请假",
    sub_type: leave.type.name,
    begin_time: wallText(leave.start),
    end_time: wallText(leave.end),
    duration: String(leave.percent / 100),
    duration_unit: leave.unit === "percent_hour" ? "hour" : "day",
    gmt_finished: wallText(leave.approvedAt),
  };
}

const SPAN_NAMES = { overtime: "加班", trip: "出差", outing: "外出" } as const;

function spanRow({ kind, procInstId, start, end, amount, unit, approvedAt }: ApprovedSpan): Row {
  return {
    procInst_id: procInstId,
    biz_type: kind === "overtime" ? 1 : 2,
    tag_name: SPAN_NAMES[kind],
    begin_time: wallText(start),
    end_time: wallText(end),
    duration: String(amount),
    duration_unit: unit,
    gmt_finished: wallText(approvedAt),
  };
}

function resultOf({ point, punch, leave }: PointResult, { person, plan }: Workday): Row {
  const approval = punch?.supply ?? leave;
  return {
    ...(punch ? { record_id: punch.id, user_address: punch.spot.address, location_method: punch.spot.method } : {}),
    source_type: punch?.source ?? "SYSTEM",
    plan_check_time: wallText(point.at),
    user_check_time: wallText(punch?.at ?? point.base),
    check_type: point.type,
    time_result: punch?.timeResult ?? "NotSigned",
    location_result: punch?.locationResult ?? "NotSigned",
    ...(punch?.spot.remark ? { outside_remark: punch.spot.remark } : {}),
    plan_id: point.planId,
    class_id: plan.shift?.id,
    group_id: person.group.id,
    ...(approval ? { procInst_id: approval.procInstId } : {}),
  };
}

function recordOf(punch: JudgedPunch, results: readonly PointResult[]): Row {
  const { spot, invalid } = punch;
  return {
    record_id: punch.id,
    source_type: punch.source,
    valid_matched: results.some((result) => result.punch === punch),
    user_check_time: wallText(punch.at),
    ...(spot.lat === null
      ? {}
      : {
          user_longitude: String(spot.lng),
          user_latitude: String(spot.lat),
          user_accuracy: String(spot.accuracy?.toFixed(1)),
        }),
    ...(spot.ssid ? { user_ssid: spot.ssid, user_mac_addr: spot.bssid } : {}),
    ...(spot.base ? { base_address: spot.base.name } : {}),
    ...(invalid ? { invalid_record_type: invalid.type, invalid_record_msg: invalid.message } : {}),
  };
}
