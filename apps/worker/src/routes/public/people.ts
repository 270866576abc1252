import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { pagePeople } from "@today/db/public-list";
import { json } from "../../answer.ts";
import { openCursor, pageOf } from "../../public/cursor.ts";
import { byKey } from "../../public/door.ts";
import { refusesKeyed } from "../../public/refusals.ts";
import { PublicPeople, pageQuery } from "../../schema/public.ts";
import type { Door } from "../../signed-in.ts";

const list = createRoute({
  method: "get",
  path: "/v1/people",
  summary: "人员名单 · People",
  description:
    "按 id 排序。只有标识、姓名和是否在职，没有手机号、工号和部门。\n\nBy id. Id, name and whether active; no phone, no number, no department.",
  ...byKey("people:read"),
  request: { query: z.object({ status: z.enum(["active", "all"]).default("active"), ...pageQuery }) },
  responses: {
    200: json(PublicPeople, "by id", { items: [{ id: "zhao001", name: "赵一", active: true }], next: null }),
    ...refusesKeyed("invalid-input"),
  },
});

export const publicPeople = new OpenAPIHono<Door>().openapi(list, async (c) => {
  const { db, company } = c.var.ctx;
  const { status, limit, cursor } = c.req.valid("query");
  const [after = null] = openCursor("people", cursor, ["text"]) ?? [];
  const page = await pagePeople(db, { company: company.id, after, limit, activeOnly: status === "active" });
  const view = ({ active, ...row }: (typeof page.rows)[number]) => ({ ...row, active: active === 1 });
  return c.json(pageOf(c, page, { list: "people", placeOf: ({ id }) => [id], view }), 200);
});
