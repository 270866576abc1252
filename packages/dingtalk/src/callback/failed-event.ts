import { z } from "zod";
import type { DingTalk } from "../client.ts";
import { anything, maybe, type RejectedRow, readRows, text, truth } from "../lenient.ts";
import { eventHash } from "./callback.ts";
import { type DingTalkEvent, lowerKeys, normaliseEvent } from "./event.ts";

const PATH = "/call_back/get_call_back_failed_result";

const failedRow = z.looseObject({ call_back_tag: text, event_time: anything });

/**
 * The pushes that failed three times, at most 200. Each call makes DingTalk forget what the previous one returned, so keep
 * these before asking again. Without an `eventId` of its own an event gets another `id` here than in its push.
 */
export async function failedEvents(
  dingtalk: DingTalk,
): Promise<{ events: DingTalkEvent[]; hasMore: boolean; rejected: RejectedRow[] }> {
  const answer = await dingtalk.callOld(PATH, null);
  const { rows, rejected } = readRows(answer.failed_list, failedRow, eventOf);
  return { events: await Promise.all(rows), hasMore: maybe(truth).parse(answer.has_more) ?? false, rejected };
}

/** The body lies under the tag's name, and inside it once more under `callbackData`, `bpmsCallBackData` or `roleLabelChange`. */
async function eventOf(row: z.output<typeof failedRow>, raw: unknown): Promise<DingTalkEvent> {
  const body = lowerKeys(row[row.call_back_tag]);
  const inner = lowerKeys(body.callbackdata ?? body.bpmscallbackdata ?? body.rolelabelchange);
  const id = await eventHash(new TextEncoder().encode(JSON.stringify(raw)));
  return normaliseEvent({ ...body, ...inner, eventType: row.call_back_tag, eventTime: row.event_time }, id);
}
