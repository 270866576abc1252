import { DAY, dayAt, SECOND } from "../company/beijing.ts";
import type { ApiRoute, Ground } from "../wire/api.ts";
import { type Call, numberOf } from "../wire/call.ts";
import { badParameter, missingParameter, OldRefusal } from "../wire/refusal.ts";
import { admitted, type Notice } from "../world/notice.ts";
import { peopleUnder } from "./directory-tree.ts";

const TYPES = ["text", "image", "voice", "file", "link", "oa", "markdown", "action_card"];
const MOST_BYTES = 2048;
const MOST_RECIPIENTS = 5000;
const MOST_TO_ALL = 3;
const MOST_TOLD = 100;
const SLOW_MS = 10 * SECOND;

/** 工作通知. Beyond its limits a call still succeeds; only `getsendresult` says what was dropped (platform.md 6.7). */
export const noticeRoutes: readonly ApiRoute[] = [
  route("asyncsend_v2", (call, ground) => {
    const { world, clock } = ground;
    checkAgent(call, ground);
    const msg = messageIn(call);
    const { userIds, invalid, invalidDepartments, toAll } = recipientsOf(call, ground);
    if (userIds.length > MOST_RECIPIENTS) throw new OldRefusal(41029, "接收人数过多");
    const today = world.notices.filter((one) => one.toAll && dayAt(one.at) === dayAt(clock.now()));
    if (toAll && today.length >= MOST_TO_ALL) throw new OldRefusal(41045, "全员消息每天最多3次");
    const at = clock.now();
    const taskId = 256_271_660_000 + world.notices.length + 1;
    const sent = admitted(world.notices, { msg, userIds, at });
    const notice = { taskId, at, msg, toAll, ...sent, invalid, invalidDepartments, read: [], recalledAt: null };
    world.apply({ kind: "notice", notice });
    return { task_id: taskId };
  }),
  route("getsendprogress", (call, ground) => {
    const isDone = isSent(noticeOf(call, ground, "task_id"), ground);
    return { progress: { progress_in_percent: isDone ? 100 : 0, status: isDone ? 2 : 0 } };
  }),
  route("getsendresult", (call, ground) => {
    const notice = noticeOf(call, ground, "task_id");
    return { send_result: isSent(notice, ground) ? resultOf(notice) : resultOf(null) };
  }),
  route("recall", (call, ground) => {
    const { taskId } = noticeOf(call, ground, "msg_task_id");
    ground.world.apply({ kind: "notice-change", taskId, change: { recalledAt: ground.clock.now() } });
    return {};
  }),
  route("status_bar/update", (call, ground) => {
    const { taskId, msg } = noticeOf(call, ground, "task_id");
    if (msg.msgtype !== "oa") throw new OldRefusal(400002, "参数错误，只有OA消息有状态栏");
    const { status_value, status_bg } = call.body;
    const oa = { ...Object(msg.oa), status_bar: { status_value, status_bg } };
    ground.world.apply({ kind: "notice-change", taskId, change: { msg: { ...msg, oa } } });
    return {};
  }),
];

function route(name: string, answer: ApiRoute["answer"]): ApiRoute {
  const path = `/topapi/message/corpconversation/${name}`;
  return { method: "POST", path, host: "old", token: "app", counted: true, scope: "qyapi_base", answer };
}

function checkAgent({ body }: Call, { app }: Ground): void {
  if (body.agent_id === undefined) throw missingParameter("agent_id");
  if (String(body.agent_id) !== app.agentId) throw new OldRefusal(40056, "不合法的agentid");
}

/** An object, or its text when the body is a form. */
function messageIn({ body }: Call): Notice["msg"] {
  let { msg } = body;
  if (typeof msg === "string") {
    try {
      msg = JSON.parse(msg);
    } catch {
      throw badParameter("msg");
    }
  }
  if (typeof msg !== "object" || msg === null) throw missingParameter("msg");
  const message: Record<string, unknown> = { ...msg };
  if (!TYPES.includes(String(message.msgtype))) throw new OldRefusal(40008, "不合法的消息类型");
  if (message[String(message.msgtype)] === undefined) throw missingParameter(String(message.msgtype));
  if (new TextEncoder().encode(JSON.stringify(message)).length > MOST_BYTES) throw badParameter("msg");
  return message;
}

interface Recipients extends Pick<Notice, "invalid" | "invalidDepartments" | "toAll"> {
  readonly userIds: readonly string[];
}

function recipientsOf({ body }: Call, { world }: Ground): Recipients {
  if (String(body.to_all_user) === "true") {
    return { userIds: world.people().map(({ userId }) => userId), invalid: [], invalidDepartments: [], toAll: true };
  }
  const asked = partsOf(body.userid_list, "userid_list", 100);
  const departments = partsOf(body.dept_id_list, "dept_id_list", 20);
  if (asked.length + departments.length === 0) throw missingParameter("userid_list");
  const isDepartment = (text: string) => world.departments().some(({ id }) => String(id) === text);
  const known = departments.filter(isDepartment);
  const below = known.flatMap((id) => peopleUnder(world, Number(id)).map(({ userId }) => userId));
  return {
    userIds: [...new Set([...asked.filter((userId) => world.person(userId)), ...below])],
    invalid: asked.filter((userId) => !world.person(userId)),
    invalidDepartments: departments.filter((id) => !isDepartment(id)),
    toAll: false,
  };
}

function partsOf(value: unknown, name: string, most: number): string[] {
  if (value === undefined || value === null || value === "") return [];
  const parts = String(value).split(",").filter(Boolean);
  if (parts.length > most) throw new OldRefusal(40032, `${name} 长度不合法，最大 ${most}`);
  return parts;
}

/** The notice of the last 24 hours that a task id names. */
function noticeOf(call: Call, ground: Ground, name: string): Notice {
  checkAgent(call, ground);
  const taskId = numberOf(call, name);
  const found = ground.world.notices.find((notice) => notice.taskId === taskId);
  if (!found || found.at < ground.clock.now() - DAY) throw new OldRefusal(400002, "参数错误，任务不存在或已超过24小时");
  return found;
}

function isSent({ at }: Notice, { world, clock }: Ground): boolean {
  return !world.switches.slowNotices || clock.now() >= at + SLOW_MS;
}

function resultOf(notice: Notice | null): object {
  const { delivered = [], read = [], dropped = [], invalid = [], invalidDepartments = [] } = notice ?? {};
  const isTold = delivered.length <= MOST_TOLD;
  return {
    invalid_user_id_list: invalid,
    forbidden_user_id_list: dropped.map(({ userId }) => userId),
    forbidden_list: dropped.map(({ code, userId }) => ({ code, count: 1, userid: userId })),
    failed_user_id_list: [],
    read_user_id_list: isTold ? read : [],
    unread_user_id_list: isTold ? delivered.filter((userId) => !read.includes(userId)) : [],
    invalid_dept_id_list: invalidDepartments,
  };
}
