import type { PunchResult } from "@today/core/punch";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import { beijingInstant } from "../beijing.ts";
import type { DingTalk } from "../client.ts";
import { instant, maybe, oneOf, type RejectedRow, readRows, text, workDate } from "../lenient.ts";
import { readPages } from "../page.ts";
import { checkBatch } from "./batch.ts";
import { checkType, punchResult } from "./punch-record.ts";

const PATH = "/attendance/list";
const PAGE = 50;

/** DingTalk's verdict on one scheduled point of a work date. `at` is null when nobody punched (`NotSigned`). */
export interface ResultRow {
  readonly resultId: string;
  readonly userId: string;
  readonly workDate: WorkDate;
  readonly type: "on" | "off";
  readonly result: PunchResult | "NotSigned" | null;
  readonly locationResult: string | null;
  readonly at: Instant | null;
  readonly plannedAt: Instant | null;
  readonly recordId: string | null;
  readonly sourceType: string | null;
  readonly approveId: string | null;
  readonly planId: string | null;
  readonly groupId: string | null;
  readonly raw: unknown;
}

const resultRow = z.object({
  id: text,
  userId: text,
  workDate,
  checkType,
  timeResult: maybe(z.union([oneOf({ NotSigned: "NotSigned" } as const), punchResult])),
  locationResult: maybe(text),
  userCheckTime: maybe(instant),
  baseCheckTime: maybe(instant),
  recordId: maybe(text),
  sourceType: maybe(text),
  approveId: maybe(text),
  planId: maybe(text),
  groupId: maybe(text),
});

/** The results of at most 50 people on whole work dates, at most 7 of them (`fromDate` and `toDate` included), all pages. */
export async function listResults(
  dingtalk: DingTalk,
  query: { readonly userIds: readonly string[]; readonly fromDate: WorkDate; readonly toDate: WorkDate },
): Promise<{ results: ResultRow[]; rejected: RejectedRow[] }> {
  const { userIds, fromDate, toDate } = query;
  const [from, to] = [beijingInstant(fromDate) ?? Number.NaN, beijingInstant(toDate) ?? Number.NaN];
  checkBatch({ path: PATH, userIds, most: 50, from, to, mostDays: 6 });
  const pages = readPages(PATH, PAGE, async (offset) => {
    const answer = await dingtalk.callOld(PATH, {
      userIdList: userIds,
      workDateFrom: `${fromDate} 00:00:00`,
      workDateTo: `${toDate} 00:00:00`,
      offset,
      limit: PAGE,
      isI18n: false,
    });
    return { list: answer.recordresult, more: answer.hasMore };
  });
  const { rows, rejected } = readRows(await pages, resultRow, resultOf);
  return { results: rows, rejected };
}

function resultOf(row: z.output<typeof resultRow>, raw: unknown): ResultRow {
  return {
    resultId: row.id,
    userId: row.userId,
    workDate: row.workDate,
    type: row.checkType,
    result: row.timeResult,
    locationResult: row.locationResult,
    // A missing punch bears the planned time as its own (获取打卡结果, observed).
    at: row.timeResult === "NotSigned" ? null : row.userCheckTime,
    plannedAt: row.baseCheckTime,
    recordId: row.recordId,
    sourceType: row.sourceType,
    approveId: row.approveId,
    planId: row.planId,
    groupId: row.groupId,
    raw,
  };
}
