import type { ApiRoute, Ground } from "./api.ts";
import { type Call, readCall } from "./call.ts";
import { refusalAnswer } from "./envelope.ts";
import type { Fault } from "./fault.ts";
import { faultRefusal, outageAnswer, scopeRefusal, spoiled } from "./fault-answer.ts";
import { missingToken, NewRefusal, OldRefusal } from "./refusal.ts";

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
    const answer = await answerSound(route, { call: await readCall(request, params), ground, fault });
    return fault ? await spoiled(answer, fault, request.signal) : answer;
  } catch (thrown) {
    const error = settled(thrown, path, ground);
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
  const refusal = fault && faultRefusal(fault, route, path);
  if (refusal) throw refusal;
  if (route.vendorOnly && !ground.world.switches.vendorOnlyCalls) throw scopeRefusal(isOld, route.scope);
  ground.quota.admit({ path: route.path, isOld, isCounted: route.counted });
  ground.quota.count({ path: route.path, isCounted: route.counted });
  if (route.jsonOnly && call.contentType !== "json") throw new OldRefusal(43009, "POST的数据不是JSON格式");
  const body = await route.answer(call, ground);
  ground.quota.note(path, fault?.kind ?? "ok");
  if (body instanceof Response) return body;
  return isOld ? ground.envelope.oldAnswer(path, body) : Response.json(body);
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

/** Codes that the documents leave open (attendance.md 14, 3): too many ids, and spans other than of punches. */
function settled(error: unknown, path: string, { world }: Ground): unknown {
  if (!(error instanceof OldRefusal)) return error;
  const { tooManyIdsCode, spanCode } = world.switches;
  if (error.code === 40032) return new OldRefusal(Number(tooManyIdsCode), error.message);
  const isPunches = path === "/attendance/list" || path === "/attendance/listRecord";
  return error.code === 41041 && !isPunches ? new OldRefusal(Number(spanCode), error.message) : error;
}
