import type { ApiRoute } from "../wire/api.ts";
import { OldRefusal } from "../wire/refusal.ts";
import { webhookProblem } from "../wire/webhook-robots.ts";

const TYPES = ["text", "markdown", "link", "actionCard", "feedCard"];

/** 自定义机器人: its own token stands in the address, and no token of the app. */
export const webhookRobotRoutes: readonly ApiRoute[] = [
  {
    method: "POST",
    path: "/robot/send",
    host: "old",
    token: "none",
    counted: false,
    scope: "qyapi_base",
    jsonOnly: true,
    answer({ query, body }, { world, clock, robotPace }) {
      const token = query.get("access_token");
      if (!token) throw new OldRefusal(400101, "access_token is missing");
      const robot = world.webhookRobots.find((one) => one.token === token);
      if (!robot) throw new OldRefusal(300005, "token is not exist");
      const { msgtype } = body;
      if (typeof msgtype !== "string" || !TYPES.includes(msgtype) || body[msgtype] === undefined) {
        throw new OldRefusal(400105, "unsupported msgtype");
      }
      const said = { timestamp: query.get("timestamp"), sign: query.get("sign"), text: JSON.stringify(body) };
      const problem = webhookProblem(robot, said, clock.now()) ?? robotPace(token);
      if (problem) throw new OldRefusal(problem.code, problem.message);
      const key = `webhook-${world.robotMessages.length + 1}`;
      const message = {
        key,
        at: clock.now(),
        userIds: [],
        group: robot.group,
        msgKey: msgtype,
        param: body,
        read: [],
        recalledAt: null,
      };
      world.apply({ kind: "robot", message });
      return {};
    },
  },
];
