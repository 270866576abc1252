import { describe, expect, it } from "vitest";
import { decode } from "./envelope.ts";
import { DingTalkError } from "./error.ts";

const path = "/attendance/list";

function refusal(body: unknown, status = 200): DingTalkError {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  try {
    decode({ path, status, text, retryAfterMs: null });
  } catch (error) {
    if (error instanceof DingTalkError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

describe("decode", () => {
  it("hands over the whole body of an old answer with errcode 0, also as text", () => {
    const text = JSON.stringify({ errcode: "0", recordresult: [1] });
    expect(decode({ path, status: 200, text, retryAfterMs: null })).toMatchObject({ recordresult: [1] });
  });

  it("hands over a new answer without an envelope", () => {
    const answer = decode({ path, status: 200, text: '{"accessToken":"t"}', retryAfterMs: null });
    expect(answer).toEqual({ accessToken: "t" });
  });

  it.each([
    [-1, "busy"],
    [40014, "credentials"],
    [40096, "credentials"],
    [60121, "not-found"],
    [60011, "permission"],
    [50002, "permission"],
    [60020, "ip-refused"],
    [90018, "throttled"],
    [90002, "throttled"],
    [90020, "quota"],
    [90001, "banned"],
    [90017, "banned"],
    [41041, "bad-request"],
    [22, "bad-request"],
    [404, "bad-request"],
    [987654, "bad-request"],
  ])("reads old code %i as %s, bare or wrapped in 88 in either way", (code, kind) => {
    const errmsg = `ding talk error[subcode=${code},submsg=…]`;
    expect(refusal({ errcode: code })).toMatchObject({ kind, code: String(code) });
    expect(refusal({ errcode: 88, sub_code: String(code), errmsg })).toMatchObject({ kind, code: String(code) });
    expect(refusal({ errcode: 88, errmsg })).toMatchObject({ kind, code: String(code) });
  });

  it.each([
    ["InvalidAuthentication", 400, "credentials"],
    ["invalidClientIdOrSecret", 400, "credentials"],
    ["Forbidden.AccessDenied.IpNotInWhiteList", 403, "ip-refused"],
    ["Forbidden.AccessDenied.AccessTokenPermissionDenied", 403, "permission"],
    ["apiPermissionDenied", 400, "permission"],
    ["Forbidden.AccessDenied.ApiCountLimitForOrg", 403, "quota"],
    ["Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", 403, "throttled"],
    ["Forbidden.AccessDenied.QpmLimitForAppkeyAndApi", 403, "throttled"],
    ["Forbidden.AccessDenied.QpsLimitForApi", 403, "throttled"],
    ["processInstanceNotExist", 400, "not-found"],
    ["invalidParameter.user.notFound", 404, "not-found"],
    ["AuthenticationFailed.MissingParameter", 400, "bad-request"],
    ["system.busy", 429, "busy"],
    ["systemError", 500, "busy"],
    ["somethingNew", 503, "busy"],
    ["somethingNew", 400, "bad-request"],
  ])("reads new code %s with status %i as %s", (code, status, kind) => {
    expect(refusal({ code, message: "…", requestid: "R-1" }, status)).toMatchObject({ kind, code, requestId: "R-1" });
  });

  it("names the refused address of an ip refusal on either host", () => {
    const errmsg = "访问ip不在白名单之中，请参考FAQ：…,request ip=203.0.113.9 appKey(dingfixture)";
    const message = "访问ip不在白名单之中,request ip=2001:db8::7 appKey(dingfixture)";
    expect(refusal({ errcode: 60020, errmsg }).refusedAddress).toBe("203.0.113.9");
    expect(refusal({ code: "Forbidden.AccessDenied.IpNotInWhiteList", message }, 403).refusedAddress).toBe(
      "2001:db8::7",
    );
  });

  it("names the missing permission points on either host", () => {
    const sub_msg =
      "应用尚未开通所需的权限：[qyapi_get_attendance_data],点击链接申请并开通即可：https://open-dev.dingtalk.com/x";
    expect(refusal({ errcode: 88, sub_code: "60011", sub_msg }).missingScopes).toEqual(["qyapi_get_attendance_data"]);
    const denied = {
      code: "Forbidden.AccessDenied.AccessTokenPermissionDenied",
      message: "没有调用该接口的权限",
      accessdenieddetail: { requiredScopes: ["Workflow.Instance.Read"] },
    };
    expect(refusal(denied, 403).missingScopes).toEqual(["Workflow.Instance.Read"]);
  });

  it("reads a ban page and status 1111 as a ban of five minutes", () => {
    expect(refusal("<!doctype html><p>punish</p>")).toMatchObject({ kind: "banned", retryAfterMs: 300_000 });
    const ban = { status: 1111, wait: 5, source: "x5", punish: "deny", uuid: "u" };
    expect(refusal(ban)).toMatchObject({ kind: "banned", code: "1111", retryAfterMs: 300_000 });
  });

  it("tells a broken gateway and a wrong address from a ban", () => {
    expect(refusal("<h1>Bad Gateway</h1>", 502).kind).toBe("busy");
    expect(refusal("<h1>Not Found</h1>", 404).kind).toBe("unreadable");
    expect(refusal("<a>moved</a>", 302).kind).toBe("unreadable");
  });

  it.each(["", "oops", "[1]", '"text"', "null", '{"errcode":'])("finds %j unreadable", (text) => {
    expect(refusal(text).kind).toBe("unreadable");
    expect(refusal(text, 503).kind).toBe("busy");
  });

  it("says nothing of the text that DingTalk sent", () => {
    const error = refusal({ errcode: 60121, errmsg: "用户 zhao001 不存在 appKey(dingfixture)" });
    expect(error.message).toBe("DingTalk /attendance/list: not-found (60121)");
  });
});
