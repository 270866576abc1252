import { createHash } from "node:crypto";
import { htmlOf, reply } from "./testing-zentao-reply.ts";
import type { World } from "./testing-zentao-world.ts";

/** A wrong password is 400, and the sixth in a row locks the account, also for the right one. */
export function logIn(world: World, body: Readonly<Record<string, unknown>> | null): Response {
  const account = String(body?.account ?? "");
  world.counts.logins += 1;
  const isRight = world.passwords.get(account) === body?.password && world.counts.wrong < 6;
  if (!isRight) {
    world.counts.wrong += 1;
    return reply({ error: "登录失败，请检查您的用户名或密码是否填写正确。" }, 400);
  }
  world.counts.wrong = 0;
  return reply({ token: sessionOf(world, account) }, 201);
}

/** The application's login: one a second, its refusals told with status 200. */
export function logInAs(world: World, query: URLSearchParams): Response {
  const refuse = (errcode: number) => reply({ errcode, errmsg: "…" });
  const application = world.applications.get(query.get("code") ?? "");
  const account = query.get("account") ?? "";
  const time = query.get("time") ?? "";
  world.counts.logins += 1;
  if (application === undefined) return refuse(404);
  if (
    query.get("token") !==
    createHash("md5")
      .update(`${query.get("code")}${application.key}${time}`)
      .digest("hex")
  ) {
    return refuse(401);
  }
  if (!/^\d{10}$/.test(time)) return refuse(407);
  if (Number(time) <= application.lastTime && !world.isPatient) return refuse(405);
  application.lastTime = Number(time);
  if (world.people.every((one) => one.account !== account)) return refuse(406);
  return htmlOf("<script>self.location='/zentao/my/'</script>", 200, sessionOf(world, account));
}

function sessionOf(world: World, account: string): string {
  const token = createHash("md5").update(`session ${world.counts.logins}`).digest("hex");
  world.tokens.set(token, account);
  return token;
}
