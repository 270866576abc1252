import { addPeople } from "@today/db/testing";
import { describe, expect, test } from "vitest";
import { type Directory, openDirectory } from "../scim/testing-directory.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** As Entra ID creates a user (its own documentation's request, with our names). */
const newUser = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", enterprise],
  externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
  userName: "Zhao.Yi@example.cn",
  active: true,
  addresses: null,
  displayName: "赵一",
  emails: [{ type: "work", value: "zhao.yi@example.cn", primary: true }],
  meta: { resourceType: "User" },
  name: { formatted: "赵一", familyName: "赵", givenName: "一" },
  password: "geheim",
  phoneNumbers: [{ type: "mobile", value: "+86 13800000001" }],
  roles: [],
  title: null,
};

async function withUser(): Promise<Directory & { readonly id: string }> {
  const directory = await openDirectory();
  const { body } = await directory.call("POST", "/Users", newUser);
  return { ...directory, id: String(body.id) };
}

describe("users", () => {
  test("a user is created, and whatever is not kept is not told again", async () => {
    const { call } = await openDirectory();
    const { status, body, headers } = await call("POST", "/Users", newUser);
    expect(status).toBe(201);
    expect(headers.get("content-type")).toBe("application/scim+json");
    expect(headers.get("location")).toBe(`http://today.test/scim/v2/Users/${body.id}`);
    expect(body).toEqual({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
      id: expect.any(String),
      ...{ externalId: newUser.externalId, userName: newUser.userName, active: true, displayName: "赵一" },
      ...{ emails: newUser.emails, name: newUser.name, phoneNumbers: newUser.phoneNumbers },
      meta: {
        resourceType: "User",
        created: "2026-09-17T05:30:00.000Z",
        lastModified: "2026-09-17T05:30:00.000Z",
        location: `http://today.test/scim/v2/Users/${body.id}`,
        version: 'W/"1"',
      },
    });
  });

  test("the same name in another case is refused, so that a repeat makes nobody twice", async () => {
    const { call } = await withUser();
    const { status, body } = await call("POST", "/Users", {
      ...newUser,
      userName: "ZHAO.YI@example.cn",
      externalId: "x",
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "409",
      scimType: "uniqueness",
    });
  });

  test.each([
    'userName eq "zhao.yi@EXAMPLE.cn"',
    `externalId eq "${newUser.externalId}"`,
    'emails[type eq "work"].value eq "ZHAO.YI@example.cn"',
    'active eq true and displayName sw "赵"',
  ])("%s finds them", async (filter) => {
    const { call } = await withUser();
    const { body } = await call("GET", `/Users?filter=${encodeURIComponent(filter)}`);
    expect(body).toMatchObject({
      totalResults: 1,
      startIndex: 1,
      itemsPerPage: 1,
      Resources: [{ displayName: "赵一" }],
    });
  });

  test("a stranger is no fault: Entra ID tests its connection so", async () => {
    const { call } = await openDirectory();
    const { status, body } = await call("GET", '/Users?filter=userName+eq+"5f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11"');
    expect(status).toBe(200);
    expect(body).toMatchObject({ totalResults: 0, itemsPerPage: 0, Resources: [] });
  });

  test.each([
    { op: "Replace", path: "active", value: "False" },
    { op: "replace", path: "active", value: false },
    { op: "replace", value: { active: false } },
  ])("%j deactivates, and they are listed still", async (operation) => {
    const { call, id, db, company } = await withUser();
    for (const version of ['W/"2"', 'W/"2"']) {
      const { status, body, headers } = await call("PATCH", `/Users/${id}`, {
        schemas: [patchOp],
        Operations: [operation],
      });
      expect([status, body.active, headers.get("etag")]).toEqual([200, false, version]);
    }
    expect((await call("GET", "/Users")).body).toMatchObject({ totalResults: 1, Resources: [{ active: false }] });
    const history = "select action from history where company_id = ?1 and subject = 'account' order by id";
    expect(await db.all(history, company)).toEqual([{ action: "create" }, { action: "deactivate" }]);
  });

  test("a deleted user is gone, comes back under the same id, and the history tells nothing personal", async () => {
    const { call, id, db, company } = await withUser();
    expect((await call("DELETE", `/Users/${id}`)).status).toBe(204);
    for (const method of ["GET", "DELETE", "PATCH"]) {
      expect(
        (
          await call(
            method,
            `/Users/${id}`,
            method === "PATCH" ? { Operations: [{ op: "add", value: {} }] } : undefined,
          )
        ).status,
      ).toBe(404);
    }
    expect((await call("POST", "/Users", newUser)).body.id).toBe(id);
    const rows = await db.all<object>("select * from history where company_id = ?1 and subject = 'account'", company);
    expect(JSON.stringify(rows)).not.toMatch(/zhao|赵|1380000/i);
  });

  test("whoever changes another version than is there is refused, and 304 says nothing is new", async () => {
    const { call, id } = await withUser();
    const stale = await call("PUT", `/Users/${id}`, newUser, { "if-match": 'W/"7"' });
    expect([stale.status, stale.body.status]).toEqual([412, "412"]);
    expect((await call("GET", `/Users/${id}`, undefined, { "if-none-match": 'W/"1"' })).status).toBe(304);
    const changed = await call("PUT", `/Users/${id}`, { ...newUser, title: "施工员" }, { "if-match": 'W/"1"' });
    expect([changed.status, changed.body.title, changed.headers.get("etag")]).toEqual([200, "施工员", 'W/"2"']);
  });

  test("pages follow one another and hold everybody once", async () => {
    const { call } = await openDirectory();
    for (const n of [1, 2, 3, 4, 5]) await call("POST", "/Users", { userName: `u${n}` });
    const names: unknown[] = [];
    for (const first of [1, 3, 5]) {
      const { body } = await call("GET", `/Users?startIndex=${first}&count=2&attributes=userName`);
      expect(body.totalResults).toBe(5);
      names.push(...(body.Resources as { userName: string }[]).map(({ userName }) => userName));
    }
    expect(names.sort()).toEqual(["u1", "u2", "u3", "u4", "u5"]);
    expect((await call("GET", "/Users?count=0")).body).toMatchObject({ totalResults: 5, itemsPerPage: 0 });
  });

  test("a directory sees its own source only", async () => {
    const { call, as } = await withUser();
    expect((await call("GET", "/Users")).body.totalResults).toBe(1);
    const ldap = await as("ldap");
    expect((await ldap("GET", "/Users")).body.totalResults).toBe(0);
    expect((await ldap("POST", "/Users", newUser)).status).toBe(201);
  });
});

describe("groups", () => {
  const group = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], externalId: "g1", displayName: "东区" };
  const patch = (...Operations: object[]) => ({ schemas: [patchOp], Operations });

  test("members come and go in both of Entra ID's ways", async () => {
    const { call, id } = await withUser();
    const other = String((await call("POST", "/Users", { userName: "qian" })).body.id);
    const { status, body: made } = await call("POST", "/Groups", { ...group, members: [] });
    expect(status).toBe(201);
    const at = `/Groups/${made.id}`;
    const members = async (body: object) => {
      const answer = await call("PATCH", at, body);
      return (answer.body.members as { value: string }[]).map(({ value }) => value).sort();
    };
    const add = { op: "Add", path: "members", value: [{ $ref: null, value: id }] };
    expect(await members(patch(add))).toEqual([id]);
    expect(await members(patch(add, { op: "add", path: "members", value: [{ value: other }] }))).toEqual(
      [id, other].sort(),
    );
    expect(await members(patch({ op: "Remove", path: "members", value: [{ value: id }] }))).toEqual([other]);
    expect(await members(patch(add))).toHaveLength(2);
    expect(await members(patch({ op: "remove", path: `members[value eq "${other}"]` }))).toEqual([id]);
    const found = await call(
      "GET",
      `/Groups?filter=${encodeURIComponent(`id eq "${made.id}" and members eq "${id}"`)}&excludedAttributes=members`,
    );
    expect(found.body).toMatchObject({ totalResults: 1 });
    expect(JSON.stringify(found.body)).not.toContain("members");
    expect(await members(patch({ op: "Replace", path: "displayName", value: "西区" }))).toEqual([id]);
    expect((await call("DELETE", at)).status).toBe(204);
    expect((await call("GET", at)).status).toBe(404);
    expect((await call("GET", `/Users/${id}`)).status).toBe(200);
  });

  test("a name is had once, and members are users of this directory", async () => {
    const { call } = await openDirectory();
    await call("POST", "/Groups", group);
    expect((await call("POST", "/Groups", { ...group, displayName: "东区" })).body.scimType).toBe("uniqueness");
    expect((await call("POST", "/Groups", { displayName: "北", members: [{ value: "x" }] })).body.scimType).toBe(
      "invalidValue",
    );
    const filter = encodeURIComponent('displayName eq "东区"');
    expect((await call("GET", `/Groups?filter=${filter}`)).body.totalResults).toBe(1);
  });
});

test.each(["/ServiceProviderConfig", "/ResourceTypes", "/ResourceTypes/User", "/Schemas", `/Schemas/${enterprise}`])(
  "%s tells what is kept",
  async (path) => {
    const { call } = await openDirectory();
    const { status, body } = await call("GET", path);
    expect([status, Array.isArray(body.schemas)]).toEqual([200, true]);
  },
);

test.each([
  ["GET", "/Users?filter=userName+like+x", undefined, 400, "invalidFilter"],
  ["GET", '/Users?filter=nickName+eq+"x"', undefined, 400, "invalidFilter"],
  ["GET", "/Users?startIndex=x", undefined, 400, "invalidValue"],
  ["POST", "/Users", "{", 400, "invalidSyntax"],
  ["POST", "/Users", {}, 400, "invalidValue"],
  ["POST", "/Users", [], 400, "invalidValue"],
  ["POST", "/Users", { userName: "x".repeat(257) }, 400, "invalidValue"],
  ["POST", "/Users", { userName: "x", emails: "y" }, 400, "invalidValue"],
  ["POST", "/Groups", { displayName: "" }, 400, "invalidValue"],
  ["PATCH", "/Users/x", { Operations: [{ op: "add", value: {} }] }, 404, undefined],
  ["POST", "/Bulk", {}, 404, undefined],
  ["GET", "/Nothing", undefined, 404, undefined],
])("%s %s %j is refused in SCIM's words", async (method, path, body, status, scimType) => {
  const { call } = await openDirectory();
  const refused = await call(method, path, body);
  expect([refused.status, refused.body.status, refused.body.scimType]).toEqual([status, String(status), scimType]);
  expect(refused.headers.get("content-type")).toBe("application/scim+json");
});

test("a door opens to its own token only, while it holds", async () => {
  const { house, call, tokenId } = await openDirectory();
  await addPeople(house, ["lin"]);
  for (const authorization of ["", "Bearer", "Bearer today_scim_x", "Basic eDp5"]) {
    const refused = await call("GET", "/Users", undefined, { authorization });
    expect([refused.status, refused.body.status, refused.headers.get("www-authenticate")]).toEqual([
      401,
      "401",
      'Bearer realm="scim"',
    ]);
  }
  expect((await call("GET", "/Users")).status).toBe(200);
  house.now += 366 * 24 * 3_600_000;
  expect((await call("GET", "/Users")).status).toBe(401);
  house.now -= 366 * 24 * 3_600_000;
  expect((await house.as("lin").call("DELETE", `/api/scim-tokens/${tokenId}`)).status).toBe(204);
  expect((await call("GET", "/Users")).status).toBe(401);
});
