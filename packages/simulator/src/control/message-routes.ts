import { Hono } from "hono";
import { isoText } from "../company/beijing.ts";
import { drawFrom, hexadecimal } from "../company/random.ts";
import type { House } from "../house.ts";
import { askedOf, optionalText, Problem, textIn } from "./asked.ts";

/** What people find in DingTalk from the app: notices, todos and the robot's messages, newest first. */
export function messageRoutes({ ground, changed }: House): Hono {
  const { world } = ground;
  const routes = new Hono();
  routes.get("/notices", (context) => {
    const userId = context.req.query("userId");
    const found = world.notices.filter(({ delivered }) => !userId || delivered.includes(userId));
    return context.json({ notices: found.map((notice) => ({ ...notice, at: isoText(notice.at) })).reverse() });
  });
  routes.post("/notices/:taskId/read", async (context) => {
    const userId = textIn(await askedOf(context.req.raw), "userId");
    const taskId = Number(context.req.param("taskId"));
    const notice = world.notices.find((one) => one.taskId === taskId);
    if (!notice?.delivered.includes(userId)) throw new Problem("they did not get such a notice", 404);
    const read = [...new Set([...notice.read, userId])];
    world.apply({ kind: "notice-change", taskId, change: { read } });
    changed();
    return context.json({ read });
  });
  routes.get("/todos", (context) => {
    const unionId = world.person(context.req.query("userId") ?? "")?.unionId;
    const found = world.todos.filter(
      ({ executors, isDeleted }) => !isDeleted && (!unionId || executors.includes(unionId)),
    );
    return context.json({ todos: found.toReversed() });
  });
  routes.get("/robot-messages", (context) => {
    const userId = context.req.query("userId");
    const found = world.robotMessages.filter(({ userIds }) => !userId || userIds.includes(userId));
    return context.json({ messages: found.map((one) => ({ ...one, at: isoText(one.at) })).reverse() });
  });
  routes.post("/robot-messages/:key/read", async (context) => {
    const userId = textIn(await askedOf(context.req.raw), "userId");
    const message = world.robotMessages.find(({ key }) => key === context.req.param("key"));
    if (!message?.userIds.includes(userId)) throw new Problem("they did not get such a message", 404);
    const read = [...message.read.filter((one) => one.userId !== userId), { userId, at: ground.clock.now() }];
    world.apply({ kind: "robot", message: { ...message, read } });
    changed();
    return context.json({ read });
  });
  routes.post("/webhook-robots", async (context) => {
    const asked = await askedOf(context.req.raw);
    const number = world.webhookRobots.length + 1;
    const token = hexadecimal(drawFrom(ground.seed, number, 23), 64);
    const keywords = Array.isArray(asked.keywords) ? asked.keywords.map(String) : [];
    const robot = {
      token,
      group: optionalText(asked, "group") ?? "项目群",
      secret: optionalText(asked, "secret"),
      keywords,
    };
    world.apply({ kind: "webhook-robot", robot });
    changed();
    return context.json({ robot });
  });
  return routes;
}
