import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { listProjectApprovals } from "@today/db/project-approval";
import { readProjectForms, writeProjectForm } from "@today/db/project-form";
import { formSchema } from "@today/dingtalk/approval/form-schema";
import { DingTalkError } from "@today/dingtalk/error";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { actOnProjectApproval } from "../operations/act-on-project-approval.ts";
import {
  ApprovalParams,
  FormParams,
  FormQuestions,
  ProjectApprovalAct,
  ProjectApprovalQuery,
  ProjectApprovals,
  ProjectForm,
  ProjectFormInput,
  ProjectForms,
} from "../schema/project-approval.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

const shown = 100;

const forms = createRoute({
  method: "get",
  path: "/api/project-forms",
  summary: "The forms whose approval makes a project",
  ...bySession,
  responses: { 200: json(ProjectForms, "by name"), ...refusesSigned("forbidden") },
});

const questions = createRoute({
  method: "get",
  path: "/api/project-forms/{processCode}/fields",
  summary: "The fields of a form, to choose from: one call",
  ...bySession,
  request: { params: FormParams },
  responses: {
    200: json(FormQuestions, "as DingTalk tells them"),
    ...refusesSigned("invalid-input", "forbidden", "not-found", "dingtalk-unavailable"),
  },
});

const write = createRoute({
  method: "put",
  path: "/api/project-forms/{processCode}",
  summary: "Say which field says what of a project, and whether approvals make projects",
  ...bySession,
  request: {
    params: FormParams,
    body: {
      required: true,
      ...json(ProjectFormInput, "which field says what", {
        ...{ title: "立项申请", active: true, version: 0 },
        fields: { name: "TextField_P101", code: "TextField_P102", owner: "InnerContactField_P104" },
      }),
    },
  },
  responses: {
    200: json(ProjectForm, "as it is now"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "version-conflict"),
  },
});

const list = createRoute({
  method: "get",
  path: "/api/project-approvals",
  summary: "Approvals that make projects, those that do not fit first",
  ...bySession,
  request: { query: ProjectApprovalQuery },
  responses: { 200: json(ProjectApprovals, `the latest ${shown}`), ...refusesSigned("invalid-input", "forbidden") },
});

const act = createRoute({
  method: "post",
  path: "/api/project-approvals/{id}",
  summary: "Read an approval that did not fit once more, or put it aside",
  ...bySession,
  request: {
    params: ApprovalParams,
    body: { required: true, ...json(ProjectApprovalAct, "what to do", { act: "retry" }) },
  },
  responses: {
    204: { description: "done; the list says what came of it" },
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "forbidden", "not-found", "dingtalk-unavailable"] as const),
    ),
  },
});

export const projectApproval = new OpenAPIHono<Door>()
  .openapi(forms, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const found = await readProjectForms(ctx.db, ctx.company.id);
    return c.json({ forms: found.map(({ changedAt: _, ...form }) => form) }, 200);
  })
  .openapi(questions, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json(await questionsOf(c.var.ctx, c.req.valid("param").processCode), 200);
  })
  .openapi(write, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const { processCode } = c.req.valid("param");
    const wish = { ...c.req.valid("json"), processCode };
    const written = await writeProjectForm(ctx.db, authorOf(ctx), wish);
    const known = (await readProjectForms(ctx.db, ctx.company.id)).find((one) => one.processCode === processCode);
    if (!written || known === undefined) throw new Refusal("version-conflict", { current: known ?? null });
    if (known.active) await ctx.queue.sendBatch([{ body: { kind: "start-run", run: "project-approvals" } }]);
    const { changedAt: _, ...form } = known;
    return c.json(form, 200);
  })
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const found = await listProjectApprovals(ctx.db, authorOf(ctx), { ...c.req.valid("query"), limit: shown });
    const { zone } = ctx.company;
    const approvals = found.map(({ originator: _, beganAt, changedAt, said, misfits, ...rest }) => ({
      ...{ ...rest, said: [...said], misfits: [...misfits] },
      beganAt: beganAt === null ? null : isoOf(beganAt, zone),
      changedAt: isoOf(changedAt, zone),
    }));
    return c.json({ approvals }, 200);
  })
  .openapi(act, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    await actOnProjectApproval(ctx, { id: c.req.valid("param").id, act: c.req.valid("json").act });
    return c.body(null, 204);
  });

async function questionsOf({ dingtalk }: Context, processCode: string) {
  try {
    const { title, questions } = await formSchema(dingtalk, processCode);
    return { title, questions };
  } catch (error) {
    if (!(error instanceof DingTalkError)) throw error;
    throw new Refusal(
      error.kind === "not-found" || error.kind === "bad-request" ? "not-found" : "dingtalk-unavailable",
    );
  }
}
