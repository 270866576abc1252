import { Hono } from "hono";
import { isoText } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { drawFrom, hexadecimal } from "../company/random.ts";
import type { House } from "../house.ts";
import type { Ground } from "../wire/api.ts";
import { askedOf, optionalText, Problem, textIn } from "./asked.ts";

const ROBOT = "/v1.0/im/bot/messages/get";
const SESSION_LIFE = 90 * 60_000;

/** The app's Stream connections, and what people write to its robot. */
export function streamRoutes({ ground, delivery, changed }: House): Hono {
  const { stream, world, clock } = ground;
  const routes = new Hono();
  routes.get("/stream", (context) => {
    const connections = stream.list().map((one) => ({ ...one, since: isoText(one.since) }));
    return context.json({ connections, pending: delivery.pending });
  });
  routes.post("/stream/ping", async (context) => {
    const opaque = optionalText(await askedOf(context.req.raw), "opaque") ?? String(clock.now());
    return context.json({ pinged: stream.ping(opaque) });
  });
  routes.post("/stream/disconnect", async (context) => {
    const asked = await askedOf(context.req.raw);
    const reason = optionalText(asked, "reason") ?? "persistent connection is timeout";
    return context.json({ leaving: stream.disconnect(reason, optionalText(asked, "connectionId") ?? undefined) });
  });

  routes.post("/robot-message", async (context) => {
    const asked = await askedOf(context.req.raw);
    const person = world.person(textIn(asked, "userId"));
    if (!person) throw new Problem("nobody here is called so", 404);
    const message = robotMessage(ground, person, { text: textIn(asked, "text"), group: optionalText(asked, "group") });
    const messageId = stream.sendCallback(ROBOT, message);
    if (messageId === null) throw new Problem("no connection listens to the robot");
    changed();
    return context.json({ messageId, message });
  });
  return routes;
}

interface Said {
  readonly text: string;
  /** The `openConversationId` of a group, else it is said to the robot alone. */
  readonly group: string | null;
}

function robotMessage({ seed, app, clock }: Ground, person: Person, { text, group }: Said): object {
  const now = clock.now();
  const draw = drawFrom(seed, now, person.index, 21);
  return {
    conversationId: group ?? `cid${hexadecimal(drawFrom(seed, person.index, 22), 16)}==`,
    conversationType: group ? "2" : "1",
    ...(group ? { conversationTitle: "项目群", isInAtList: true } : {}),
    msgId: `msg${hexadecimal(draw, 16)}==`,
    msgtype: "text",
    text: { content: group ? ` ${text}` : text },
    createAt: now,
    senderId: `$:LWCP_v1:$${person.deviceId}`,
    senderNick: person.name,
    senderStaffId: person.userId,
    senderUnionId: person.unionId,
    senderCorpId: app.corpId,
    senderPlatform: "iOS",
    isAdmin: person.sysLevel > 0,
    chatbotCorpId: app.corpId,
    chatbotUserId: "$:LWCP_v1:$simulator",
    robotCode: app.appKey,
    sessionWebhook: `https://oapi.dingtalk.com/robot/sendBySession?session=${hexadecimal(draw, 16)}`,
    sessionWebhookExpiredTime: now + SESSION_LIFE,
  };
}
