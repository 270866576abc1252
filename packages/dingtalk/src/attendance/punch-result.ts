import type { PunchResult } from "@today/core/punch";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { beijingInstant } from "../beijing.ts";
import type { DingTalk } from "../client.ts";
import { type Fields, instantOf, lacking, readEach, textOf, type Words, wordOf, workDateOf } from "../field.ts";
import type { RejectedRow } from "../lenient.ts";
import { readPages } from "../page.ts";
import { checkBatch } from "./batch.ts";
import { checkTypeWords, punchResultWords } from "./punch-record.ts";

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

const verdictWords: Words<PunchResult | "NotSigned"> = new Map([
  ...punchResultWords,
  ["NotSigned", "NotSigned"] as const,
]);

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
  const { rows, rejected } = readEach(await pages, resultOf);
  return { results: rows, rejected };
}

function resultOf(row: Fields): ResultRow | string {
  const [id, userId, workDate] = [textOf(row.id), textOf(row.userId), workDateOf(row.workDate)];
  const type = wordOf(checkTypeWords, row.checkType);
  if (id === null || userId === null || workDate === null || type === null) {
    return lacking({ id, userId, workDate, checkType: type });
  }
  const result = wordOf(verdictWords, row.timeResult);
  return {
    resultId: id,
    userId,
    workDate,
    type,
    result,
    locationResult: textOf(row.locationResult),
    // A missing punch bears the planned time as its own (获取打卡结果, observed).
    at: result === "NotSigned" ? null : instantOf(row.userCheckTime),
    plannedAt: instantOf(row.baseCheckTime),
    recordId: textOf(row.recordId),
    sourceType: textOf(row.sourceType),
    approveId: textOf(row.approveId),
    planId: textOf(row.planId),
    groupId: textOf(row.groupId),
    raw: row,
  };
}
