import { listAccounts, readAccount } from "@today/db/account";
import { deleteAccount } from "@today/db/account-write";
import { Hono, type Context as Request } from "hono";
import { readSettings } from "../env.ts";
import { answerList, answerOne, bodyOf, demandVersion, listQuery, type ScimDoor } from "./door.ts";
import { ScimError } from "./error.ts";
import { addAccount, keepAccount } from "./keep-account.ts";
import { patched } from "./patch.ts";
import { readUser, type ScimUser, userOf, userShape, userView } from "./user.ts";

type Call = Request<ScimDoor>;

const attempts = 3;

/** `/Users` of SCIM. */
export const users = new Hono<ScimDoor>()
  .get("/", async (c) => {
    const query = listQuery(c);
    const page = await listAccounts(c.var.outside.db, c.var.origin, query);
    if (page === null) throw new ScimError(400, "invalidFilter", "The filter asks for what is not kept");
    const base = baseOf(c);
    const views = page.rows.map((row) => userView(row, base));
    return answerList(c, { total: page.total, views, first: query.first });
  })
  .post("/", async (c) => {
    const id = await addAccount(c.var.outside, tellerOf(c), readUser(await bodyOf(c)));
    if (id === null) throw taken();
    c.header("Location", `${baseOf(c)}/Users/${id}`);
    return show(c, id, 201);
  })
  .get("/:id", (c) => show(c, c.req.param("id")))
  .put("/:id", async (c) => {
    const told = readUser(await bodyOf(c));
    return keep(c, c.req.param("id"), () => told);
  })
  .patch("/:id", async (c) => {
    const body = await bodyOf(c);
    return keep(c, c.req.param("id"), (user) => readUser(patched(user, body, userShape)));
  })
  .delete("/:id", async (c) => {
    const { outside, author, origin } = c.var;
    const id = c.req.param("id");
    demandVersion(c, (await find(c, id)).version);
    if (!(await deleteAccount(outside.db, author, origin.source, id))) throw missing();
    return c.body(null, 204);
  });

/** Where the server is reached, `https://today.example.cn/scim/v2`. */
export function baseOf(c: Call): string {
  return `${readSettings(c.env).publicUrl ?? new URL(c.req.url).origin}/scim/v2`;
}

async function keep(c: Call, id: string, change: (user: ScimUser) => ScimUser): Promise<Response> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const row = await find(c, id);
    demandVersion(c, row.version);
    const user = change(userOf(row.resource, row.userName));
    if (JSON.stringify(user) === row.resource) return show(c, id);
    const outcome = await keepAccount(c.var.outside, tellerOf(c), { id, version: row.version, user });
    if (outcome === "taken") throw taken();
    if (outcome === "written") return show(c, id);
  }
  throw new ScimError(412, null, "Somebody else was faster");
}

async function show(c: Call, id: string, status: 200 | 201 = 200): Promise<Response> {
  const row = await find(c, id);
  return answerOne(c, { version: row.version, view: userView(row, baseOf(c)) }, status);
}

async function find(c: Call, id: string) {
  const row = await readAccount(c.var.outside.db, c.var.origin, id);
  if (row === null) throw missing();
  return row;
}

function tellerOf(c: Call) {
  const { origin, author } = c.var;
  return { origin, author };
}

function missing(): ScimError {
  return new ScimError(404, null, "There is no such user");
}

function taken(): ScimError {
  return new ScimError(409, "uniqueness", "Another user has this userName or externalId");
}
