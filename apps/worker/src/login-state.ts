import type { Context } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import { z } from "zod";

/** What the browser keeps while its person is at DingTalk's login page. */
interface LoginState {
  readonly state: string;
  /** A route of the page, `/team?date=2026-09-17`. */
  readonly returnTo: string;
}

interface Seal {
  readonly secret: string;
  readonly secure: boolean;
  readonly now: number;
}

const name = "today_login";
const path = "/api/login";
const lifetimeSeconds = 600;
const Content = z.tuple([z.string().min(20), z.string(), z.int()]);

/** Makes a state that nobody can guess and binds it to this browser for ten minutes. */
export async function keepLogin(c: Context, returnTo: string, { secret, secure, now }: Seal): Promise<string> {
  const state = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24)))).replace(/[+/]/g, "-");
  const options = { path, httpOnly: true, sameSite: "Lax", secure, maxAge: lifetimeSeconds } as const;
  await setSignedCookie(c, name, JSON.stringify([state, returnTo, now]), secret, options);
  return state;
}

/** The state of this browser, which is good once; null when there is none, or when it was forged or is over. */
export async function takeLogin(c: Context, { secret, now }: Omit<Seal, "secure">): Promise<LoginState | null> {
  const content = await getSignedCookie(c, secret, name);
  deleteCookie(c, name, { path });
  const parsed = Content.safeParse(typeof content === "string" ? parseJson(content) : null);
  if (!parsed.success) return null;
  const [state, returnTo, issuedAt] = parsed.data;
  return issuedAt + lifetimeSeconds * 1000 <= now ? null : { state, returnTo };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
