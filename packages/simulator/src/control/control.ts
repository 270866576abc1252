import { Hono } from "hono";
import { cors } from "hono/cors";
import type { House } from "../house.ts";
import { approvalRoutes } from "./approval-routes.ts";
import { Problem } from "./asked.ts";
import { checkinRoutes } from "./checkin-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import { departmentRoutes } from "./department-routes.ts";
import { employeeRoutes } from "./employee-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { happeningRoutes } from "./happening-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { reportRoutes } from "./report-routes.ts";
import { shiftRoutes } from "./shift-routes.ts";
import { streamRoutes } from "./stream-routes.ts";
import { viewRoutes } from "./view-routes.ts";

/** The marked back door: what nobody can do through DingTalk's own API. */
export function controlDoor(house: House): Hono {
  const door = new Hono();
  door.use(cors());
  door.onError((error, context) => {
    if (error instanceof Problem) return context.json({ problem: error.message }, error.status);
    return context.json({ problem: error.message }, 500);
  });
  for (const routes of [
    viewRoutes,
    clockRoutes,
    happeningRoutes,
    employeeRoutes,
    departmentRoutes,
    eventRoutes,
    checkinRoutes,
    reportRoutes,
    shiftRoutes,
    messageRoutes,
    streamRoutes,
    faultRoutes,
    approvalRoutes,
  ])
    door.route("/", routes(house));
  return door;
}
