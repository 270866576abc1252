import type { PunchResult } from "@today/core/punch";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import { beijingText } from "../beijing.ts";
import type { DingTalk } from "../client.ts";
import { instant, maybe, number, oneOf, type RejectedRow, readRows, text, workDate } from "../lenient.ts";
import { checkBatch } from "./batch.ts";

const PATH = "/attendance/listRecord";

/** One punch as DingTalk recorded it, `raw` being the row as received. Coordinates are GCJ-02 degrees, accuracy is metres. */
export interface PunchRecord {
  /** Stable and unique; punches that an approval or an administrator put in bear `correctionId` instead of DingTalk's number. */
  readonly recordId: string;
  readonly userId: string;
  readonly workDate: WorkDate | null;
  readonly at: Instant;
  /** Absent on invalid punches. */
  readonly type: "on" | "off" | null;
  readonly valid: boolean;
  readonly invalidReason: string | null;
  readonly result: PunchResult | null;
  readonly locationResult: string | null;
  readonly sourceType: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly accuracy: number | null;
  readonly ssid: string | null;
  readonly bssid: string | null;
  /** Serial number of the attendance machine. */
  readonly machine: string | null;
  readonly address: string | null;
  readonly remark: string | null;
  readonly planId: string | null;
  readonly groupId: string | null;
  readonly shiftId: string | null;
  readonly modifiedAt: Instant | null;
  readonly raw: unknown;
}

export const checkType = oneOf({ OnDuty: "on", OffDuty: "off" } as const);

export const punchResult = oneOf<PunchResult>({
  Normal: "Normal",
  Late: "Late",
  SeriousLate: "SeriousLate",
  Absenteeism: "Absenteeism",
  Early: "Early",
});

const recordRow = z.object({
  id: text,
  userId: text,
  userCheckTime: instant,
  workDate: maybe(workDate),
  checkType: maybe(checkType),
  invalidRecordType: maybe(text),
  invalidRecordMsg: maybe(text),
  timeResult: maybe(punchResult),
  locationResult: maybe(text),
  sourceType: maybe(text),
  userLatitude: maybe(number),
  userLongitude: maybe(number),
  userAccuracy: maybe(number),
  userSsid: maybe(text),
  userMacAddr: maybe(text),
  deviceSN: maybe(text),
  userAddress: maybe(text),
  outsideRemark: maybe(text),
  planId: maybe(text),
  groupId: maybe(text),
  classId: maybe(text),
  gmtModified: maybe(instant),
});

/** All punches, valid or not, of at most 50 people within at most 7 days, in one call; seconds count, milliseconds are cut off. */
export async function listRecords(
  dingtalk: DingTalk,
  query: { readonly userIds: readonly string[]; readonly from: Instant; readonly to: Instant },
): Promise<{ punches: PunchRecord[]; rejected: RejectedRow[] }> {
  const { userIds, from, to } = query;
  checkBatch({ path: PATH, userIds, most: 50, from, to, mostDays: 7 });
  const answer = await dingtalk.callOld(PATH, {
    userIds,
    checkDateFrom: beijingText(from),
    checkDateTo: beijingText(to),
    isI18n: false,
  });
  const { rows, rejected } = readRows(answer.recordresult, recordRow, punchRecord);
  return { punches: rows, rejected };
}

/** Whether a punch was not punched but put in by an approval (补卡) or an administrator. */
export function isCorrection(sourceType: string | null): boolean {
  return sourceType === "APPROVE" || sourceType === "BOSS";
}

/**
 * The id of a punch put in afterwards, the same whether it is seen among the results or among the records:
 * `"correction:zhao001:on:1789347420000"`, its minute. Whether their DingTalk numbers agree is unconfirmed (获取打卡详情).
 */
export function correctionId(punch: {
  readonly userId: string;
  readonly type: "on" | "off" | null;
  readonly at: Instant;
}) {
  return `correction:${punch.userId}:${punch.type}:${punch.at - (punch.at % 60_000)}`;
}

function punchRecord(row: z.infer<typeof recordRow>, raw: unknown): PunchRecord {
  const own = { userId: row.userId, at: row.userCheckTime, type: row.checkType };
  const valid = row.invalidRecordType === null && row.checkType !== null;
  return {
    recordId: isCorrection(row.sourceType) ? correctionId(own) : row.id,
    ...own,
    workDate: row.workDate,
    valid,
    invalidReason: valid ? null : (row.invalidRecordMsg ?? row.invalidRecordType ?? "no-check-type"),
    result: row.timeResult,
    locationResult: row.locationResult,
    sourceType: row.sourceType,
    lat: row.userLatitude,
    lng: row.userLongitude,
    accuracy: row.userAccuracy,
    ssid: row.userSsid,
    bssid: row.userMacAddr,
    machine: row.deviceSN,
    address: row.userAddress,
    remark: row.outsideRemark,
    planId: row.planId,
    groupId: row.groupId,
    shiftId: row.classId,
    modifiedAt: row.gmtModified,
    raw,
  };
}
