import { Hono } from "hono";
import { controlDoor } from "./control/control.ts";
import type { House } from "./house.ts";
import { API_ROUTES } from "./routes/all.ts";
import { loginPage } from "./routes/login-page.ts";
import { answerApi } from "./wire/gate.ts";
import { OldRefusal } from "./wire/refusal.ts";
import { createPhones } from "./workbench/phone.ts";
import { workbench } from "./workbench/workbench.ts";

/** One app for both of DingTalk's hosts, the marked control path and the workbench. */
export function createDoors(house: House): Hono {
  const { ground } = house;
  const doors = new Hono();
  doors.route("/_simulator", controlDoor(house));
  const phones = createPhones(house.appUrl);
  doors.route("/", workbench(house, phones));
  doors.route("/", loginPage(ground));
  for (const route of API_ROUTES) {
    doors.on(route.method, route.path, (context) =>
      answerApi(route, { request: context.req.raw, params: context.req.param(), ground }),
    );
    const wrongVerb =
      route.method === "GET" ? new OldRefusal(43001, "需要GET请求") : new OldRefusal(43002, "需要POST请求");
    if (route.host === "old") doors.all(route.path, () => ground.envelope.oldError(route.path, wrongVerb));
  }
  doors.notFound(async (context) => {
    const { path } = context.req;
    const strayed = await phones.strayed(context);
    if (strayed) return strayed;
    return path.startsWith("/topapi/") ? ground.envelope.unknownMethod(path) : ground.envelope.unknownPath();
  });
  return doors;
}
