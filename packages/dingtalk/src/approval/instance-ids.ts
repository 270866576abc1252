import type { Instant } from "@today/core/time/minutes";
import type { DingTalk } from "../client.ts";
import { DingTalkError } from "../error.ts";
import { textOf } from "../field.ts";
import { fieldsOf } from "../json.ts";
import { listOf } from "../lenient.ts";

const PATH = "/v1.0/workflow/processes/instanceIds/query";
const PAGE = 20;
const MOST_DAYS = 120;
const DAY = 86_400_000;

/** Which approvals: of one form, begun from `from` to `to`; `statuses` and at most ten `userIds` narrow it. */
export interface InstanceQuery {
  readonly processCode: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly statuses?: readonly ("RUNNING" | "TERMINATED" | "COMPLETED")[];
  readonly userIds?: readonly string[];
}

/**
 * The ids of approvals page by page, one counted call for each twenty, so that the caller may stop. They are found by when they
 * began: one that began before the window and ended today is not among them. Throws a `RangeError` for more than 120 days.
 */
export async function* instanceIds(dingtalk: DingTalk, query: InstanceQuery): AsyncGenerator<string[]> {
  const { processCode, from, to, statuses, userIds } = query;
  if (!(from <= to && to - from <= MOST_DAYS * DAY)) throw new RangeError(`${PATH} takes at most ${MOST_DAYS} days`);
  if ((userIds?.length ?? 0) > 10) throw new RangeError(`${PATH} takes at most 10 people`);
  const narrowed = { ...(statuses ? { statuses } : {}), ...(userIds ? { userIds } : {}) };
  const seen = new Set<string>();
  for (let token: string | null = "0"; token !== null; ) {
    if (seen.has(token)) throw new DingTalkError({ kind: "unreadable", path: PATH, code: "endless-list" });
    seen.add(token);
    const nextToken = /^\d{1,15}$/.test(token) ? Number(token) : token;
    const asked = { processCode, startTime: from, endTime: to, nextToken, maxResults: PAGE, ...narrowed };
    const answer = await dingtalk.callNew("POST", PATH, asked);
    if (typeof answer.result !== "object") throw new DingTalkError({ kind: "unreadable", path: PATH, code: "result" });
    const page = fieldsOf(answer.result);
    const ids = listOf(page.list).flatMap((id) => textOf(id) ?? []);
    if (ids.length > 0) yield ids;
    token = textOf(page.nextToken);
  }
}
