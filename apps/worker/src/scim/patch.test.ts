import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patched } from "./patch.ts";
import { enterpriseSchema, readUser, userShape } from "./user.ts";

const user = {
  userName: "zhao@x.cn",
  active: true,
  displayName: "赵一",
  emails: [
    { type: "work", value: "zhao@x.cn", primary: true },
    { type: "home", value: "z@home.cn" },
  ],
};

const change = (...Operations: object[]) => readUser(patched(user, { Operations }, userShape));

describe("a PATCH as Entra ID writes it", () => {
  test.each([
    ["op with a capital, active as text", { op: "Replace", path: "active", value: "False" }, { active: false }],
    ["a true truth", { op: "replace", path: "active", value: false }, { active: false }],
    [
      "without a path",
      { op: "replace", value: { active: "False", displayName: "赵" } },
      { active: false, displayName: "赵" },
    ],
    [
      "dotted keys without a path",
      { op: "add", value: { "name.familyName": "赵", "name.givenName": "一" } },
      { name: { familyName: "赵", givenName: "一" } },
    ],
    [
      "full names of attributes",
      { op: "Add", path: `${enterpriseSchema}:employeeNumber`, value: 1001 },
      { [enterpriseSchema]: { employeeNumber: "1001" } },
    ],
    [
      "full names without a path",
      {
        op: "replace",
        value: { [`${enterpriseSchema}:department`]: "东区", "urn:ietf:params:scim:schemas:core:2.0:User:title": "员" },
      },
      { [enterpriseSchema]: { department: "东区" }, title: "员" },
    ],
    ["a manager as a bare id", { op: "Add", path: `${enterpriseSchema}:manager`, value: "m1" }, manager("m1")],
    [
      "a manager in a list",
      { op: "Add", path: `${enterpriseSchema}:manager`, value: [{ value: "m1" }] },
      manager("m1"),
    ],
    ["a manager below", { op: "Replace", path: `${enterpriseSchema}:manager.value`, value: "m2" }, manager("m2")],
    [
      "a wrapped value",
      { op: "Replace", path: "displayName", value: [{ $ref: null, value: "李" }] },
      { displayName: "李" },
    ],
    ["an attribute in another case", { op: "replace", path: "DISPLAYNAME", value: "李" }, { displayName: "李" }],
    ["an attribute that is not kept", { op: "Add", path: 'addresses[type eq "work"].locality', value: "杭州" }, {}],
    ["a secret", { op: "Add", path: "password", value: "x" }, {}],
    [
      "an entry that is not there yet",
      { op: "Replace", path: 'phoneNumbers[type eq "mobile"].value', value: "138" },
      { phoneNumbers: [{ type: "mobile", value: "138" }] },
    ],
    ["null takes away", { op: "Replace", path: "displayName", value: null }, { displayName: undefined }],
    ["a removal", { op: "Remove", path: "displayName" }, { displayName: undefined }],
  ])("%s", (_, operation, told) => {
    expect(change(operation)).toEqual(without({ ...user, ...told }));
  });

  test("only the e-mail that is meant changes", () => {
    const value = "new@x.cn";
    const { emails } = change({ op: "Replace", path: 'emails[type eq "work"].value', value });
    expect(emails).toEqual([{ type: "work", value, primary: true }, user.emails[1]]);
    expect(change({ op: "remove", path: 'emails[type eq "home"].value' }).emails).toEqual([user.emails[0]]);
    expect(change({ op: "remove", path: 'emails[value ew "x.cn"]' }).emails).toEqual([user.emails[1]]);
    expect(change({ op: "Remove", path: "emails", value: [{ value: "z@home.cn" }] }).emails).toEqual([user.emails[0]]);
    expect(change({ op: "remove", path: "emails" }).emails).toBeUndefined();
    expect(change({ op: "add", path: "emails", value: [user.emails[1]] }).emails).toEqual(user.emails);
  });
});

test.each([
  [{ op: "move", path: "active", value: true }, "invalidSyntax"],
  [{ path: "active", value: true }, "invalidSyntax"],
  [{ op: "remove" }, "noTarget"],
  [{ op: "replace", value: "x" }, "invalidValue"],
  [{ op: "replace", path: "emails[type eq", value: "x" }, "invalidPath"],
  [{ op: "replace", path: "emails[nope]", value: "x" }, "invalidPath"],
  [{ op: "replace", path: 'emails[value co "zzz"].value', value: "x" }, "noTarget"],
  [{ op: "replace", path: "active", value: "perhaps" }, "invalidValue"],
  [{ op: "remove", path: "userName" }, "invalidValue"],
  [{ op: "replace", path: "userName", value: "x".repeat(257) }, "invalidValue"],
])("%j is refused as %s", (operation, scimType) => {
  expect(() => change(operation)).toThrow(expect.objectContaining({ scimType, status: 400 }));
});

test("whatever is sent, either a user comes of it or it is refused, and nothing else changes", () => {
  const names = [
    "__proto__.x",
    "constructor.prototype.x",
    "emails",
    "emails.value",
    'emails[type eq "work"]',
    "name",
    "active",
  ];
  const path = fc.oneof(
    fc.constantFrom(...names, "name.familyName", enterpriseSchema, `${enterpriseSchema}:manager`),
    fc.string(),
  );
  const operation = fc.record(
    {
      op: fc.constantFrom("Add", "replace", "REMOVE", "x"),
      path,
      value: fc.oneof(fc.jsonValue(), fc.constant({ type: "a", value: "b" })),
    },
    { requiredKeys: ["op"] },
  );
  const before = JSON.stringify(user);
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 4 }), (operations) => {
      try {
        expect(change(...operations).userName).toBeTypeOf("string");
      } catch (error) {
        expect(error).toMatchObject({ name: "ScimError" });
      }
      expect(JSON.stringify(user)).toBe(before);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

function manager(value: string): object {
  return { [enterpriseSchema]: { manager: { value } } };
}

function without(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
