import { candidateDates, type Schedule, workDateOfPunch } from "@today/core/shift";
import { type DayKey, groupRows } from "@today/db/arrival";
import type { Database } from "@today/db/database";
import { type ReceivedPunch, readPunchVersions } from "@today/db/punch";
import { type ReceivedSchedule, readShifts } from "@today/db/schedule";
import { punchesFromResults } from "@today/dingtalk/attendance/correction";
import type { PunchRecord } from "@today/dingtalk/attendance/punch-record";
import type { Context } from "../context.ts";
import type { Answers } from "./ask.ts";

/** The punches of a batch's answers, each with its work date: records, and corrections that only the results know. */
export async function punchesOf(
  ctx: Context,
  answers: Answers,
  schedules: readonly ReceivedSchedule[],
): Promise<ReceivedPunch[]> {
  const corrections = punchesFromResults(answers.results, answers.records);
  const punches = [...answers.records, ...(await unknownOf(ctx, corrections))];
  const dateOf = await dateReader(
    ctx,
    punches.filter(({ workDate }) => workDate === null),
    schedules,
  );
  return punches.map((punch) => ({
    personId: punch.userId,
    date: punch.workDate ?? dateOf(punch),
    recordId: punch.recordId,
    at: punch.at,
    type: punch.type,
    valid: punch.valid,
    invalidReason: punch.invalidReason,
    result: punch.result,
    locationResult: punch.locationResult,
    sourceType: punch.sourceType,
    lat: punch.lat,
    lng: punch.lng,
    accuracy: punch.accuracy,
    ssid: punch.ssid,
    bssid: punch.bssid,
    machine: punch.machine,
    address: punch.address,
    remark: punch.remark,
    planId: punch.planId,
    modifiedAt: punch.modifiedAt,
  }));
}

/** Corrections at whose minute no punch is kept yet: a record says more than a result. */
async function unknownOf({ db, company }: Context, corrections: readonly PunchRecord[]): Promise<PunchRecord[]> {
  const days = corrections.flatMap(({ userId, workDate }) =>
    workDate === null ? [] : [{ personId: userId, date: workDate }],
  );
  const kept = await readPunchVersions(db, company.id, days);
  const known = new Set(kept.map(({ personId, type, at }) => minuteKey(personId, type, at)));
  return corrections.filter(({ userId, type, at }) => !known.has(minuteKey(userId, type, at)));
}

function minuteKey(personId: string, type: string | null, at: number): string {
  return `${personId}\n${type}\n${Math.floor(at / 60_000)}`;
}

async function dateReader(
  { db, company }: Context,
  dateless: readonly PunchRecord[],
  fresh: readonly ReceivedSchedule[],
): Promise<(punch: PunchRecord) => string> {
  const schedules = await schedulesAround(db, { companyId: company.id, zone: company.zone }, dateless);
  const byPerson = groupRows([...schedules, ...fresh], ({ personId }) => personId);
  return (punch) => {
    const type = punch.type ?? "on";
    const own: readonly Schedule[] = byPerson.get(punch.userId) ?? [];
    return workDateOfPunch({ at: punch.at, type, workDate: null }, own, company.zone);
  };
}

function schedulesAround(
  db: Database,
  { companyId, zone }: { readonly companyId: string; readonly zone: string },
  punches: readonly PunchRecord[],
): Promise<(DayKey & Schedule)[]> {
  const days = punches.flatMap(({ userId, at }) =>
    candidateDates(at, zone).map((date) => ({ personId: userId, date })),
  );
  const distinct = new Map(days.map((day) => [`${day.personId}\n${day.date}`, day]));
  return distinct.size === 0 ? Promise.resolve([]) : readShifts(db, companyId, [...distinct.values()]);
}
