import { type ApiRoute, freeTop, type Ground } from "../wire/api.ts";
import { textOf } from "../wire/call.ts";
import { NewRefusal, OldRefusal } from "../wire/refusal.ts";
import type { Grant } from "../wire/tokens.ts";

export const loginRoutes: readonly ApiRoute[] = [
  freeTop("v2/user/getuserinfo", "qyapi_base", (call, { tokens, world }) => {
    const grant = tokens.redeemCode("client", textOf(call, "code"));
    if (grant === null) throw new OldRefusal(40078, "不存在的临时授权码");
    const person = world.person(grant.userId);
    if (!person) throw new OldRefusal(40079, "不存在授权信息");
    return {
      result: {
        userid: person.userId,
        device_id: person.deviceId,
        sys: person.sysLevel > 0,
        sys_level: person.sysLevel,
        unionid: person.unionId,
        name: person.name,
      },
    };
  }),
  {
    method: "POST",
    path: "/v1.0/oauth2/userAccessToken",
    host: "new",
    token: "none",
    counted: false,
    scope: "Contact.User.Read",
    answer({ body }, ground) {
      const { app, tokens } = ground;
      if (body.clientId !== app.appKey || body.clientSecret !== app.appSecret) {
        throw new NewRefusal(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret");
      }
      const grant = grantBehind(body, ground);
      const issued = tokens.issueUserToken(grant);
      return { ...issued, expireIn: tokens.seconds, ...(grant.withCorp ? { corpId: app.corpId } : {}) };
    },
  },
  {
    method: "GET",
    path: "/v1.0/contact/users/:unionId",
    host: "new",
    token: "user",
    counted: false,
    scope: "Contact.User.Read",
    answer({ headers, params }, { tokens, world }) {
      const token = headers.get("x-acs-dingtalk-access-token");
      if (!token) {
        throw new NewRefusal(400, "AuthenticationFailed.MissingParameter", "缺少参数：x-acs-dingtalk-access-token");
      }
      const person = world.person(tokens.userOf(token) ?? "");
      if (!person) throw new NewRefusal(400, "InvalidAuthentication", "不合法的access_token");
      if (params.unionId !== "me" && params.unionId !== person.unionId) {
        throw new NewRefusal(404, "invalidParameter.user.notFound", "用户不存在");
      }
      const { name, mobile, unionId } = person;
      const number = world.switches.mobileScope ? { mobile, stateCode: "86" } : {};
      return { nick: name, avatarUrl: "", openId: `o${unionId.slice(1)}`, unionId, ...number };
    },
  },
];

function grantBehind(body: Readonly<Record<string, unknown>>, { tokens }: Ground): Grant {
  const { grantType, code, refreshToken } = body;
  const isCode = grantType === "authorization_code";
  const grant = isCode ? tokens.redeemCode("browser", String(code ?? "")) : null;
  const again = grantType === "refresh_token" ? tokens.refreshed(String(refreshToken ?? "")) : null;
  const found = grant ?? again;
  if (found) return found;
  throw new NewRefusal(400, "invalidAuthCode", "不合法的临时授权码");
}
