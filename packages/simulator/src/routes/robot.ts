import { DAY } from "../company/beijing.ts";
import { drawFrom, hexadecimal } from "../company/random.ts";
import type { ApiRoute, Ground } from "../wire/api.ts";
import type { Call } from "../wire/call.ts";
import { NewRefusal } from "../wire/refusal.ts";
import type { RobotMessage } from "../world/message.ts";

const SEND = { method: "POST", host: "new", token: "app", counted: true, scope: "qyapi_robot_sendmsg" } as const;
const MOST_PEOPLE = 20;
const MOST_BYTES = 15_000;

/** What the app's robot says to persons or into a group; `msgParam` is a text that contains JSON. */
export const robotRoutes: readonly ApiRoute[] = [
  {
    ...SEND,
    path: "/v1.0/robot/oToMessages/batchSend",
    answer(call, ground) {
      const { userIds } = call.body;
      if (!Array.isArray(userIds) || userIds.length === 0)
        throw refused("invalidParameter.userIds.empty", "userIds为空");
      if (userIds.length > MOST_PEOPLE) throw refused("invalidParameter.userIds.overMax", "userIds超过上限");
      const known = userIds.map(String).filter((userId) => ground.world.person(userId));
      const invalidStaffIdList = userIds.map(String).filter((userId) => !known.includes(userId));
      const processQueryKey = say(call, ground, { userIds: known, group: null });
      return { processQueryKey, invalidStaffIdList, flowControlledStaffIdList: [] };
    },
  },
  {
    ...SEND,
    path: "/v1.0/robot/groupMessages/send",
    answer(call, ground) {
      const group = call.body.openConversationId;
      if (typeof group !== "string") throw refused("miss.openConversationId", "openConversationId不合法");
      return { processQueryKey: say(call, ground, { userIds: [], group }) };
    },
  },
  { ...SEND, path: "/v1.0/robot/otoMessages/batchRecall", answer: recalled },
  { ...SEND, path: "/v1.0/robot/groupMessages/recall", answer: recalled },
  {
    ...SEND,
    method: "GET",
    path: "/v1.0/robot/oToMessages/readStatus",
    answer({ query }, ground) {
      const { world, app } = ground;
      if (query.get("robotCode") !== app.appKey) throw refused("invalidParameter.robotCode.invalid", "robotCode不合法");
      const message = sentOf(query.get("processQueryKey") ?? "", ground);
      if (!message) throw refused("invalidParameter.processQueryKey", "processQueryKey不合法");
      const messageReadInfoList = message.userIds.map((userId) => {
        const seen = message.read.find((one) => one.userId === userId);
        const own = { name: world.person(userId)?.name ?? "", userId, readStatus: seen ? "READ" : "UNREAD" };
        return { ...own, ...(seen ? { readTimestamp: seen.at } : {}) };
      });
      return { sendStatus: message.recalledAt === null ? "SUCCESS" : "RECALLED", messageReadInfoList };
    },
  },
];

function recalled({ body }: Call, ground: Ground): object {
  const { world, clock, app } = ground;
  if (body.robotCode !== app.appKey) throw refused("invalidParameter.robotCode.invalid", "robotCode不合法");
  const keys = Array.isArray(body.processQueryKeys) ? body.processQueryKeys.map(String) : [];
  if (keys.length === 0 || keys.length > MOST_PEOPLE)
    throw refused("invalidParameter.processQueryKeys", "processQueryKeys不合法");
  const found = keys.flatMap((key) => sentOf(key, ground) ?? []);
  for (const message of found) world.apply({ kind: "robot", message: { ...message, recalledAt: clock.now() } });
  const lost = keys.filter((key) => !found.some((message) => message.key === key));
  return {
    successResult: found.map(({ key }) => key),
    failedResult: Object.fromEntries(lost.map((key) => [key, "消息不存在或已超过24小时"])),
  };
}

/** What was said within the last 24 hours. */
function sentOf(key: string, { world, clock }: Ground): RobotMessage | undefined {
  return world.robotMessages.find((message) => message.key === key && message.at > clock.now() - DAY);
}

function say({ body }: Call, ground: Ground, to: { userIds: readonly string[]; group: string | null }): string {
  const { world, clock, seed, app } = ground;
  if (body.robotCode !== app.appKey) throw refused("invalidParameter.robotCode.invalid", "robotCode不合法");
  if (typeof body.msgKey !== "string") throw refused("invalidParameter.msgKey.invalid", "msgKey不合法");
  const key = `EQBwd0x${hexadecimal(drawFrom(seed, world.robotMessages.length, 17), 12)}`;
  world.apply({
    kind: "robot",
    message: {
      key,
      at: clock.now(),
      ...to,
      msgKey: body.msgKey,
      param: paramOf(body.msgParam),
      read: [],
      recalledAt: null,
    },
  });
  return key;
}

function paramOf(value: unknown): unknown {
  if (typeof value !== "string") throw refused("invalidParameter.msgParam.invalid", "msgParam不合法");
  if (new TextEncoder().encode(value).length > MOST_BYTES)
    throw refused("invalidParameter.msgParam.tooLong", "msgParam过长");
  try {
    return JSON.parse(value);
  } catch {
    throw refused("invalidParameter.msgParam.invalid", "msgParam不是JSON");
  }
}

function refused(code: string, message: string): NewRefusal {
  return new NewRefusal(400, code, message);
}
