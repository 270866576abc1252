import { z } from "zod";
import { hexOf } from "./callback/seal.ts";
import type { DingTalk } from "./client.ts";
import { number, readAnswer, text } from "./lenient.ts";
import type { IssuedToken } from "./token.ts";

const PATH = "/v1.0/oauth2/jsapiTickets";

/** What a page gives to `dd.config`; `jsApiList` names calls without `dd.`, `["device.geolocation.get"]`. */
export interface JsapiConfig {
  readonly agentId: string;
  readonly corpId: string;
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly signature: string;
  readonly type: 0;
  readonly jsApiList: readonly string[];
}

/** Everything that is signed. `url` is the page's, with or without its fragment. */
export interface JsapiStamp {
  readonly ticket: string;
  readonly nonce: string;
  readonly timestamp: string;
  readonly url: string;
}

const ticketAnswer = z.object({ jsapiTicket: text, expireIn: number });

/** The app's ticket, two hours by default; keep it as tokens are kept, `createTokens(store, () => jsapiTicket(dingtalk), now)`. Costs nothing. */
export async function jsapiTicket(dingtalk: DingTalk): Promise<IssuedToken> {
  const { jsapiTicket: value, expireIn } = readAnswer(await dingtalk.callNew("POST", PATH, {}), PATH, ticketAnswer);
  return { value, seconds: expireIn };
}

/**
 * The signature of `dd.config`, lower case hex. Older samples and most apps use SHA-1, the current page's SHA-256; which of them
 * clients accept is unconfirmed (JSAPI 鉴权), so it is a setting.
 */
export async function signJsapi(stamp: JsapiStamp, digest: "SHA-1" | "SHA-256" = "SHA-1"): Promise<string> {
  const { ticket, nonce, timestamp, url } = stamp;
  const plain = `jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestamp}&url=${signedUrl(url)}`;
  return hexOf(await crypto.subtle.digest(digest, new TextEncoder().encode(plain)));
}

/** The whole of what the page needs; `url` must be one of the app's own pages, which the caller sees to. */
export async function jsapiConfig(
  app: { readonly agentId: string; readonly corpId: string; readonly digest?: "SHA-1" | "SHA-256" },
  stamp: JsapiStamp,
  jsApiList: readonly string[],
): Promise<JsapiConfig> {
  const { agentId, corpId, digest } = app;
  const signature = await signJsapi(stamp, digest);
  return { agentId, corpId, timeStamp: stamp.timestamp, nonceStr: stamp.nonce, signature, type: 0, jsApiList };
}

/** Without its fragment, the query decoded once: iOS passes an encoded address, Android the original one (JSAPI 鉴权). */
function signedUrl(url: string): string {
  const [page = ""] = url.split("#");
  const query = page.indexOf("?");
  if (query < 0) return page;
  try {
    return page.slice(0, query) + decodeURIComponent(page.slice(query));
  } catch {
    return page;
  }
}
