import { NewRefusal, OldRefusal } from "./refusal.ts";

/** Writes bodies as DingTalk's two hosts do, with counted request ids. */
export interface Envelope {
  /** A success of the old host; paths outside `topapi` have no request id. */
  oldAnswer(path: string, body: object): Response;
  oldError(path: string, refusal: OldRefusal): Response;
  newError(refusal: NewRefusal): Response;
  unknownMethod(path: string): Response;
  unknownPath(): Response;
}

const OK = { errcode: 0, errmsg: "ok" };

/** `wraps` says whether gateway errors of old paths outside `topapi` are wrapped as well (UNCONFIRMED in attendance.md 1.3). */
export function createEnvelope(wraps: () => boolean): Envelope {
  let count = 0;
  const requestId = () => {
    count += 1;
    return `sim${count.toString(36).padStart(9, "0")}`;
  };
  const traced = (path: string) => (isTop(path) ? { request_id: requestId() } : {});
  return {
    oldAnswer: (path, body) => Response.json({ ...OK, ...body, ...traced(path) }),
    oldError(path, { code, message, gateway }) {
      const wrapped = gateway && (isTop(path) || (wraps() && /^\/(attendance|checkin)\//.test(path)));
      if (!wrapped) return Response.json({ errcode: code, errmsg: message, ...traced(path) });
      return Response.json({
        errcode: 88,
        sub_code: String(code),
        sub_msg: message,
        errmsg: `ding talk error[subcode=${code},submsg=${message}]`,
        request_id: requestId(),
      });
    },
    newError({ status, code, message }) {
      count += 1;
      const requestid = `51310000-0000-7000-8000-${count.toString(16).toUpperCase().padStart(12, "0")}`;
      return Response.json({ code, requestid, message, ...accessDenied(code, message) }, { status });
    },
    unknownMethod(path) {
      const name = `dingtalk.oapi.${path.replace(/^\/topapi\//, "").replaceAll("/", ".")}`;
      return Response.json({
        errcode: 22,
        sub_msg: `不合法ApiName，ApiName = ${name}`,
        errmsg: `Invalid method[${name}]`,
        request_id: requestId(),
      });
    },
    unknownPath: () => Response.json({ errcode: 404, errmsg: "请求的URI地址不存在" }),
  };
}

/** The answer to an error thrown while a route was answering; others than refusals are passed on. */
export function refusalAnswer(envelope: Envelope, path: string, error: unknown): Response {
  if (error instanceof OldRefusal) return envelope.oldError(path, error);
  if (error instanceof NewRefusal) return envelope.newError(error);
  throw error;
}

function isTop(path: string): boolean {
  return path.startsWith("/topapi/");
}

function accessDenied(code: string, message: string): object {
  if (code !== "Forbidden.AccessDenied.AccessTokenPermissionDenied") return {};
  const scopes = [...message.matchAll(/\[([\w.]+)\]/g)].map(([, scope]) => scope);
  return { accessdenieddetail: { requiredScopes: scopes } };
}
