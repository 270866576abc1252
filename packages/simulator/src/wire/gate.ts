import type { ApiRoute, Ground } from "./api.ts";
import { type Call, readCall } from "./call.ts";
import { refusalAnswer } from "./envelope.ts";
import type { Fault } from "./fault.ts";
import { overBudget, tooFast } from "./quota.ts";
import { NewRefusal, OldRefusal } from "./refusal.ts";

const BAN_PAGE =
  '<!doctype html><html><head><title>Denied</title></head><body>{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":"5131"}</body></html>';
const CALLER = "203.0.113.9";

/** One request to one of DingTalk's APIs, from the network to the answer: faults, token, rate, budget, then the route itself. */
export async function answerApi(
  route: ApiRoute,
  { request, params, ground }: { request: Request; params: Record<string, string>; ground: Ground },
): Promise<Response> {
  const { pathname: path } = new URL(request.url);
  const fault = ground.faults.hit(path);
  const outage = fault && (await outageAnswer(route, { fault, signal: request.signal }));
  if (outage) {
    ground.quota.note(path, fault.kind);
    return outage;
  }
  try {
    return await answerSound(route, { call: await readCall(request, params), ground, fault });
  } catch (error) {
    ground.quota.note(path, error instanceof OldRefusal || error instanceof NewRefusal ? String(error.code) : "crash");
    return refusalAnswer(ground.envelope, path, error);
  }
}

async function answerSound(
  route: ApiRoute,
  turn: { call: Call; ground: Ground; fault: Fault | null },
): Promise<Response> {
  const { call, ground, fault } = turn;
  const { path } = call;
  const isOld = route.host === "old";
  if (fault?.kind === "token-expired" && route.token !== "none") ground.tokens.revoke();
  if (route.token === "app") checkAppToken(isOld, { call, ground });
  if (fault) refuseBy(fault, route, path);
  if (route.vendorOnly && !ground.world.switches.vendorOnlyCalls) refuseScope(route);
  ground.quota.admit({ path: route.path, isOld, isCounted: route.counted });
  ground.quota.count({ path: route.path, isCounted: route.counted });
  if (route.jsonOnly && call.contentType !== "json") throw new OldRefusal(43009, "POST的数据不是JSON格式");
  const body = await route.answer(call, ground);
  ground.quota.note(path, "ok");
  if (body instanceof Response) return body;
  return isOld ? ground.envelope.oldAnswer(path, body) : Response.json(body);
}

/** What stops a call before DingTalk's business systems see it. */
async function outageAnswer(
  { host }: ApiRoute,
  { fault, signal }: { fault: Fault; signal: AbortSignal },
): Promise<Response | null> {
  const isOld = host === "old";
  if (fault.kind === "html-ban")
    return new Response(BAN_PAGE, { headers: { "content-type": "text/html;charset=utf-8" } });
  if (fault.kind === "http500") return new Response("Internal Server Error", { status: 500 });
  if (fault.kind === "429") {
    const body = isOld ? { errcode: -1, errmsg: "系统繁忙" } : { code: "system.busy", message: "系统繁忙" };
    return Response.json(body, { status: 429 });
  }
  if (fault.kind === "busy") {
    if (isOld) return Response.json({ errcode: -1, errmsg: "系统繁忙" });
    return Response.json({ code: "ServiceUnavailable", message: "系统繁忙", requestid: "busy" }, { status: 503 });
  }
  if (fault.kind !== "timeout") return null;
  await silence(fault.delayMs, signal);
  return new Response(null, { status: 504 });
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

function checkAppToken(isOld: boolean, { call, ground }: { call: Call; ground: Ground }): void {
  const token = isOld ? oldToken(call) : call.headers.get("x-acs-dingtalk-access-token");
  if (!token) throw missingToken(isOld, call.path);
  const state = ground.tokens.stateOf(token);
  if (state === "valid") return;
  if (!isOld) throw new NewRefusal(400, "InvalidAuthentication", "不合法的access_token");
  throw state === "expired"
    ? new OldRefusal(42001, "access_token超时", true)
    : new OldRefusal(40014, "不合法的access_token", true);
}

/** The query, or a field of a form; never a header, never a JSON body. */
function oldToken({ query, body, contentType }: Call): string | null {
  const inForm = contentType === "form" ? body.access_token : null;
  return query.get("access_token") ?? (typeof inForm === "string" ? inForm : null);
}

function missingToken(isOld: boolean, path: string): Error {
  if (!isOld) {
    return new NewRefusal(400, "AuthenticationFailed.MissingParameter", "缺少参数：x-acs-dingtalk-access-token");
  }
  if (path.startsWith("/topapi/")) return new OldRefusal(40000, "access_token is blank", true);
  return new OldRefusal(41001, "缺少access_token参数", true);
}

function refuseBy({ kind }: Fault, route: ApiRoute, path: string): void {
  const isOld = route.host === "old";
  if (kind === "throttle") throw tooFast(isOld, path);
  if (kind === "quota") throw overBudget(isOld);
  if (kind === "ip") {
    const message = `访问ip不在白名单之中，request ip=${CALLER} appKey(simulator)`;
    throw isOld
      ? new OldRefusal(60020, message, true)
      : new NewRefusal(403, "Forbidden.AccessDenied.IpNotInWhiteList", message);
  }
  if (kind === "permission") refuseScope(route);
}

function refuseScope({ host, scope }: ApiRoute): never {
  const message = `应用尚未开通所需的权限：[${scope}]`;
  throw host === "old"
    ? new OldRefusal(60011, message, true)
    : new NewRefusal(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", message);
}
