import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { readForms, writeFormKind } from "@today/db/approval-form";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import type { ApprovalForms as FormsView } from "../contract.ts";
import { ApprovalFormInput, ApprovalForms, ProcessCode } from "../schema/approval-form.ts";
import { bySession, type Door } from "../signed-in.ts";

const list = createRoute({
  method: "get",
  path: "/api/approval-forms",
  summary: "The forms of approvals that are known, and which of them are about attendance",
  ...bySession,
  responses: { 200: json(ApprovalForms, "by their process code"), ...refusesSigned("forbidden") },
});

const set = createRoute({
  method: "put",
  path: "/api/approval-forms/{processCode}",
  summary: "Say what a form is about, for good: what DingTalk says of it no longer counts",
  ...bySession,
  request: {
    params: z.object({ processCode: ProcessCode }),
    body: { required: true, ...json(ApprovalFormInput, "what it is about", { kind: "overtime" }) },
  },
  responses: {
    200: json(ApprovalForms, "the forms as they are now"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden"),
  },
});

export const approvalForm = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json(await viewForms(c.var.ctx), 200);
  })
  .openapi(set, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const { processCode } = c.req.valid("param");
    await writeFormKind(ctx.db, authorOf(ctx), { processCode, kind: c.req.valid("json").kind });
    return c.json(await viewForms(ctx), 200);
  });

async function viewForms({ db, company }: Context): Promise<FormsView> {
  const { forms } = await readForms(db, company.id);
  return { forms: forms.map(({ processCode, title, kind }) => ({ processCode, title, kind })) };
}
