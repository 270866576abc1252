import type { Account } from "@today/db/account";
import { z } from "zod";
import { ScimError } from "./error.ts";
import type { Shape } from "./path.ts";

export const userSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
export const enterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const longestText = 256;
const mostEntries = 20;

/** A text; what is null or empty is none, and a number is taken as one (Entra sends employee numbers either way). */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? "" : String(value).trim()))
  .refine((value) => value.length <= longestText)
  .transform((value) => (value === "" ? undefined : value));

const name = z.string().trim().min(1).max(longestText);

/** A truth that may be written out, `"False"` as Entra sends it. */
const truth = z.union([
  z.boolean(),
  z
    .string()
    .regex(/^(true|false)$/i)
    .transform((value) => value.toLowerCase() === "true"),
]);

const entries = z
  .array(z.object({ type: text, value: text, primary: truth.nullish().transform((value) => value ?? undefined) }))
  .max(mostEntries)
  .nullish()
  .transform((list) => list?.filter(({ value }) => value !== undefined))
  .transform((list) => (list === undefined || list.length === 0 ? undefined : list));

const names = z.object({ formatted: text, familyName: text, givenName: text });

const enterprise = z.object({
  employeeNumber: text,
  department: text,
  manager: z.union([z.object({ value: text }), text.transform((value) => ({ value }))]).optional(),
});

/** All that is kept of a user; whatever else is told is dropped, passwords and addresses first of all. */
const User = z.object({
  userName: name,
  externalId: text,
  active: truth.nullish().transform((value) => value ?? true),
  displayName: text,
  title: text,
  name: names.nullish().transform(orNothing),
  emails: entries,
  phoneNumbers: entries,
  [enterpriseSchema]: enterprise
    .nullish()
    .transform((told) => told && { ...told, manager: told.manager?.value === undefined ? undefined : told.manager })
    .transform(orNothing),
});

/** The attributes of a user that a change may reach. */
export const userShape: Shape = {
  userName: "one",
  externalId: "one",
  active: "one",
  displayName: "one",
  title: "one",
  name: ["formatted", "familyName", "givenName"],
  emails: { several: ["type", "value", "primary"] },
  phoneNumbers: { several: ["type", "value", "primary"] },
  [enterpriseSchema]: ["employeeNumber", "department", "manager"],
};

/** A user as a directory tells of them, as far as it is kept. */
export type ScimUser = z.output<typeof User>;

/** Reads a user; refuses `invalidValue` and names the attributes that are not as they must be. */
export function readUser(body: unknown): ScimUser {
  const read = User.safeParse(body);
  if (read.success) return withoutGaps(read.data);
  throw new ScimError(400, "invalidValue", read.error.issues.map(({ path }) => path.join(".")).join(", "));
}

/** The user of a stored account; one that tells nothing any more bears its name only. */
export function userOf(resource: string, userName: string): ScimUser {
  return readUser({ userName, ...(JSON.parse(resource) as object) });
}

/** An account as a directory gets it back. */
export function userView(account: Account, base: string): object {
  const user = userOf(account.resource, account.userName);
  const schemas = user[enterpriseSchema] === undefined ? [userSchema] : [userSchema, enterpriseSchema];
  return {
    schemas,
    id: account.id,
    ...user,
    meta: metaOf(account, { type: "User", location: `${base}/Users/${account.id}` }),
  };
}

/** `meta` of a resource. */
export function metaOf(
  row: { readonly version: number; readonly createdAt: number; readonly changedAt: number },
  { type, location }: { readonly type: string; readonly location: string },
): object {
  return {
    resourceType: type,
    created: new Date(row.createdAt).toISOString(),
    lastModified: new Date(row.changedAt).toISOString(),
    location,
    version: `W/"${row.version}"`,
  };
}

function orNothing<T extends object>(told: T | null | undefined): T | undefined {
  return told !== null && told !== undefined && Object.values(told).some((value) => value !== undefined)
    ? told
    : undefined;
}

/** The same without members that are undefined, so that what is equal is written equally. */
function withoutGaps<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
