import type { ApiRoute } from "../wire/api.ts";
import { NewRefusal, OldRefusal } from "../wire/refusal.ts";

const free = { token: "none", counted: false, scope: "qyapi_base" } as const;

export const tokenRoutes: readonly ApiRoute[] = [
  {
    ...free,
    method: "GET",
    path: "/gettoken",
    host: "old",
    answer({ query }, { app, tokens }) {
      const key = query.get("appkey") ?? query.get("corpid");
      const secret = query.get("appsecret") ?? query.get("corpsecret");
      if (!key || !secret) throw new OldRefusal(40035, "缺少参数 corpid or appkey");
      if (key !== app.appKey || secret !== app.appSecret) throw new OldRefusal(40096, "不合法的appKey或appSecret");
      return { access_token: tokens.appToken(), expires_in: tokens.seconds };
    },
  },
  {
    ...free,
    method: "POST",
    path: "/v1.0/oauth2/accessToken",
    host: "new",
    answer({ body }, { app, tokens }) {
      if (body.appKey !== app.appKey || body.appSecret !== app.appSecret) {
        throw new NewRefusal(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret");
      }
      return { accessToken: tokens.appToken(), expireIn: tokens.seconds };
    },
  },
  {
    ...free,
    method: "POST",
    path: "/v1.0/oauth2/:corpId/token",
    host: "new",
    answer({ body, params }, { app, tokens }) {
      if (params.corpId !== app.corpId) throw new NewRefusal(500, "unknownError", "未知错误");
      if (body.grant_type !== "client_credentials") {
        throw new NewRefusal(400, "unsupported.grant.type", "不支持的grant_type");
      }
      if (body.client_id !== app.appKey || body.client_secret !== app.appSecret) {
        throw new NewRefusal(400, "invalid.client", "无效的client_id或者client_secret");
      }
      return { access_token: tokens.appToken(), expires_in: tokens.seconds };
    },
  },
  {
    ...free,
    token: "app",
    method: "POST",
    path: "/v1.0/oauth2/jsapiTickets",
    host: "new",
    answer: (_call, { tokens }) => ({ jsapiTicket: tokens.ticket(), expireIn: tokens.seconds }),
  },
  {
    ...free,
    token: "app",
    method: "GET",
    path: "/get_jsapi_ticket",
    host: "old",
    answer: (_call, { tokens }) => ({ ticket: tokens.ticket(), expires_in: tokens.seconds }),
  },
];
