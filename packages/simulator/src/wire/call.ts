import { badParameter, missingParameter, OldRefusal } from "./refusal.ts";

/** What a request asks, whichever way it was written. */
export interface Call {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly contentType: "json" | "form" | "other";
  /** What a route's `:name` stood for. */
  readonly params: Readonly<Record<string, string>>;
}

/** Reads a request once. A body that is no JSON object although it says so is refused. */
export async function readCall(request: Request, params: Call["params"]): Promise<Call> {
  const { pathname: path, searchParams: query } = new URL(request.url);
  const declared = request.headers.get("content-type") ?? "";
  const contentType = /json/i.test(declared) ? "json" : /x-www-form-urlencoded/i.test(declared) ? "form" : "other";
  const text = request.method === "GET" ? "" : await request.text();
  return { path, query, headers: request.headers, body: bodyOf(text, contentType), contentType, params };
}

/** A text that must be there. */
export function textOf(call: Call, name: string): string {
  const value = call.body[name];
  if (value === undefined || value === null || value === "") throw missingParameter(name);
  if (typeof value !== "string" && typeof value !== "number") throw badParameter(name);
  return String(value);
}

/** A whole number that must be there, written as number or text. */
export function numberOf(call: Call, name: string): number {
  const value = Number(textOf(call, name));
  if (!Number.isInteger(value)) throw badParameter(name);
  return value;
}

/** A whole number, or what holds without it. */
export function numberOr(call: Call, name: string, otherwise: number): number {
  return call.body[name] === undefined || call.body[name] === null ? otherwise : numberOf(call, name);
}

/** `topapi` lists are one text with commas, at most `most` of them. */
export function commaList(call: Call, name: string, most: number): string[] {
  const list = textOf(call, name).split(",").filter(Boolean);
  if (list.length === 0 || list.length > most) throw new OldRefusal(40032, `${name} 长度不合法，最大 ${most}`);
  return list;
}

/** Lists outside `topapi` are arrays; a text with commas is refused there. */
export function arrayList(call: Call, name: string, most: number): string[] {
  const value = call.body[name];
  if (value === undefined) throw missingParameter(name);
  if (!Array.isArray(value)) throw badParameter(name);
  if (value.length === 0 || value.length > most) throw new OldRefusal(40032, `${name} 长度不合法，最大 ${most}`);
  return value.map(String);
}

function bodyOf(text: string, contentType: Call["contentType"]): Record<string, unknown> {
  if (text === "") return {};
  if (contentType === "form") return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    throw new OldRefusal(40038, "不合法的参数，请求体不是JSON");
  }
  throw new OldRefusal(40038, "不合法的参数，请求体不是JSON对象");
}
