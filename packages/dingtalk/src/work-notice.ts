import { z } from "zod";
import type { DingTalk } from "./client.ts";
import { type Fields, lacking, readEach, textOf } from "./field.ts";
import { anything, idList, maybe, type RejectedRow, readAnswer, text } from "./lenient.ts";

const SEND_PATH = "/topapi/message/corpconversation/asyncsend_v2";
const RESULT_PATH = "/topapi/message/corpconversation/getsendresult";
const MOST_PEOPLE = 100;
const MOST_BYTES = 2048;
const MOST_URL = 500;

/** A 工作通知: plain markdown, or a card with one or more buttons, each leading to an address. */
export type WorkNotice =
  | { readonly kind: "markdown"; readonly title: string; readonly text: string }
  | {
      readonly kind: "card";
      readonly title: string;
      readonly text: string;
      readonly buttons: readonly { readonly title: string; readonly url: string }[];
    };

/** What became of a notice. `dropped` people did not get it: over a limit, the same words twice a day, or forbidden. */
export interface WorkNoticeResult {
  readonly unknown: readonly string[];
  readonly failed: readonly string[];
  readonly read: readonly string[];
  readonly unread: readonly string[];
  readonly dropped: readonly { readonly userId: string; readonly code: string | null }[];
  readonly rejected: readonly RejectedRow[];
}

const sentAnswer = z.object({ task_id: text });
const resultAnswer = z.object({
  send_result: z.object({
    invalid_user_id_list: maybe(idList),
    forbidden_user_id_list: maybe(idList),
    forbidden_list: anything,
    failed_user_id_list: maybe(idList),
    read_user_id_list: maybe(idList),
    unread_user_id_list: maybe(idList),
  }),
});

/**
 * Sends a notice to at most 100 people, one counted call, and gives the id to ask `workNoticeResult` with. DingTalk drops in silence what
 * is over its limits, and the same words to the same person on one day: put the date or a number in each. Throws a `RangeError` for
 * what DingTalk would refuse: a message of more than 2,048 bytes, an address of more than 500 characters.
 */
export async function sendWorkNotice(
  dingtalk: DingTalk,
  notice: { readonly agentId: string; readonly userIds: readonly string[]; readonly message: WorkNotice },
): Promise<string> {
  const { agentId, userIds, message } = notice;
  if (userIds.length < 1 || userIds.length > MOST_PEOPLE) {
    throw new RangeError(`${SEND_PATH} takes 1 to ${MOST_PEOPLE} people, not ${userIds.length}`);
  }
  const msg = messageOf(message);
  if (new TextEncoder().encode(JSON.stringify(msg)).length > MOST_BYTES) {
    throw new RangeError(`${SEND_PATH} takes a message of at most ${MOST_BYTES} bytes`);
  }
  const asked = { agent_id: numericId(agentId), userid_list: userIds.join(","), to_all_user: false, msg };
  return readAnswer(await dingtalk.callOld(SEND_PATH, asked), SEND_PATH, sentAnswer).task_id;
}

/** What became of a notice of the last 24 hours; one counted call. */
export async function workNoticeResult(
  dingtalk: DingTalk,
  { agentId, taskId }: { readonly agentId: string; readonly taskId: string },
): Promise<WorkNoticeResult> {
  const asked = { agent_id: numericId(agentId), task_id: numericId(taskId) };
  const { send_result: result } = readAnswer(await dingtalk.callOld(RESULT_PATH, asked), RESULT_PATH, resultAnswer);
  const { rows, rejected } = readEach(result.forbidden_list, droppedOf);
  const told = new Set(rows.map(({ userId }) => userId));
  const untold = (result.forbidden_user_id_list ?? []).filter((userId) => !told.has(userId));
  return {
    unknown: result.invalid_user_id_list ?? [],
    failed: result.failed_user_id_list ?? [],
    read: result.read_user_id_list ?? [],
    unread: result.unread_user_id_list ?? [],
    dropped: [...rows, ...untold.map((userId) => ({ userId, code: null }))],
    rejected,
  };
}

function droppedOf(row: Fields): { userId: string; code: string | null } | string {
  const userid = textOf(row.userid);
  return userid === null ? lacking({ userid }) : { userId: userid, code: textOf(row.code) };
}

function messageOf(message: WorkNotice): object {
  const { title, text: markdown } = message;
  if (message.kind === "markdown") return { msgtype: "markdown", markdown: { title, text: markdown } };
  const { buttons } = message;
  const [first] = buttons;
  if (first === undefined) throw new RangeError("a card has at least one button");
  if (buttons.some(({ url }) => url.length > MOST_URL))
    throw new RangeError(`an address has at most ${MOST_URL} characters`);
  const single = { single_title: first.title, single_url: first.url };
  const several = {
    btn_orientation: "0",
    btn_json_list: buttons.map((button) => ({ title: button.title, action_url: button.url })),
  };
  return { msgtype: "action_card", action_card: { title, markdown, ...(buttons.length === 1 ? single : several) } };
}

/** DingTalk's samples write ids as numbers; one too long for a number goes as it is. */
function numericId(id: string): number | string {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}
