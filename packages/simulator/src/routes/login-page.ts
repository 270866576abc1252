import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Person } from "../company/person.ts";
import type { Ground } from "../wire/api.ts";

const MOST_SHOWN = 60;

/** The page of `login.dingtalk.com` to which a browser outside DingTalk is sent: one chooses who one is. */
export function loginPage({ app, world, tokens }: Ground): Hono {
  const page = new Hono();
  page.get("/oauth2/auth", (context) => {
    const problem = problemOf(context, app.appKey);
    if (problem) return context.html(frame(html`<p class="problem">${problem}</p>`), 400);
    const asked = context.req.query();
    const back = (fields: Record<string, string>) => {
      const url = new URL(asked.redirect_uri ?? "");
      const all = { ...fields, ...(asked.state === undefined ? {} : { state: asked.state }) };
      for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
      return url.href;
    };
    const { person: chosen, search = "" } = asked;
    if (chosen === "") return context.redirect(back({ error: "access_denied" }));
    if (chosen !== undefined && world.person(chosen)) {
      const withCorp = (asked.scope ?? "").split(" ").includes("corpid");
      return context.redirect(back({ authCode: tokens.issueCode("browser", chosen, withCorp) }));
    }
    const found = world.people().filter(({ name, userId }) => name.includes(search) || userId.includes(search));
    return context.html(frame(chooser(asked, found.slice(0, MOST_SHOWN))));
  });
  return page;
}

function problemOf(context: Context, appKey: string): string | null {
  const { redirect_uri: back = "", response_type: type, client_id: client, scope = "" } = context.req.query();
  if (!/^https?:/.test(back) || !URL.canParse(back)) return "redirect_uri 不合法";
  if (type !== "code") return "response_type 必须是 code";
  if (client !== appKey) return "client_id 不存在";
  return scope.split(" ").includes("openid") ? null : "scope 必须包含 openid";
}

function chooser(asked: Record<string, string>, people: readonly Person[]) {
  const link = (userId: string) => `?${new URLSearchParams({ ...asked, person: userId })}`;
  const { person: _person, search, ...kept } = asked;
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<h1>选一个人登录</h1>
    <form>${hidden}<input name="search" value="${search ?? ""}" placeholder="按姓名或工号找" /></form>
    <ul>${people.map(({ userId, name, title }) => html`<li><a href="${link(userId)}">${name}<small>${title}</small></a></li>`)}</ul>
    <a class="quiet" href="${link("")}">不登录了</a>`;
}

function frame(content: ReturnType<typeof html>) {
  return html`<!doctype html><html lang="zh-CN"><meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
    <title>钉钉登录（模拟）</title>
    <style>
      body { margin: 0; font: 16px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; background: #f3f4f7; color: #14171c; display: grid; place-items: center; min-height: 100vh }
      main { background: #fff; border-radius: 16px; padding: 24px; width: min(420px, 90vw); box-sizing: border-box }
      h1 { font-size: 20px; margin: 0 0 12px }
      input { width: 100%; box-sizing: border-box; padding: 10px 12px; border: 1px solid #7f8895; border-radius: 12px; font: inherit }
      ul { list-style: none; margin: 12px 0; padding: 0; max-height: 60vh; overflow: auto }
      li a { display: flex; justify-content: space-between; padding: 10px 4px; color: inherit; text-decoration: none; border-bottom: 1px solid #e3e6eb }
      small, .quiet { color: #626a76 }
    </style>
    <main>${content}</main></html>`;
}
