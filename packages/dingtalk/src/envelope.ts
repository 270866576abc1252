import { DingTalkError, type DingTalkErrorKind } from "./error.ts";
import { kindOfCode, waitOfCode } from "./error-code.ts";

/** A decoded success body of either host, envelope fields included. */
export type Answer = Readonly<Record<string, unknown>>;

/** One HTTP answer as received. */
export interface Reply {
  readonly path: string;
  readonly status: number;
  readonly text: string;
  /** The Retry-After header, in milliseconds. */
  readonly retryAfterMs: number | null;
}

/** The body of a successful reply; throws `DingTalkError` for a refusal of either host, a ban page, or something unreadable. */
export function decode(reply: Reply): Answer {
  if (reply.text.trimStart().startsWith("<")) throw failure(reply, kindOfPage(reply.status), "html");
  const body = parse(reply);
  if (String(body.status) === "1111") throw refusal(reply, "1111", body);
  if (body.errcode !== undefined && body.errcode !== null) {
    const code = effectiveCode(body);
    if (code !== "0") throw refusal(reply, code, body);
    return body;
  }
  if (reply.status >= 400) throw refusal(reply, textOf(body.code) || `http-${reply.status}`, body);
  if (reply.status >= 300) throw failure(reply, "unreadable", `http-${reply.status}`);
  return body;
}

function parse(reply: Reply): Answer {
  const body = parseJson(reply.text);
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
  if (isOverload(reply.status)) throw failure(reply, "busy", `http-${reply.status}`);
  throw failure(reply, "unreadable", "not-json");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isOverload(status: number): boolean {
  return status === 429 || status >= 500;
}

function kindOfPage(status: number): DingTalkErrorKind {
  if (isOverload(status)) return "busy";
  return status === 404 || status < 200 || (status >= 300 && status < 400) ? "unreadable" : "banned";
}

/** Code 88 only wraps the real one, which is in `sub_code` or, in older answers, in the text. */
function effectiveCode(body: Answer): string {
  const outer = textOf(body.errcode);
  if (outer !== "88") return outer;
  return textOf(body.sub_code) || (/subcode=(-?\d+)/.exec(textOf(body.errmsg))?.[1] ?? outer);
}

function refusal(reply: Reply, code: string, body: Answer): DingTalkError {
  const known = kindOfCode(code);
  const kind = known === "bad-request" && isOverload(reply.status) ? "busy" : known;
  return failure(reply, kind, code, body);
}

function failure(reply: Reply, kind: DingTalkErrorKind, code: string, body: Answer = {}): DingTalkError {
  const said = [body.sub_msg, body.errmsg, body.message].map(textOf).join(" ");
  return new DingTalkError({
    kind,
    code,
    path: reply.path,
    retryAfterMs: reply.retryAfterMs ?? (kind === "banned" ? waitOfCode("1111") : waitOfCode(code)),
    refusedAddress: kind === "ip-refused" ? addressIn(said) : null,
    missingScopes: kind === "permission" ? scopesIn(`${said} ${JSON.stringify(body.accessdenieddetail ?? "")}`) : [],
    requestId: textOf(body.request_id) || textOf(body.requestid) || null,
  });
}

function addressIn(said: string): string | null {
  return /ip=([0-9a-f.:]+)/i.exec(said)?.[1] ?? /\b\d{1,3}(?:\.\d{1,3}){3}\b/.exec(said)?.[0] ?? null;
}

function scopesIn(said: string): string[] {
  const names = said.match(/\bqyapi_\w+|\b[A-Z][A-Za-z]*(?:\.[A-Za-z]+)+/g) ?? [];
  return [...new Set(names.filter((name) => !name.startsWith("Forbidden.")))];
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
