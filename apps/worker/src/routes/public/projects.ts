import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Project } from "@today/core/project";
import { pageProjects } from "@today/db/public-list";
import { json } from "../../answer.ts";
import { todayOf } from "../../author.ts";
import { createProjectByKey } from "../../operations/create-project-by-key.ts";
import { openCursor, pageOf } from "../../public/cursor.ts";
import { byKey, byKeyOnce } from "../../public/door.ts";
import { refusesKeyed, refusesOnce } from "../../public/refusals.ts";
import { onceHeaders, PublicProject, PublicProjectInput, PublicProjects, pageQuery } from "../../schema/public.ts";
import type { Door } from "../../signed-in.ts";

const wish = {
  code: "GL-02",
  name: "综合管廊二期",
  shortName: "管廊二期",
  mark: "廊",
  startsOn: "2026-09-01",
  closedOn: null,
};
const example = { id: "p-guanlang", ...wish };

const list = createRoute({
  method: "get",
  path: "/v1/projects",
  summary: "项目列表 · Projects",
  description:
    "按 id 排序。`status=active` 不含已关闭的；`code` 按编号找一个。\n\nBy id. `status=active` leaves out closed ones; `code` finds the one of that code.",
  ...byKey("projects:read"),
  request: {
    query: z.object({
      status: z.enum(["active", "all"]).default("active"),
      code: z.string().max(32).optional().openapi({ example: "GL-02" }),
      ...pageQuery,
    }),
  },
  responses: {
    200: json(PublicProjects, "by id", { items: [example], next: null }),
    ...refusesKeyed("invalid-input"),
  },
});

const create = createRoute({
  method: "post",
  path: "/v1/projects",
  summary: "新建项目 · Make a project",
  description:
    "编号和标记不能与在建项目重复。颜色由产品选。\n\nNeither code nor mark may be that of another running project. The colour is chosen here.",
  ...byKeyOnce("projects:write"),
  request: {
    headers: onceHeaders,
    body: { required: true, ...json(PublicProjectInput, "the project", { ...wish, managers: ["zhao001"] }) },
  },
  responses: {
    201: json(PublicProject, "made", example),
    ...refusesOnce("not-found", "code-taken", "mark-taken", "version-conflict"),
  },
});

export const publicProjects = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    const { status, code = null, limit, cursor } = c.req.valid("query");
    const [after = null] = openCursor("projects", cursor, ["text"]) ?? [];
    const openOn = status === "active" ? todayOf(ctx) : null;
    const page = await pageProjects(ctx.db, { company: ctx.company.id, after, limit, openOn, code });
    return c.json(pageOf(c, page, { list: "projects", placeOf: ({ id }) => [id], view: viewOf }), 200);
  })
  .openapi(create, async (c) => {
    const { ctx, onceId } = c.var;
    const { startsOn = null, closedOn = null, ...rest } = c.req.valid("json");
    return c.json(viewOf(await createProjectByKey(ctx, { ...rest, id: onceId, startsOn, closedOn })), 201);
  });

function viewOf({ id, code, name, shortName, mark, startsOn, closedOn }: Project) {
  return { id, code, name, shortName, mark, startsOn, closedOn };
}
