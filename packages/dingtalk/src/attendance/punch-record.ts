import type { PunchResult } from "@today/core/punch";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { beijingText } from "../beijing.ts";
import type { DingTalk } from "../client.ts";
import { type Fields, instantOf, lacking, numberOf, readEach, textOf, wordOf, wordsOf, workDateOf } from "../field.ts";
import { oneOf, type RejectedRow } from "../lenient.ts";
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
  /** When the shift planned the punch, and from when it counts as late or early: a flexible shift moves the latter. */
  readonly plannedAt: Instant | null;
  readonly referenceAt: Instant | null;
  readonly modifiedAt: Instant | null;
  readonly raw: unknown;
}

const checkTypes = { OnDuty: "on", OffDuty: "off" } as const;
const results = {
  Normal: "Normal",
  Late: "Late",
  SeriousLate: "SeriousLate",
  Absenteeism: "Absenteeism",
  Early: "Early",
} as const satisfies Record<PunchResult, PunchResult>;

export const checkType = oneOf(checkTypes);
export const checkTypeWords = wordsOf(checkTypes);
export const punchResult = oneOf<PunchResult>(results);
export const punchResultWords = wordsOf(results);

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
  const { rows, rejected } = readEach(answer.recordresult, punchRecord);
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

function punchRecord(row: Fields): PunchRecord | string {
  const [id, userId, at] = [textOf(row.id), textOf(row.userId), instantOf(row.userCheckTime)];
  if (id === null || userId === null || at === null) return lacking({ id, userId, userCheckTime: at });
  const type = wordOf(checkTypeWords, row.checkType);
  const sourceType = textOf(row.sourceType);
  const invalidType = textOf(row.invalidRecordType);
  const valid = invalidType === null && type !== null;
  return {
    recordId: isCorrection(sourceType) ? correctionId({ userId, at, type }) : id,
    userId,
    at,
    type,
    workDate: workDateOf(row.workDate),
    valid,
    invalidReason: valid ? null : (textOf(row.invalidRecordMsg) ?? invalidType ?? "no-check-type"),
    result: wordOf(punchResultWords, row.timeResult),
    locationResult: textOf(row.locationResult),
    sourceType,
    ...whereOf(row),
    remark: textOf(row.outsideRemark),
    planId: textOf(row.planId),
    groupId: textOf(row.groupId),
    shiftId: textOf(row.classId),
    plannedAt: instantOf(row.planCheckTime),
    referenceAt: instantOf(row.baseCheckTime),
    modifiedAt: instantOf(row.gmtModified),
    raw: row,
  };
}

function whereOf(row: Fields) {
  return {
    lat: numberOf(row.userLatitude),
    lng: numberOf(row.userLongitude),
    accuracy: numberOf(row.userAccuracy),
    ssid: textOf(row.userSsid),
    bssid: textOf(row.userMacAddr),
    machine: textOf(row.deviceSN),
    address: textOf(row.userAddress),
  };
}
