import type { Instant } from "@today/core/time/minutes";
import { correctionId, isCorrection, type PunchRecord } from "./punch-record.ts";
import type { ResultRow } from "./punch-result.ts";

/**
 * The punches that approvals (补卡) and administrators put in and that are among the results but not among the records. Whether
 * DingTalk lists them as records too is unconfirmed: both ways the same correction is one punch with one `recordId`.
 */
export function punchesFromResults(results: readonly ResultRow[], records: readonly PunchRecord[]): PunchRecord[] {
  const known = new Set(records.flatMap(keysOfRecord));
  const punches = new Map<string, PunchRecord>();
  for (const row of results) {
    if (row.at === null || !isCorrection(row.sourceType)) continue;
    if (known.has(pointKey(row.userId, row.planId)) || known.has(minuteKey(row, row.at))) continue;
    const punch = punchOf(row, row.at);
    punches.set(punch.recordId, punch);
  }
  return [...punches.values()];
}

/** A late punch and the correction of its point share the schedule's id and are two punches, so only a correction's point is a key. */
function keysOfRecord(record: PunchRecord): string[] {
  if (!record.valid) return [];
  const minute = minuteKey(record, record.at);
  return isCorrection(record.sourceType) && record.planId !== null
    ? [minute, pointKey(record.userId, record.planId)]
    : [minute];
}

function minuteKey(punch: Pick<PunchRecord, "userId" | "type">, at: Instant): string {
  return correctionId({ userId: punch.userId, type: punch.type, at });
}

function pointKey(userId: string, planId: string | null): string {
  return `point:${userId}:${planId}`;
}

function punchOf(row: ResultRow, at: Instant): PunchRecord {
  return {
    recordId: correctionId({ userId: row.userId, type: row.type, at }),
    userId: row.userId,
    workDate: row.workDate,
    at,
    type: row.type,
    valid: true,
    invalidReason: null,
    result: row.result === "NotSigned" ? null : row.result,
    locationResult: row.locationResult,
    sourceType: row.sourceType,
    lat: null,
    lng: null,
    accuracy: null,
    ssid: null,
    bssid: null,
    machine: null,
    address: null,
    remark: null,
    planId: row.planId,
    groupId: row.groupId,
    shiftId: null,
    plannedAt: null,
    referenceAt: null,
    modifiedAt: null,
    raw: row.raw,
  };
}
