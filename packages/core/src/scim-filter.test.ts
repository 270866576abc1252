import fc from "fast-check";
import { expect, test } from "vitest";
import { type Comparison, parseScimFilter, type ScimFilter, scimPath } from "./scim-filter.ts";

const eq = (path: string, value: string | boolean): ScimFilter => ({ op: "eq", path, value });

test.each<[string, ScimFilter]>([
  ['userName eq "bjensen"', eq("username", "bjensen")],
  ['UserName EQ "Bjensen"', eq("username", "Bjensen")],
  ["active eq true", eq("active", true)],
  ["active eq False", eq("active", false)],
  ["externalId pr", { op: "pr", path: "externalid" }],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"', { op: "sw", path: "username", value: "J" }],
  ['emails[type eq "work"].value eq "a.b@x.cn"', has("emails", all(eq("type", "work"), eq("value", "a.b@x.cn")))],
  ['emails[type eq "work" and value co "@x"]', has("emails", all(eq("type", "work"), co("value", "@x")))],
  ['a eq "1" or b eq "2" and c eq "3"', any(eq("a", "1"), all(eq("b", "2"), eq("c", "3")))],
  ['(a eq "1" or b eq "2") and c eq "3"', all(any(eq("a", "1"), eq("b", "2")), eq("c", "3"))],
  ['not (a eq "1")', { op: "not", part: eq("a", "1") }],
  ['displayName eq "say \\"hi\\" \\\\ (not) [and]"', eq("displayname", 'say "hi" \\ (not) [and]')],
  ['  id eq "g" and members eq "u"  ', all(eq("id", "g"), eq("members", "u"))],
])("%s", (text, filter) => {
  expect(parseScimFilter(text)).toEqual(filter);
});

test.each([
  ...[
    "",
    " ",
    "userName",
    "userName eq",
    "eq",
    'userName like "x"',
    'userName eq "x',
    "userName eq x",
    'userName eq "x" and',
  ],
  ...[
    '(userName eq "x"',
    'userName eq "x")',
    'emails[type eq "work"',
    'emails[type eq "work"].value',
    "emails[]",
    "userName eq {}",
  ],
  ...['not userName eq "x"', 'userName eq "x" userName eq "y"', '"userName" eq "x"', 'a eq "\\q"', 'a eq ["x"]'],
])("%o is no filter", (text) => {
  expect(parseScimFilter(text)).toBeNull();
});

test("what nests too deep or is too long is no filter", () => {
  expect(parseScimFilter(`${"(".repeat(19)}a pr${")".repeat(19)}`)).not.toBeNull();
  expect(parseScimFilter(`${"(".repeat(2000)}a pr${")".repeat(1990)}`)).toBeNull();
  expect(parseScimFilter(`${"not (".repeat(300)}a pr${")".repeat(300)}`)).toBeNull();
  expect(parseScimFilter(`a eq "${"x".repeat(4000)}"`)).toBeNull();
});

test("a schema is taken off a path, its own dots included", () => {
  expect(scimPath("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber")).toBe("employeenumber");
  expect(scimPath("urn:ietf:params:scim:schemas:core:2.0:User:name.givenName")).toBe("name.givenname");
});

test("any filter that is written is read as it was meant", () => {
  fc.assert(
    fc.property(filters.filter, (filter) => {
      expect(parseScimFilter(write(filter))).toEqual(filter);
    }),
  );
});

test("no text whatever makes the reader throw", () => {
  const piece = fc.constantFrom(
    "(",
    ")",
    "[",
    "].",
    '"',
    "\\",
    " ",
    "not",
    "and",
    "or",
    "eq",
    "pr",
    "a",
    "1",
    "true",
    "中",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      const filter = parseScimFilter(pieces.join(" "));
      if (filter !== null) expect(parseScimFilter(write(filter))).toEqual(filter);
    }),
  );
});

function has(path: string, part: ScimFilter): ScimFilter {
  return { op: "has", path, part };
}

function co(path: string, value: string): ScimFilter {
  return { op: "co", path, value };
}

function all(...parts: ScimFilter[]): ScimFilter {
  return { op: "and", parts };
}

function any(...parts: ScimFilter[]): ScimFilter {
  return { op: "or", parts };
}

const path = fc.constantFrom("username", "name.givenname", "emails.value", "active", "not", "and");
const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.boolean(), fc.integer(), fc.constant(null));
const op = fc.constantFrom<Comparison[]>("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

const filters = fc.letrec<{ filter: ScimFilter; chain: ScimFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.record({ op, path, value }),
    fc.record({ op: fc.constant("pr" as const), path }),
    fc.record({ op: fc.constant("not" as const), part: tie("filter") }),
    fc.record({ op: fc.constant("has" as const), path, part: tie("filter") }),
    tie("chain"),
  ),
  chain: fc.record({
    op: fc.constantFrom("and" as const, "or" as const),
    parts: fc.array(tie("filter"), { minLength: 2, maxLength: 3 }),
  }),
}));

function write(filter: ScimFilter): string {
  switch (filter.op) {
    case "and":
    case "or":
      return filter.parts.map((part) => `(${write(part)})`).join(` ${filter.op} `);
    case "not":
      return `not (${write(filter.part)})`;
    case "has":
      return `${filter.path}[${write(filter.part)}]`;
    case "pr":
      return `${filter.path} pr`;
    default:
      return `${filter.path} ${filter.op} ${JSON.stringify(filter.value)}`;
  }
}
