import type { Comparison, ScimFilter, ScimValue } from "@today/core/scim-filter";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listAccounts } from "./account.ts";
import { writeAccount } from "./account-write.ts";
import { mintCompany } from "./testing.ts";

interface Told {
  readonly userName: string;
  readonly externalId: string | null;
  readonly active: boolean;
  readonly displayName?: string;
  readonly emails?: readonly { readonly type: string; readonly value: string }[];
}

const people: readonly Told[] = [
  { userName: "Ann", externalId: "E1", active: true, displayName: "Ann Lee", emails: [mail("work", "Ann@x.cn")] },
  { userName: "bob", externalId: "e1", active: false, emails: [mail("home", "bob@x.cn"), mail("work", "b%_b@y.cn")] },
  { userName: "赵一", externalId: null, active: true, displayName: "ANN", emails: [mail("work", "")] },
  { userName: "d'Arc\"", externalId: "", active: false, displayName: "赵" },
];

const path = fc.constantFrom("username", "externalid", "displayname", "emails", "emails.value");
const text = fc.constantFrom("", "a", "ANN", "ann@X.cn", "e1", "E1", "%", "_", "'", '"', "赵", "b%_b", "work", "bob");
const op = fc.constantFrom<Comparison[]>("eq", "ne", "co", "sw", "ew");
const leaf: fc.Arbitrary<ScimFilter> = fc.oneof(
  fc.record({ op, path, value: text }),
  fc.record({ op: fc.constantFrom("eq" as const, "ne" as const), path, value: fc.constant(null) }),
  fc.record({ op: fc.constantFrom("eq" as const, "ne" as const), path: fc.constant("active"), value: fc.boolean() }),
  fc.record({ op: fc.constant("pr" as const), path }),
);
const entry = fc.record({ op, path: fc.constantFrom("type", "value"), value: text });
const { filter } = fc.letrec<{ filter: ScimFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ op: fc.constant("has" as const), path: fc.constant("emails"), part: entry }),
    fc.record({ op: fc.constant("not" as const), part: tie("filter") }),
    fc.record({
      op: fc.constantFrom("and" as const, "or" as const),
      parts: fc.array(tie("filter"), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

test("a filter finds in the tables whom it means", async () => {
  const { db, id: company } = await mintCompany();
  const author = { company, person: "t", today: "2026-09-17", at: 1, channel: "scim" };
  const match = { state: "unmatched", person: null, rule: null, people: [] } as const;
  for (const [n, told] of people.entries()) {
    const { userName, externalId, active } = told;
    const wish = { id: String(n), version: 0, userName, externalId, active, resource: JSON.stringify(told) };
    await writeAccount(db, author, "scim", { ...wish, keyedBy: "k", keys: [], match });
  }
  await fc.assert(
    fc.asyncProperty(filter, async (wanted) => {
      const page = await listAccounts(db, { company, source: "scim" }, { filter: wanted, first: 0, count: 9 });
      const meant = people.filter((told) => fits(told, wanted)).map(({ userName }) => userName);
      expect(page?.rows.map(({ userName }) => userName).sort()).toEqual(meant.sort());
      expect(page?.total).toBe(meant.length);
    }),
    { numRuns: 400, examples: [[{ op: "ew", path: "externalid", value: "" }]] },
  );
});

/** What RFC 7644 says a filter means, told plainly. */
function fits(told: Told, wanted: ScimFilter): boolean {
  switch (wanted.op) {
    case "and":
      return wanted.parts.every((part) => fits(told, part));
    case "or":
      return wanted.parts.some((part) => fits(told, part));
    case "not":
      return !fits(told, wanted.part);
    case "has": {
      const { part } = wanted;
      if (!("value" in part)) return false;
      return (told.emails ?? []).some((one) => holds(part.path === "type" ? one.type : one.value, part, false));
    }
    default: {
      const values = valuesOf(told, wanted.path);
      if (wanted.op === "pr") return values.some((value) => value !== null);
      return values.some((value) => holds(value, wanted, wanted.path === "externalid"));
    }
  }
}

function valuesOf(told: Told, name: string): (string | null)[] {
  if (name === "username") return [told.userName];
  if (name === "externalid") return [told.externalId];
  if (name === "displayname") return [told.displayName ?? null];
  if (name === "active") return [String(told.active)];
  return (told.emails ?? []).map(({ value }) => value);
}

function holds(
  value: string | null,
  wanted: { readonly op: Comparison; readonly value: ScimValue },
  exact: boolean,
): boolean {
  const plain = (one: ScimValue) => (one === null ? null : exact ? String(one) : String(one).toLowerCase());
  const [there, given] = [plain(value), plain(wanted.value)];
  if (wanted.op === "eq") return there === given;
  if (wanted.op === "ne") return there !== given;
  if (there === null || given === null) return false;
  if (wanted.op === "co") return there.includes(given);
  return wanted.op === "sw" ? there.startsWith(given) : there.endsWith(given);
}

function mail(type: string, value: string) {
  return { type, value };
}
