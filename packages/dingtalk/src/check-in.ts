import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import { checkBatch } from "./attendance/batch.ts";
import type { DingTalk } from "./client.ts";
import { DingTalkError } from "./error.ts";
import { type Fields, lacking, numberOf, readEach, textOf } from "./field.ts";
import { anything, listOf, maybe, number, type RejectedRow, readAnswer } from "./lenient.ts";
import { plausibleInstant } from "./moment.ts";
import { readPages } from "./page.ts";

const DEPARTMENT_PATH = "/checkin/record";
const PEOPLE_PATH = "/topapi/checkin/record/get";
const PAGE = 100;

/** A 签到: somebody's free report of where they are. DingTalk gives it no id: a person and an instant are its identity, `checkInId`. */
export interface CheckIn {
  readonly checkInId: string;
  readonly userId: string;
  readonly at: Instant;
  /** The name that was chosen, and the full address. */
  readonly place: string | null;
  readonly address: string | null;
  /** GCJ-02 degrees, presumed: the documents do not say. */
  readonly lat: number | null;
  readonly lng: number | null;
  readonly remark: string | null;
  /** Addresses of the photos; how long they live is unconfirmed. */
  readonly photos: readonly string[];
  /** Whom they visited, an external contact's id or a typed name; told by `checkInsOfPeople` only. */
  readonly visited: string | null;
  readonly raw: unknown;
}

export interface CheckIns {
  readonly checkIns: CheckIn[];
  readonly rejected: RejectedRow[];
}

const peoplePage = z.object({ result: z.object({ page_list: anything, next_cursor: maybe(number) }) });

/** The 签到 of a department and all below it, at most 1,000 people and 45 days; one counted call for each hundred. */
export async function checkInsOfDepartment(
  dingtalk: DingTalk,
  query: { readonly departmentId: string; readonly from: Instant; readonly to: Instant },
): Promise<CheckIns> {
  const { departmentId, from, to } = query;
  checkBatch({ path: DEPARTMENT_PATH, userIds: [departmentId], most: 1, from, to, mostDays: 45 });
  const window = { department_id: departmentId, start_time: `${from}`, end_time: `${to}`, order: "asc" };
  const list = await readPages(DEPARTMENT_PATH, PAGE, async (offset) => {
    const page = { ...window, offset: `${offset}`, size: `${PAGE}` };
    const answer = await dingtalk.callOld(DEPARTMENT_PATH, null, { query: page });
    // There is no "has more": a short page is the last one, also when it is empty.
    return { list: answer.data, more: listOf(answer.data).length >= PAGE };
  });
  return checkInsIn(list);
}

/** The 签到 of at most ten people within one day, or of one person within ten; one counted call for each hundred. */
export async function checkInsOfPeople(
  dingtalk: DingTalk,
  query: { readonly userIds: readonly string[]; readonly from: Instant; readonly to: Instant },
): Promise<CheckIns> {
  const { userIds, from, to } = query;
  checkBatch({ path: PEOPLE_PATH, userIds, most: 10, from, to, mostDays: userIds.length === 1 ? 10 : 1 });
  const rows: unknown[] = [];
  const seen = new Set<number>();
  for (let cursor: number | null = 0; cursor !== null; ) {
    if (seen.has(cursor)) throw new DingTalkError({ kind: "unreadable", path: PEOPLE_PATH, code: "endless-list" });
    seen.add(cursor);
    const asked: object = { userid_list: userIds.join(","), start_time: from, end_time: to, cursor, size: PAGE };
    const { result } = readAnswer(await dingtalk.callOld(PEOPLE_PATH, asked), PEOPLE_PATH, peoplePage);
    rows.push(...listOf(result.page_list));
    cursor = result.next_cursor;
  }
  return checkInsIn(rows);
}

/** The same 签到 may be on two pages when another is made between the calls. */
function checkInsIn(list: readonly unknown[]): CheckIns {
  const { rows, rejected } = readEach(list, checkInOf);
  return { checkIns: [...new Map(rows.map((row) => [row.checkInId, row])).values()], rejected };
}

function checkInOf(row: Fields): CheckIn | string {
  const userId = textOf(row.userId) ?? textOf(row.userid);
  const at = plausibleInstant(row.timestamp) ?? plausibleInstant(row.checkin_time);
  if (userId === null || at === null) return lacking({ userId, timestamp: at });
  return {
    checkInId: `check-in:${userId}:${at}`,
    ...{ userId, at },
    place: textOf(row.place),
    address: textOf(row.detailPlace) ?? textOf(row.detail_place),
    ...whereOf(row),
    remark: textOf(row.remark),
    photos: listOf(row.imageList ?? row.image_list).flatMap((link) => textOf(link) ?? []),
    visited: textOf(row.visit_user),
    raw: row,
  };
}

/** 0, 0 lies in the sea and means that the phone knew no place. */
function whereOf(row: Fields): { lat: number | null; lng: number | null } {
  const [lat, lng] = [numberOf(row.latitude), numberOf(row.longitude)];
  const isPlace =
    lat !== null && lng !== null && Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0);
  return isPlace ? { lat, lng } : { lat: null, lng: null };
}
