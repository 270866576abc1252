import { Hono, type Context as Request } from "hono";
import { answer, answerList, type ScimDoor } from "./door.ts";
import { ScimError } from "./error.ts";
import { groupSchema } from "./group.ts";
import { enterpriseSchema, userSchema } from "./user.ts";
import { baseOf } from "./users.ts";

type Call = Request<ScimDoor>;

const core = "urn:ietf:params:scim:schemas:core:2.0";

/** `/ServiceProviderConfig`, `/ResourceTypes` and `/Schemas` of SCIM (RFC 7643, 5 to 7). */
export const about = new Hono<ScimDoor>()
  .get("/ServiceProviderConfig", (c) => answer(c, { ...config, meta: meta(c, "ServiceProviderConfig") }))
  .get("/ResourceTypes", (c) => list(c, resourceTypes, "ResourceType"))
  .get("/ResourceTypes/:id", (c) => one(c, resourceTypes, "ResourceType"))
  .get("/Schemas", (c) => list(c, schemas, "Schema"))
  .get("/Schemas/:id", (c) => one(c, schemas, "Schema"));

const config = {
  schemas: [`${core}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    { type: "oauthbearertoken", name: "Bearer token", description: "A token made in 今日项目", primary: true },
  ],
};

const resourceTypes = [
  {
    schemas: [`${core}:ResourceType`],
    ...{ id: "User", name: "User", endpoint: "/Users", schema: userSchema },
    schemaExtensions: [{ schema: enterpriseSchema, required: false }],
  },
  { schemas: [`${core}:ResourceType`], id: "Group", name: "Group", endpoint: "/Groups", schema: groupSchema },
];

const told = { required: false, caseExact: false, mutability: "readWrite", returned: "default", uniqueness: "none" };

function plain(name: string, over: object = {}): object {
  return { name, type: "string", multiValued: false, ...told, ...over };
}

function below(name: string, names: readonly object[], over: object = {}): object {
  return { name, type: "complex", multiValued: false, ...told, ...over, subAttributes: names };
}

const values = [plain("value"), plain("type"), plain("primary", { type: "boolean" })];

const schemas = [
  schema(userSchema, "User", [
    plain("userName", { required: true, uniqueness: "server" }),
    plain("externalId", { caseExact: true }),
    plain("active", { type: "boolean" }),
    plain("displayName"),
    plain("title"),
    below("name", [plain("formatted"), plain("familyName"), plain("givenName")]),
    below("emails", values, { multiValued: true }),
    below("phoneNumbers", values, { multiValued: true }),
  ]),
  schema(groupSchema, "Group", [
    plain("displayName", { required: true, uniqueness: "server" }),
    plain("externalId", { caseExact: true }),
    below("members", [plain("value", { caseExact: true, mutability: "immutable" })], { multiValued: true }),
  ]),
  schema(enterpriseSchema, "EnterpriseUser", [
    plain("employeeNumber"),
    plain("department"),
    below("manager", [plain("value")]),
  ]),
];

function schema(id: string, name: string, attributes: readonly object[]) {
  return { schemas: [`${core}:Schema`], id, name, attributes };
}

function list(c: Call, rows: readonly { readonly id: string }[], type: string): Response {
  const views = rows.map((row) => ({ ...row, meta: meta(c, type, row.id) }));
  return answerList(c, { total: views.length, views, first: 0 });
}

function one(c: Call, rows: readonly { readonly id: string }[], type: string): Response {
  const row = rows.find(({ id }) => id.toLowerCase() === c.req.param("id")?.toLowerCase());
  if (row === undefined) throw new ScimError(404, null, "There is no such thing");
  return answer(c, { ...row, meta: meta(c, type, row.id) });
}

function meta(c: Call, type: string, id?: string): object {
  const folder = id === undefined ? type : `${type}s/${id}`;
  return { resourceType: type, location: `${baseOf(c)}/${folder}` };
}
