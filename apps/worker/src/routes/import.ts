import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { findImport, type ImportFile, listImports } from "@today/db/import";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import type { ImportView as View } from "../contract.ts";
import { Refusal } from "../error.ts";
import { confirmImport, dropImport } from "../operations/end-import.ts";
import { receiveImport } from "../operations/receive-import.ts";
import { ImportPart, Imports, ImportView } from "../schema/import.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

const params = z.object({ id: z.uuid() });
const example = {
  ...{ fileName: "考勤报表.xlsx", sheet: "原始记录", firstRow: 0, last: true },
  rows: [
    ["姓名", "UserId", "考勤日期", "考勤时间", "打卡时间", "打卡结果"],
    ["赵磊", "zhao001", "26-09-16 星期三", "09:00", "08:57", "正常"],
  ],
};

const put = createRoute({
  method: "put",
  path: "/api/imports/{id}/parts/{n}",
  summary: "Rows of DingTalk's own attendance export; with the last part they are read and can be looked at",
  ...bySession,
  request: {
    params: params.extend({ n: z.coerce.number().int().min(0).max(10_000) }),
    body: { required: true, ...json(ImportPart, "rows as the browser read them", example) },
  },
  responses: {
    200: json(ImportView, "as far as it is read"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"),
  },
});

const list = createRoute({
  method: "get",
  path: "/api/imports",
  summary: "The imports begun last",
  ...bySession,
  responses: { 200: json(Imports, "newest first"), ...refusesSigned("forbidden") },
});

const one = createRoute({
  method: "get",
  path: "/api/imports/{id}",
  summary: "What was found in a sheet",
  ...bySession,
  request: { params },
  responses: { 200: json(ImportView, "the import"), ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const confirm = createRoute({
  method: "post",
  path: "/api/imports/{id}/confirm",
  summary: "Make facts of a sheet's punches, all or none",
  ...bySession,
  request: { params },
  responses: {
    200: json(ImportView, "done, now or before"),
    ...refusesSigned("invalid-input", "forbidden", "not-found", "import-not-ready"),
  },
});

const drop = createRoute({
  method: "delete",
  path: "/api/imports/{id}",
  summary: "Throw a sheet away that was not imported",
  ...bySession,
  request: { params },
  responses: {
    204: { description: "gone, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const imports = new OpenAPIHono<Door>()
  .openapi(put, async (c) => {
    const { fileName, firstRow, rows, last } = c.req.valid("json");
    const { ctx } = c.var;
    const file = await receiveImport(ctx, { id: c.req.valid("param").id, fileName, first: firstRow, rows, last });
    return c.json(viewOf(file, ctx.company.zone), 200);
  })
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin", "hr");
    const files = await listImports(ctx.db, ctx.company.id);
    return c.json({ imports: files.map((file) => viewOf(file, ctx.company.zone)) }, 200);
  })
  .openapi(one, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin", "hr");
    const file = await findImport(ctx.db, authorOf(ctx).company, c.req.valid("param").id);
    if (file === null) throw new Refusal("not-found");
    return c.json(viewOf(file, ctx.company.zone), 200);
  })
  .openapi(confirm, async (c) => {
    const { ctx } = c.var;
    return c.json(viewOf(await confirmImport(ctx, c.req.valid("param").id), ctx.company.zone), 200);
  })
  .openapi(drop, async (c) => {
    await dropImport(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  });

const nothingRead = {
  ...{ columns: {}, rows: 0, punches: 0, known: 0, people: 0, from: null, to: null },
  ...{ problems: [], problemCount: 0, sample: [] },
};

function viewOf(file: ImportFile, zone: string): View {
  const { id, fileName, state, madeAt, madeBy, madeByName, finishedAt, summary } = file;
  return {
    ...{ ...nothingRead, ...(JSON.parse(summary) as Partial<View>) },
    ...{ id, fileName, state, madeAt: isoOf(madeAt, zone) },
    madeBy: { id: madeBy, name: madeByName, title: null },
    finishedAt: finishedAt === null ? null : isoOf(finishedAt, zone),
  };
}
