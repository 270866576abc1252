import type { ApiRoute } from "./api.ts";
import type { Fault } from "./fault.ts";
import { plainRefusal } from "./fault-kind.ts";
import { overBudget, tooFast } from "./quota.ts";
import { missingToken, NewRefusal, OldRefusal } from "./refusal.ts";

const BAN = '{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":"5131"}';
const BAN_PAGE = `<!doctype html><html><head><title>Denied</title></head><body>${BAN}</body></html>`;
const PROXY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
const HTML = { "content-type": "text/html;charset=utf-8" };
const CALLER = "203.0.113.9";
const BARE_88 = { errcode: 88, errmsg: "ding talk error[subcode=40014,submsg=不合法的access_token]" };

/** What stops a call before DingTalk's business systems see it; null for faults that come later. */
export async function outageAnswer(
  { host }: ApiRoute,
  { fault, signal }: { fault: Fault; signal: AbortSignal },
): Promise<Response | null> {
  const isOld = host === "old";
  switch (fault.kind) {
    case "html-ban":
      return new Response(BAN_PAGE, { headers: HTML });
    case "json-ban":
      return new Response(BAN, { headers: { "content-type": "application/json" } });
    case "html":
      return new Response(PROXY_PAGE, { headers: HTML });
    case "http500":
      return new Response("Internal Server Error", { status: 500 });
    case "http502":
    case "http503":
    case "http504":
      return new Response(PROXY_PAGE, { status: Number(fault.kind.slice(4)), headers: HTML });
    case "bare-88":
      return Response.json(BARE_88);
    case "429": {
      const body = isOld ? { errcode: -1, errmsg: "系统繁忙" } : { code: "system.busy", message: "系统繁忙" };
      return Response.json(body, { status: 429 });
    }
    case "busy": {
      if (isOld) return Response.json({ errcode: -1, errmsg: "系统繁忙" });
      return Response.json({ code: "ServiceUnavailable", message: "系统繁忙", requestid: "busy" }, { status: 503 });
    }
    case "timeout":
      await silence(fault.delayMs, signal);
      return new Response(null, { status: 504 });
    default:
      return null;
  }
}

/** The refusal that a fault stands for, in the words of the route's host; null when it stands for none. */
export function faultRefusal(fault: Fault, { host, scope }: ApiRoute, path: string): Error | null {
  const isOld = host === "old";
  switch (fault.kind) {
    case "token-missing":
      return missingToken(isOld, path);
    case "throttle":
      return tooFast(isOld, path);
    case "quota":
      return overBudget(isOld);
    case "ip": {
      const message = `访问ip不在白名单之中，request ip=${CALLER} appKey(simulator)`;
      return isOld
        ? new OldRefusal(60020, message, true)
        : new NewRefusal(403, "Forbidden.AccessDenied.IpNotInWhiteList", message);
    }
    case "permission":
      return scopeRefusal(isOld, scope);
    case "code":
      return codeRefusal(fault, isOld);
    default:
      return plainRefusal(fault.kind, isOld);
  }
}

/** 60011 or its new-host twin, with the scope that is missing. */
export function scopeRefusal(isOld: boolean, scope: string): Error {
  const message = `应用尚未开通所需的权限：[${scope}]`;
  return isOld
    ? new OldRefusal(60011, message, true)
    : new NewRefusal(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", message);
}

/** Spoils an answer on its way: late, cut off, empty, or with the line torn. */
export async function spoiled(answer: Response, fault: Fault, signal: AbortSignal): Promise<Response> {
  const { status, headers } = answer;
  if (fault.kind === "slow") {
    await silence(fault.delayMs, signal);
    return answer;
  }
  if (fault.kind === "empty") return new Response("", { status, headers });
  if (fault.kind !== "truncated" && fault.kind !== "reset") return answer;
  const text = await answer.text();
  const half = text.slice(0, Math.floor(text.length / 2));
  if (fault.kind === "truncated") return new Response(half, { status, headers });
  return new Response(torn(half), { status, headers });
}

function codeRefusal({ code, status, isBusiness }: Fault, isOld: boolean): Error {
  if (isOld) return new OldRefusal(Number(code ?? -1), "模拟的错误", !isBusiness);
  return new NewRefusal(status ?? 400, String(code ?? "unknownError"), "模拟的错误");
}

/** Half an answer, then the connection is gone. */
function torn(text: string): ReadableStream<Uint8Array> {
  const pieces = [new TextEncoder().encode(text)];
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.pop();
      if (piece) controller.enqueue(piece);
      else controller.error(new Error("the connection was reset"));
    },
  });
}

/** Real time passes until the caller gives up or the delay is over. */
function silence(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      done();
    });
  });
}
