import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { json, refuses } from "../answer.ts";
import { readSettings } from "../env.ts";
import { AppSettings } from "../schema/session.ts";
import type { Door } from "../signed-in.ts";

const read = createRoute({
  method: "get",
  path: "/api/settings",
  summary: "What the page must know before anybody has signed in",
  responses: { 200: json(AppSettings, "settings of the page"), ...refuses() },
});

export const settings = new OpenAPIHono<Door>().openapi(read, (c) => {
  const { corpId, appKey, agentId } = readSettings(c.env);
  return c.json({ corpId, clientId: appKey, agentId, punchUrl: punchUrlOf(corpId) }, 200);
});

// DingTalk documents no link to its clock-in page; this one is seen in public repositories (platform.md, Clock-in page).
function punchUrlOf(corpId: string): string {
  const page = `https://attend.dingtalk.com/attend/index.html?corpId=${encodeURIComponent(corpId)}`;
  return `dingtalk://dingtalkclient/page/link?url=${encodeURIComponent(page)}`;
}
