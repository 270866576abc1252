import type { HookKind } from "@today/db/hook";
import { Refusal } from "../error.ts";

const longest = 2000;
const namedHosts: Partial<Record<HookKind, RegExp>> = {
  zapier: /^hooks\.zapier\.com$/,
  ifttt: /^maker\.ifttt\.com$/,
};

/** Who asks, and the field in which an address was given. */
interface Asked {
  readonly field?: string;
  /** An admin's hook may use http where a network of one's own is allowed, as targets may. */
  readonly allowsHttp?: boolean;
}

/**
 * An address that events may be sent to: https, without a name and password in it, of the product it is said to be of. Refuses
 * `invalid-input`. Whether its host may be spoken with is asked each time it is.
 */
export function demandAddress(text: string, kind: HookKind, { field = "url", allowsHttp = false }: Asked = {}): URL {
  const url = URL.parse(text.trim());
  const schemes = allowsHttp && kind === "webhook" ? ["https:", "http:"] : ["https:"];
  const isPlain = url !== null && schemes.includes(url.protocol) && url.username === "" && url.password === "";
  const isNamed = url !== null && (namedHosts[kind]?.test(url.host) ?? true);
  if (isPlain && isNamed && text.length <= longest) return url;
  throw refused(field);
}

/** The same for a program's wish, which may name no port of its own. */
export function demandPlainAddress(text: string, field: string): URL {
  const url = demandAddress(text, "webhook", { field });
  if (url.port !== "") throw refused(field);
  return url;
}

function refused(field: string): Refusal {
  const fields = [{ path: field, message: "An https address of that product without a name and password" }];
  return new Refusal("invalid-input", { fields });
}
