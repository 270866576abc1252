import type { ScimFilter, ScimValue } from "@today/core/scim-filter";

/** What of a directory is looked through. */
export type Filtered = "account" | "account_group";

/** A condition on a row `a`; `?n` holds its values as one JSON list. */
export interface FilterSql {
  readonly sql: string;
  readonly values: string;
}

const mostComparisons = 40;

/** A filter as SQL whose values are in parameter `?n`, null when it asks for what is not known here. */
export function filterSql(filter: ScimFilter, table: Filtered, n: number): FilterSql | null {
  const values: ScimValue[] = [];
  const bind = (value: ScimValue) => {
    values.push(value);
    return `(?${n} ->> ${values.length - 1})`;
  };
  const fields = table === "account" ? accountFields : groupFields;
  const sql = condition(filter, { fields, bind });
  if (sql === null || values.length > mostComparisons) return null;
  return { sql: `(?${n} is not null and ${sql})`, values: JSON.stringify(values) };
}

interface Field {
  /** `flag` is 0 or 1, `exact` is compared as it is, `text` without the case of Latin letters, `folded` is held in lower case. */
  readonly kind: "text" | "exact" | "folded" | "flag";
  readonly sql: string;
  /** Where many values are, the start of a select of them: `select 1 from … where`. */
  readonly among?: string;
}

interface Scope {
  readonly fields: ReadonlyMap<string, Field>;
  readonly bind: (value: ScimValue) => string;
}

function condition(filter: ScimFilter, scope: Scope): string | null {
  switch (filter.op) {
    case "and":
    case "or": {
      const parts = filter.parts.map((part) => condition(part, scope));
      return parts.includes(null) ? null : `(${parts.join(` ${filter.op} `)})`;
    }
    case "not": {
      const part = condition(filter.part, scope);
      return part && `not ${part}`;
    }
    case "has":
      return entry(filter, scope);
    default:
      return comparison(filter, scope);
  }
}

function entry({ path, part }: ScimFilter & { op: "has" }, scope: Scope): string | null {
  const list = lists.get(path);
  if (list === undefined || !scope.fields.has(path)) return null;
  const inner = condition(part, { ...scope, fields: list.fields });
  return inner && `exists (${list.among} (${inner}))`;
}

function comparison(filter: Exclude<ScimFilter, { op: "and" | "or" | "not" | "has" }>, scope: Scope): string | null {
  const field = scope.fields.get(filter.path);
  if (field === undefined) return null;
  const inner = filter.op === "pr" ? `${field.sql} is not ${scope.bind(null)}` : compared(field, filter, scope);
  if (inner === null || field.among === undefined) return inner;
  return `exists (${field.among} (${inner}))`;
}

function compared(
  field: Field,
  { op, value }: { readonly op: string; readonly value: ScimValue },
  { bind }: Scope,
): string | null {
  const equal = op === "eq" ? "is" : op === "ne" ? "is not" : null;
  const given = heldValue(field, value);
  if (given === undefined || (given === null && equal === null)) return null;
  if (equal !== null) return `${field.sql} ${equal} ${bind(given)}`;
  if (field.kind === "flag") return null;
  const holds = {
    co: (text: string) => `instr(${field.sql}, ${text}) > 0`,
    sw: (text: string) => `substr(${field.sql}, 1, length(${text})) = ${text}`,
    ew: (text: string) =>
      `(${field.sql} is not null and (${text} = '' or substr(${field.sql}, -length(${text})) = ${text}))`,
  }[op];
  return holds === undefined ? null : `coalesce(${holds(bind(given))}, 0)`;
}

/** A value as its field holds it; undefined when it cannot hold such a one. */
function heldValue({ kind }: Field, value: ScimValue): ScimValue | undefined {
  if (value === null) return null;
  if (kind === "flag") {
    const told = String(value).toLowerCase();
    return told === "true" ? 1 : told === "false" ? 0 : undefined;
  }
  if (typeof value !== "string") return undefined;
  if (kind === "folded") return value.toLowerCase();
  return kind === "text" ? latinLower(value) : value;
}

/** Lower case as SQLite's `lower` knows it. */
function latinLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

function told(path: string): Field {
  return { kind: "text", sql: `lower(a.resource ->> '$.${path}')` };
}

function listed(name: string): Field {
  return { kind: "text", sql: "lower(e.value ->> '$.value')", among: entriesOf(name) };
}

function entriesOf(name: string): string {
  return `select 1 from json_each(a.resource, '$.${name}') e where`;
}

const members = "select 1 from account_group_member m where m.company_id = a.company_id and m.group_id = a.id and";
const member: Field = { kind: "exact", sql: "m.account_id" };

const accountFields = new Map<string, Field>([
  ["id", { kind: "exact", sql: "a.id" }],
  ["externalid", { kind: "exact", sql: "a.external_id" }],
  ["username", { kind: "folded", sql: "a.user_key" }],
  ["active", { kind: "flag", sql: "a.active" }],
  ["displayname", told("displayName")],
  ["title", told("title")],
  ["name.familyname", told("name.familyName")],
  ["name.givenname", told("name.givenName")],
  ["name.formatted", told("name.formatted")],
  ["employeenumber", told(`"${enterprise}".employeeNumber`)],
  ["department", told(`"${enterprise}".department`)],
  ["emails", listed("emails")],
  ["emails.value", listed("emails")],
  ["phonenumbers", listed("phoneNumbers")],
  ["phonenumbers.value", listed("phoneNumbers")],
]);

const groupFields = new Map<string, Field>([
  ["id", { kind: "exact", sql: "a.id" }],
  ["externalid", { kind: "exact", sql: "a.external_id" }],
  ["displayname", { kind: "folded", sql: "a.display_key" }],
  ["members", { ...member, among: members }],
  ["members.value", { ...member, among: members }],
]);

const entryFields = new Map<string, Field>([
  ["type", { kind: "text", sql: "lower(e.value ->> '$.type')" }],
  ["value", { kind: "text", sql: "lower(e.value ->> '$.value')" }],
  ["primary", { kind: "flag", sql: "(e.value ->> '$.primary')" }],
]);

const lists = new Map([
  ["emails", { among: entriesOf("emails"), fields: entryFields }],
  ["phonenumbers", { among: entriesOf("phoneNumbers"), fields: entryFields }],
  ["members", { among: members, fields: new Map([["value", member]]) }],
]);
