import { createRoute, OpenAPIHono, type z } from "@hono/zod-openapi";
import { loginUrl } from "@today/dingtalk/browser-login";
import { DingTalkError } from "@today/dingtalk/error";
import type { Context as Request } from "hono";
import { refuses } from "../answer.ts";
import { readSettings, type Settings } from "../env.ts";
import { Refusal, type RefusalCode } from "../error.ts";
import { keepLogin, takeLogin } from "../login-state.ts";
import { signInBrowser } from "../operations/sign-in-browser.ts";
import { LoginQuery, LoginReturn } from "../schema/login.ts";
import { sealSession } from "../session.ts";
import type { Door } from "../signed-in.ts";

const begin = createRoute({
  method: "get",
  path: "/api/login",
  summary: "Sign in with DingTalk in a browser outside it",
  request: { query: LoginQuery },
  responses: { 302: { description: "to DingTalk's login page" }, ...refuses("invalid-input") },
});

const end = createRoute({
  method: "get",
  path: "/api/login/callback",
  summary: "The way back from DingTalk's login page",
  request: { query: LoginReturn },
  responses: {
    302: { description: "to the page, with a cookie; a browser is sent there also when it is refused" },
    ...refuses(
      ...(["invalid-input", "state-invalid", "login-declined", "code-invalid"] as const),
      ...(["not-of-this-company", "left", "dingtalk-unavailable", "quota-exhausted"] as const),
    ),
  },
});

/** The documents of this flow offer no PKCE (OAuth2 登录), so the state bound to the browser is what a stolen return fails at. */
export const login = new OpenAPIHono<Door>()
  .openapi(begin, async (c) => {
    const settings = readSettings(c.env);
    const own = originOf(c, settings);
    const seal = { secret: settings.sessionSecret, secure: own.startsWith("https:"), now: c.var.outside.now };
    const state = await keepLogin(c, c.req.valid("query").returnTo, seal);
    const { appKey: clientId, corpId, loginBase: base } = settings;
    return c.redirect(loginUrl({ clientId, corpId, base, state, redirectUri: `${own}/api/login/callback` }), 302);
  })
  .openapi(end, async (c) => {
    try {
      return c.redirect(`/#${await admitted(c, c.req.valid("query"))}`, 302);
    } catch (error) {
      const code = codeOf(error);
      if (code === null || !/text\/html/.test(c.req.header("accept") ?? "")) throw error;
      return c.redirect(`/?login=${code}#/today`, 302);
    }
  });

type LoginAnswer = z.output<typeof LoginReturn>;

/** Checks the return, opens the session, and gives the route that was wanted. */
async function admitted(c: Request<Door>, { authCode, code = "", state, error }: LoginAnswer): Promise<string> {
  const { outside } = c.var;
  const settings = readSettings(c.env);
  const secret = settings.sessionSecret;
  const kept = await takeLogin(c, { secret, now: outside.now });
  if (kept === null || kept.state !== state) throw new Refusal("state-invalid");
  if (error !== undefined) throw new Refusal("login-declined");
  const { ctx, me } = await signInBrowser(outside, authCode ?? code);
  const claim = { company: ctx.company.id, person: me.id, issuedAt: ctx.now };
  const secure = originOf(c, settings).startsWith("https:");
  c.header("Set-Cookie", await sealSession(claim, secret, secure), { append: true });
  return kept.returnTo;
}

function originOf(c: Request<Door>, { publicUrl }: Settings): string {
  return publicUrl ?? new URL(c.req.url).origin;
}

/** What a browser can be told; everything else goes the way of all faults. */
function codeOf(error: unknown): RefusalCode | null {
  if (error instanceof Refusal) return error.code;
  if (!(error instanceof DingTalkError)) return null;
  return error.kind === "code-invalid" ? "code-invalid" : "dingtalk-unavailable";
}
