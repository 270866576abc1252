import { Hono } from "hono";
import { askedOf, Problem } from "../control/asked.ts";
import type { House } from "../house.ts";
import { readAsset } from "./asset.ts";
import { bridgeScript } from "./bridge.ts";
import { ConfigProblem, checkJsapiConfig } from "./jsapi-config.ts";
import type { Phones } from "./phone.ts";
import { userAgentOf } from "./user-agent.ts";

const TYPES: Record<string, string> = {
  html: "text/html;charset=utf-8",
  css: "text/css;charset=utf-8",
  js: "text/javascript;charset=utf-8",
};
const FILES = ["page.css", "phone.css", "panel.css", "page.js", "actions.js", "phone-frame.js"];

/** The page on a desk: choose who you are, hold their phone, move the clock. */
export function workbench({ ground, appUrl }: House, phones: Phones): Hono {
  const bench = new Hono();
  bench.onError((error, context) => {
    const code = error instanceof ConfigProblem ? { code: error.code } : {};
    return context.json({ problem: error.message, ...code }, error instanceof Problem ? error.status : 500);
  });
  bench.get("/", () => asset("page.html"));
  bench.get("/_simulator/workbench/:file", (context) => {
    const file = context.req.param("file");
    if (!FILES.includes(file)) throw new Problem("there is no such file", 404);
    return asset(file);
  });
  bench.get("/_simulator/app", (context) => context.json({ url: appUrl(), corpId: ground.app.corpId }));
  bench.get("/_simulator/user-agent", (context) =>
    context.text(userAgentOf(context.req.query("platform") === "android" ? "android" : "ios")),
  );
  bench.get("/_simulator/bridge.js", async (context) => {
    const { origin, searchParams: query } = new URL(context.req.url);
    const headers = { "content-type": TYPES.js ?? "", "cache-control": "no-store" };
    return new Response(await bridgeScript({ ground, origin, query }), { headers });
  });
  bench.post("/_simulator/jsapi-config", async (context) => {
    checkJsapiConfig(await askedOf(context.req.raw), ground);
    return context.json({ authorised: true });
  });
  bench.all("/_simulator/phone/:userId/*", (context) => phones.open(context, context.req.param("userId")));
  return bench;
}

async function asset(file: string): Promise<Response> {
  const text = await readAsset(file);
  const type = TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "text/plain";
  return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
}
