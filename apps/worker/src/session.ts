import type { Context } from "hono";
import { deleteCookie, generateSignedCookie, getSignedCookie } from "hono/cookie";
import { z } from "zod";

/** Who signed in, where and when (milliseconds). All that the cookie says. */
export interface SessionClaim {
  readonly company: string;
  readonly person: string;
  readonly issuedAt: number;
}

const name = "today_session";
const lifetimeSeconds = 7 * 24 * 60 * 60;
const Content = z.tuple([z.string().min(1), z.string().min(1), z.int()]);

/** The `Set-Cookie` header of a new session; `secure` when the page came over https. */
export function sealSession(claim: SessionClaim, secret: string, secure: boolean): Promise<string> {
  const content = JSON.stringify([claim.company, claim.person, claim.issuedAt]);
  return generateSignedCookie(name, content, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    maxAge: lifetimeSeconds,
  });
}

/** The claim in the request's cookie: `missing` without one, `invalid` when it is forged, malformed or over. */
export async function openSession(
  c: Context,
  secret: string,
  now: number,
): Promise<SessionClaim | "missing" | "invalid"> {
  const content = await getSignedCookie(c, secret, name);
  if (content === undefined) return (c.req.header("cookie") ?? "").includes(`${name}=`) ? "invalid" : "missing";
  if (content === false) return "invalid";
  const parsed = Content.safeParse(parseJson(content));
  if (!parsed.success) return "invalid";
  const [company, person, issuedAt] = parsed.data;
  return issuedAt + lifetimeSeconds * 1000 <= now ? "invalid" : { company, person, issuedAt };
}

/** Takes the cookie away; the session itself needs no other end. */
export function dropSession(c: Context): void {
  deleteCookie(c, name, { path: "/" });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
