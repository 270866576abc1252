import type { ApiRoute } from "../wire/api.ts";
import { NewRefusal } from "../wire/refusal.ts";

const TYPES = ["EVENT", "CALLBACK", "SYSTEM"];

export const streamRoutes: readonly ApiRoute[] = [
  {
    method: "POST",
    path: "/v1.0/gateway/connections/open",
    host: "new",
    token: "none",
    counted: false,
    scope: "qyapi_base",
    answer({ body, headers }, { app, stream }) {
      if (body.clientId !== app.appKey || body.clientSecret !== app.appSecret) {
        throw new NewRefusal(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret");
      }
      const asked = Array.isArray(body.subscriptions) ? body.subscriptions.map(Object) : [];
      const subscriptions = asked.map(({ type, topic }) => ({ type: String(type), topic: String(topic) }));
      const isWrong = subscriptions.some(
        ({ type, topic }) => !TYPES.includes(type) || (type === "EVENT" && topic !== "*"),
      );
      if (subscriptions.length === 0 || isWrong) throw new NewRefusal(400, "invalidParameter", "subscriptions不合法");
      const scheme = headers.get("x-forwarded-proto") === "https" ? "wss" : "ws";
      const host = headers.get("host") ?? "simulator";
      return { endpoint: `${scheme}://${host}/connect`, ticket: stream.ticket(subscriptions) };
    },
  },
];
