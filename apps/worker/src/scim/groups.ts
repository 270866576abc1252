import {
  type AccountGroup,
  deleteGroup,
  type GroupAnswer,
  listGroups,
  readGroup,
  writeGroup,
} from "@today/db/account-group";
import { Hono, type Context as Request } from "hono";
import { answerList, answerOne, bodyOf, demandVersion, listQuery, type ScimDoor } from "./door.ts";
import { ScimError } from "./error.ts";
import { groupDraft, groupShape, groupView, readGroupBody, type ScimGroup } from "./group.ts";
import { patched } from "./patch.ts";
import { baseOf } from "./users.ts";

type Call = Request<ScimDoor>;

const attempts = 3;

/** `/Groups` of SCIM. */
export const groups = new Hono<ScimDoor>()
  .get("/", async (c) => {
    const query = listQuery(c);
    const page = await listGroups(c.var.outside.db, c.var.origin, query);
    if (page === null) throw new ScimError(400, "invalidFilter", "The filter asks for what is not kept");
    const base = baseOf(c);
    const views = page.rows.map((row) => groupView(row, base));
    return answerList(c, { total: page.total, views, first: query.first });
  })
  .post("/", async (c) => {
    const id = crypto.randomUUID();
    demandWritten(await write(c, { id, version: 0 }, readGroupBody(await bodyOf(c))));
    c.header("Location", `${baseOf(c)}/Groups/${id}`);
    return show(c, id, 201);
  })
  .get("/:id", (c) => show(c, c.req.param("id")))
  .put("/:id", async (c) => {
    const told = readGroupBody(await bodyOf(c));
    return keep(c, c.req.param("id"), () => told);
  })
  .patch("/:id", async (c) => {
    const body = await bodyOf(c);
    return keep(c, c.req.param("id"), (group) => readGroupBody(patched(groupDraft(group), body, groupShape)));
  })
  .delete("/:id", async (c) => {
    const { outside, author, origin } = c.var;
    const id = c.req.param("id");
    demandVersion(c, (await find(c, id)).version);
    if (!(await deleteGroup(outside.db, author, origin.source, id))) throw missing();
    return c.body(null, 204);
  });

async function keep(c: Call, id: string, change: (group: AccountGroup) => ScimGroup): Promise<Response> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const row = await find(c, id);
    demandVersion(c, row.version);
    const group = change(row);
    if (JSON.stringify(group) === JSON.stringify(readGroupBody(groupDraft(row)))) return show(c, id);
    const outcome = await write(c, row, group);
    if (outcome === "outdated") continue;
    demandWritten(outcome);
    return show(c, id);
  }
  throw new ScimError(412, null, "Somebody else was faster");
}

function write(c: Call, { id, version }: Pick<AccountGroup, "id" | "version">, group: ScimGroup): Promise<GroupAnswer> {
  const { outside, author, origin } = c.var;
  const { displayName, externalId = null, members } = group;
  return writeGroup(outside.db, author, origin.source, { id, version, displayName, externalId, members });
}

function demandWritten(outcome: GroupAnswer): void {
  if (outcome === "taken") throw new ScimError(409, "uniqueness", "Another group has this displayName");
  if (outcome === "stranger") throw new ScimError(400, "invalidValue", "A member is no user of this directory");
}

async function show(c: Call, id: string, status: 200 | 201 = 200): Promise<Response> {
  const row = await find(c, id);
  return answerOne(c, { version: row.version, view: groupView(row, baseOf(c)) }, status);
}

async function find(c: Call, id: string): Promise<AccountGroup> {
  const row = await readGroup(c.var.outside.db, c.var.origin, id);
  if (row === null) throw missing();
  return row;
}

function missing(): ScimError {
  return new ScimError(404, null, "There is no such group");
}
