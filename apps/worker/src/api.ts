import { OpenAPIHono } from "@hono/zod-openapi";
import { ConnectorError } from "@today/connectors/error";
import { DatabaseError } from "@today/db/database-error";
import { DingTalkError } from "@today/dingtalk/error";
import type { Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";
import { methodNotAllowed } from "hono/method-not-allowed";
import { routePath } from "hono/route";
import { secureHeaders } from "hono/secure-headers";
import { problemOf } from "./answer.ts";
import { commit } from "./commit.ts";
import { type Context, contextOf, type World } from "./context.ts";
import { docs } from "./docs/route.ts";
import { SettingsError } from "./env.ts";
import { Refusal } from "./error.ts";
import { account } from "./routes/account.ts";
import { alert } from "./routes/alert.ts";
import { apiKey } from "./routes/api-key.ts";
import { approval } from "./routes/approval.ts";
import { approvalForm } from "./routes/approval-form.ts";
import { budget } from "./routes/budget.ts";
import { calendar } from "./routes/calendar.ts";
import { callback } from "./routes/callback.ts";
import { calls } from "./routes/calls.ts";
import { comparison } from "./routes/comparison.ts";
import { connection } from "./routes/connection.ts";
import { cost } from "./routes/cost.ts";
import { destination } from "./routes/destination.ts";
import { difference } from "./routes/difference.ts";
import { exporting } from "./routes/export.ts";
import { health } from "./routes/health.ts";
import { hook } from "./routes/hook.ts";
import { hookDelivery } from "./routes/hook-delivery.ts";
import { imports } from "./routes/import.ts";
import { inbound } from "./routes/inbound.ts";
import { jsapi } from "./routes/jsapi.ts";
import { linkProblem } from "./routes/link-problem.ts";
import { login } from "./routes/login.ts";
import { mapping } from "./routes/mapping.ts";
import { me } from "./routes/me.ts";
import { member } from "./routes/member.ts";
import { openapi } from "./routes/openapi.ts";
import { overtime } from "./routes/overtime.ts";
import { people } from "./routes/people.ts";
import { period } from "./routes/period.ts";
import { pick } from "./routes/pick.ts";
import { policy } from "./routes/policy.ts";
import { position } from "./routes/position.ts";
import { privacy } from "./routes/privacy.ts";
import { project } from "./routes/project.ts";
import { projectApproval } from "./routes/project-approval.ts";
import { projectHours } from "./routes/project-hours.ts";
import { publicHooks } from "./routes/public/hooks.ts";
import { publicHours } from "./routes/public/hours.ts";
import { publicMe } from "./routes/public/me.ts";
import { publicPeople } from "./routes/public/people.ts";
import { publicPeriods } from "./routes/public/periods.ts";
import { publicPicks } from "./routes/public/picks.ts";
import { publicProjects } from "./routes/public/projects.ts";
import { publicWorklogs } from "./routes/public/worklogs.ts";
import { rate } from "./routes/rate.ts";
import { rebuild } from "./routes/rebuild.ts";
import { rejected } from "./routes/rejected.ts";
import { remote } from "./routes/remote.ts";
import { projectReport } from "./routes/report.ts";
import { request } from "./routes/request.ts";
import { role } from "./routes/role.ts";
import { scim } from "./routes/scim.ts";
import { scimToken } from "./routes/scim-token.ts";
import { session } from "./routes/session.ts";
import { settings } from "./routes/settings.ts";
import { site } from "./routes/site.ts";
import { stream } from "./routes/stream.ts";
import { sync } from "./routes/sync.ts";
import { target } from "./routes/target.ts";
import { targetState } from "./routes/target-state.ts";
import { taskDraft } from "./routes/task-draft.ts";
import { team } from "./routes/team.ts";
import { terms } from "./routes/terms.ts";
import { today } from "./routes/today.ts";
import { visit } from "./routes/visit.ts";
import { workday } from "./routes/workday.ts";
import { worklog } from "./routes/worklog.ts";
import { worklogPush } from "./routes/worklog-push.ts";
import type { Door } from "./signed-in.ts";

const subjects = [
  ...[settings, health, session, login, jsapi, today, pick, workday, project, member, site, projectHours],
  ...[team, people, role, me, rejected, linkProblem, sync, callback, stream, request],
  ...[calendar, policy, privacy, terms, rate, overtime, alert],
  period,
  ...[budget, cost, projectReport, exporting],
  ...[approval, imports],
  rebuild,
  ...[connection, calls, visit, difference, projectApproval, approvalForm],
  ...[account, position, scimToken, scim],
  ...[apiKey, hook, hookDelivery],
  ...[target, mapping, taskDraft, worklog],
  ...[remote, destination, inbound],
  worklogPush,
  targetState,
  comparison,
  ...[publicMe, publicProjects, publicPeople, publicHours, publicPeriods, publicWorklogs, publicPicks, publicHooks],
];

const bodyBytes = 64 * 1024;
const callbackBytes = 256 * 1024;
const importBytes = 2 * 1024 * 1024;
const inboundBytes = 1024 * 1024;

/** All that is served over HTTP. `world` is the network and the time. */
export function createApi(world: World): OpenAPIHono<Door> {
  const app = new OpenAPIHono<Door>({
    defaultHook: (result) => {
      if (!result.success) throw new Refusal("invalid-input", { fields: result.error.issues.map(fieldOf) });
    },
  });
  app.onError((error, c) => refuse(c, refusalOf(error, c)));
  app.notFound((c) => refuse(c, new Refusal("not-found")));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => allow(c, methods) }));
  // DingTalk shows the page inside its own, so framing is not forbidden.
  app.use(secureHeaders({ xFrameOptions: false }));
  const [limitImport, limitOther] = [limitBody(importBytes), limitBody(bodyBytes)];
  app.use("/api/*", (c, next) => (c.req.path.startsWith("/api/imports/") ? limitImport : limitOther)(c, next));
  app.use("/v1/*", limitOther);
  app.use("/dingtalk/*", limitBody(callbackBytes));
  app.use("/hooks/*", limitBody(inboundBytes));
  app.use(enter(world));
  for (const routes of [...subjects, openapi(() => describe(app)), docs(() => describe(app))]) app.route("/", routes);
  return app;
}

function describe(app: OpenAPIHono<Door>) {
  const cookie = { type: "apiKey", in: "cookie", name: "today_session" } as const;
  app.openAPIRegistry.registerComponent("securitySchemes", "session", cookie);
  app.openAPIRegistry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  const {
    openapi: version,
    paths = {},
    ...rest
  } = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "今日项目 Today", version: "0.1.0" },
  });
  return { openapi: version, paths, ...rest };
}

/** Brings the world to a request, and writes down afterwards what it cost. */
function enter(world: World) {
  return createMiddleware<Door>(async (c, next) => {
    const nobody = { id: "", roles: [], channel: "app" } as const;
    const context = await contextOf(c.env, world, nobody);
    // The answer does not wait for the queue: what it loses, the sweeper finds.
    const queue: Context["queue"] = { sendBatch: async (messages) => later(c, context.queue.sendBatch(messages)) };
    c.set("outside", { ...context, queue });
    await next();
    c.header("Cache-Control", "no-store");
    const { rowsRead, rowsWritten, statements } = context.db.usage;
    c.header("Server-Timing", `db;desc="${rowsRead} read, ${rowsWritten} written, ${statements} statements"`);
    later(c, commit(context, []));
  });
}

function later(c: Request, work: Promise<unknown>): void {
  c.executionCtx.waitUntil(work.catch((error: unknown) => report(error, c)));
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal("body-too-large");
    },
  });
}

function refuse(c: Request, refusal: Refusal): Response {
  c.header("Cache-Control", "no-store");
  return c.json(problemOf(refusal), refusal.status, { "Content-Type": "application/problem+json" });
}

function allow(c: Request, methods: readonly string[]): Response {
  const response = refuse(c, new Refusal("method-not-allowed"));
  response.headers.set("Allow", methods.join(", "));
  return response;
}

/** Whatever was thrown, as the one refusal that leaves the house; what nobody foresaw is `internal` and goes to the log. */
function refusalOf(error: unknown, c: Request): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof DingTalkError) {
    if (error.kind === "code-invalid") return new Refusal("code-invalid");
    return new Refusal(error.kind === "quota" ? "quota-exhausted" : "dingtalk-unavailable");
  }
  if (error instanceof ConnectorError) return new Refusal("target-unavailable");
  // What hono's validators throw for a body that is not JSON, or is not called so.
  if (error instanceof HTTPException && [400, 415].includes(error.status)) return new Refusal("bad-json");
  report(error, c);
  return new Refusal("internal");
}

function report(error: unknown, c: Request): void {
  const silent = !(error instanceof DatabaseError || error instanceof SettingsError || error instanceof DingTalkError);
  const what = silent ? (error instanceof Error ? error.name : typeof error) : error.message;
  console.error(JSON.stringify({ code: "internal", route: `${c.req.method} ${routePath(c, -1)}`, what }));
}

function fieldOf({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }) {
  return { path: path.join("."), message };
}
