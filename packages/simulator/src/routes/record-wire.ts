import { midnight } from "../company/beijing.ts";
import { drawFrom } from "../company/random.ts";
import type { Ground } from "../wire/api.ts";
import type { JudgedPunch, PointResult, Workday } from "../world/workday.ts";

const RESULT_BASE = 311_000_000_000;
const PLAN_BASE = 402_000_000_000;

type Row = Record<string, unknown>;

/** A punch as `listRecord` writes it: invalid ones lack type, verdict, plan and group; machines have no coordinates. */
export function recordRow(punch: JudgedPunch, { person, day, plan }: Workday, ground: Ground): Row {
  const { spot, supply } = punch;
  const row = {
    id: punch.id,
    bizId: `E171DCCE${punch.id.toString(16).toUpperCase().padStart(12, "0")}`,
    corpId: ground.app.corpId,
    userId: person.userId,
    workDate: midnight(day),
    sourceType: punch.source,
    userCheckTime: punch.at,
    ...(supply ? { procInstId: supply.procInstId, approveId: supply.id } : { locationMethod: spot.method }),
    ...verdictOf(punch, { groupId: person.group.id, classId: plan.shift?.id }),
    ...(spot.address ? { userAddress: spot.address } : {}),
    ...positionOf(punch, person.deviceId),
    ...baseOf(punch),
    gmtCreate: punch.createdAt,
    gmtModified: punch.modifiedAt,
  };
  return jittered(row, punch.id, ground);
}

/** A point as `attendance/list` writes it; without a punch it is `NotSigned` by `SYSTEM`. */
export function resultRow({ point, punch, leave }: PointResult, { person, day }: Workday, ground: Ground): Row {
  const approval = punch?.supply ?? leave;
  const row = {
    id: RESULT_BASE + (point.planId - PLAN_BASE),
    userId: person.userId,
    workDate: midnight(day),
    checkType: point.type,
    timeResult: punch?.timeResult ?? "NotSigned",
    locationResult: punch?.locationResult ?? "NotSigned",
    sourceType: punch?.source ?? "SYSTEM",
    baseCheckTime: point.base,
    userCheckTime: punch?.at ?? point.base,
    planId: point.planId,
    groupId: person.group.id,
    ...(punch ? { recordId: punch.id } : {}),
    ...(approval ? { procInstId: approval.procInstId } : {}),
    ...(punch?.supply ? { approveId: punch.supply.id } : {}),
  };
  return jittered(row, row.id, ground);
}

function verdictOf(punch: JudgedPunch, { groupId, classId }: { groupId: number; classId: number | undefined }): Row {
  const { invalid, point, timeResult, locationResult } = punch;
  if (invalid) return { invalidRecordType: invalid.type, invalidRecordMsg: invalid.message };
  return {
    checkType: punch.type,
    timeResult,
    locationResult,
    isLegal: timeResult === "Normal" && locationResult === "Normal" ? "Y" : "N",
    groupId,
    ...(point ? { planId: point.planId, classId, planCheckTime: point.at, baseCheckTime: point.base } : {}),
  };
}

function positionOf({ spot }: JudgedPunch, deviceId: string): Row {
  if (spot.machine) return { deviceSN: spot.machine };
  if (spot.lat === null) return {};
  return {
    userLatitude: spot.lat,
    userLongitude: spot.lng,
    userAccuracy: spot.accuracy,
    deviceId,
    ...(spot.ssid ? { userSsid: spot.ssid, userMacAddr: spot.bssid } : {}),
    ...(spot.remark ? { outsideRemark: spot.remark } : {}),
  };
}

function baseOf({ spot }: JudgedPunch): Row {
  if (!spot.base || spot.machine) return {};
  return { baseAddress: spot.base.name, baseLatitude: spot.base.lat, baseLongitude: spot.base.lng };
}

/** The table of the page says String, its sample has numbers: with the switch on, a row has some of each. */
function jittered(row: Row, id: number, { seed, world }: Ground): Row {
  if (!world.switches.jitter) return row;
  const draw = drawFrom(seed, id, Math.floor(id / 4_294_967_296), 8);
  const changed = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === "number" && draw() < 0.5 ? String(value) : value,
  ]);
  return Object.fromEntries(changed);
}
