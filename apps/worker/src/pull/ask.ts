import { instantAt } from "@today/core/time/zone";
import type { Rejected } from "@today/db/rejected-row";
import { type LeaveStatus, leaveStatus } from "@today/dingtalk/attendance/leave-status";
import { listRecords, type PunchRecord } from "@today/dingtalk/attendance/punch-record";
import { listResults, type ResultRow } from "@today/dingtalk/attendance/punch-result";
import { type ScheduleRow, schedules } from "@today/dingtalk/attendance/schedule";
import type { Context } from "../context.ts";
import { operatorOf } from "./operator.ts";
import { groupsOf, type PullWork } from "./work.ts";

/** What DingTalk said to a batch; a row that could not be read is set aside and spoils nothing. */
export interface Answers {
  readonly records: PunchRecord[];
  readonly results: ResultRow[];
  readonly schedules: ScheduleRow[];
  readonly leaves: LeaveStatus[];
  readonly rejected: Rejected[];
}

interface Unread {
  readonly reason: string;
  readonly raw: unknown;
}

const fifty = 50;
const hundred = 100;
const almostADayMs = 86_399_000;

/** Asks everything a batch has to ask, in full calls of 50 or 100 people, all at the same time; throws when one call fails for good. */
export async function askDingTalk(ctx: Context, work: PullWork): Promise<Answers> {
  const answers: Answers = { records: [], results: [], schedules: [], leaves: [], rejected: [] };
  const calls = [
    ...groupsOf(work.people, fifty).flatMap((group) => [
      askRecords(ctx, { ...work, people: group }, answers),
      askResults(ctx, { ...work, people: group }, answers),
      askSchedules(ctx, { ...work, people: group }, answers),
    ]),
    ...groupsOf(work.people, hundred).map((group) => askLeaves(ctx, { ...work, people: group }, answers)),
  ];
  // All are waited for: a call still under way would be repeated, and each is paid for.
  const failures = (await Promise.allSettled(calls)).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (failures.length > 0) throw failures[0];
  return answers;
}

async function askRecords({ dingtalk }: Context, work: PullWork, answers: Answers): Promise<void> {
  if (work.records === null) return;
  const { punches, rejected } = await listRecords(dingtalk, { userIds: work.people, ...work.records });
  const { known, strange } = aboutAsked(punches, work);
  answers.records.push(...known);
  answers.rejected.push(...setAside("attendance/listRecord", [...rejected, ...strange]));
}

async function askResults({ dingtalk }: Context, work: PullWork, answers: Answers): Promise<void> {
  if (work.results === null) return;
  const { from, to } = work.results;
  const { results, rejected } = await listResults(dingtalk, { userIds: work.people, fromDate: from, toDate: to });
  const { known, strange } = aboutAsked(results, work);
  answers.results.push(...known);
  answers.rejected.push(...setAside("attendance/list", [...rejected, ...strange]));
}

async function askSchedules(ctx: Context, work: PullWork, answers: Answers): Promise<void> {
  if (work.schedules === null) return;
  const answer = await schedules(ctx.dingtalk, {
    opUserId: await operatorOf(ctx),
    userIds: work.people,
    from: instantAt(work.schedules.from, 0, ctx.company.zone),
    to: instantAt(work.schedules.to, 0, ctx.company.zone) + almostADayMs,
  });
  const { known, strange } = aboutAsked(answer.schedules, work);
  answers.schedules.push(...known);
  answers.rejected.push(...setAside("attendance/schedule/listbyusers", [...answer.rejected, ...strange]));
}

async function askLeaves({ dingtalk }: Context, work: PullWork, answers: Answers): Promise<void> {
  if (work.leaves === null) return;
  const { leaves, rejected } = await leaveStatus(dingtalk, { userIds: work.people, ...work.leaves });
  const { known, strange } = aboutAsked(leaves, work);
  answers.leaves.push(...known);
  answers.rejected.push(...setAside("attendance/getleavestatus", [...rejected, ...strange]));
}

/** Rows about somebody who was not asked about are strange: their days would wait for a person nobody knows. */
function aboutAsked<Row extends { readonly userId: string; readonly raw?: unknown }>(
  rows: readonly Row[],
  { people }: PullWork,
): { known: Row[]; strange: Unread[] } {
  const asked = new Set(people);
  const strange = rows.filter(({ userId }) => !asked.has(userId));
  return {
    known: rows.filter(({ userId }) => asked.has(userId)),
    strange: strange.map((row) => ({ reason: "userId", raw: row.raw ?? row })),
  };
}

function setAside(source: string, rows: readonly Unread[]): Rejected[] {
  return rows.map(({ reason, raw }) => ({ source, reason, raw }));
}
