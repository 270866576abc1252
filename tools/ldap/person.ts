import type { AttributeNames, PersonPart } from "./settings.ts";

/** One entry as the directory gives it; ids of Active Directory are binary. */
export type LdapEntry = Readonly<Record<string, string | readonly string[] | Buffer | readonly Buffer[]>>;

/** What Active Directory and OpenLDAP (and what resembles it) do differently. */
export interface DirectoryKind {
  readonly name: "Active Directory" | "LDAP";
  readonly filter: string;
  /** Grows with every change of an entry. */
  readonly mark: string;
  readonly attributes: Required<AttributeNames>;
}

/** A person as SCIM wants them. */
export interface ScimUser {
  readonly schemas: readonly string[];
  readonly externalId: string;
  readonly userName: string;
  readonly active: boolean;
  readonly [part: string]: unknown;
}

const CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const common = {
  ...{ familyName: ["sn"], givenName: ["givenName"], email: ["mail"], mobile: ["mobile"], title: ["title"] },
  displayName: ["displayName", "cn"],
};

export const ACTIVE_DIRECTORY: DirectoryKind = {
  name: "Active Directory",
  filter: "(&(objectCategory=person)(objectClass=user))",
  mark: "uSNChanged",
  attributes: {
    ...common,
    ...{ id: ["objectGUID"], userName: ["userPrincipalName", "sAMAccountName"] },
    ...{ employeeNumber: ["employeeID", "employeeNumber"], department: ["department"] },
  },
};

export const OPEN_LDAP: DirectoryKind = {
  name: "LDAP",
  filter: "(objectClass=inetOrgPerson)",
  mark: "modifyTimestamp",
  attributes: {
    ...common,
    ...{ id: ["entryUUID"], userName: ["uid"] },
    ...{ employeeNumber: ["employeeNumber"], department: ["departmentNumber", "ou"] },
  },
};

/** What says whether somebody may still sign in: AD's flags, OpenLDAP's and 389's locks. */
export const LOCKS = ["userAccountControl", "pwdAccountLockedTime", "nsAccountLock"] as const;
const DISABLED_FLAG = 2;
const LOCKED_FOR_GOOD = "000001010000Z";
const GUID_BYTES = 16;
const LONGEST = 256;

/** The person of an entry; null without an id or a name to sign in with, or with one of more than 256 characters. */
export function personOf(entry: LdapEntry, attributes: Required<AttributeNames>): ScimUser | null {
  const part = (name: PersonPart) => firstOf(entry, attributes[name]);
  const [externalId, userName] = [part("id"), part("userName")];
  if (externalId === null || userName === null || Math.max(externalId.length, userName.length) > LONGEST) return null;
  const [email, mobile] = [part("email"), part("mobile")];
  const name = withoutNulls({ familyName: part("familyName"), givenName: part("givenName") });
  const enterprise = withoutNulls({ employeeNumber: part("employeeNumber"), department: part("department") });
  return {
    schemas: [CORE, ENTERPRISE],
    ...{ externalId, userName, active: isActive(entry) },
    ...withoutNulls({ displayName: part("displayName"), title: part("title") }),
    ...(Object.keys(name).length > 0 ? { name } : {}),
    ...(email === null ? {} : { emails: [{ type: "work", value: email, primary: true }] }),
    ...(mobile === null ? {} : { phoneNumbers: [{ type: "mobile", value: mobile }] }),
    ...(Object.keys(enterprise).length > 0 ? { [ENTERPRISE]: enterprise } : {}),
  };
}

/** The first value that an attribute of the list has, binary ids as GUID; names are compared without case. */
export function firstOf(entry: LdapEntry, names: readonly string[]): string | null {
  for (const name of names) {
    const key = Object.keys(entry).find((one) => one.toLowerCase() === name.toLowerCase());
    const value = key === undefined ? undefined : entry[key];
    const first = Array.isArray(value) ? value[0] : value;
    const text = Buffer.isBuffer(first) ? textOf(first) : first;
    if (typeof text === "string" && text.trim() !== "") return text.trim();
  }
  return null;
}

function textOf(bytes: Buffer): string {
  return bytes.length === GUID_BYTES ? guidOf(bytes) : bytes.toString("hex");
}

/** Active Directory writes the first three groups with their bytes reversed ([MS-DTYP] 2.3.4). */
function guidOf(bytes: Buffer): string {
  const hex = [...[3, 2, 1, 0], ...[5, 4], ...[7, 6], ...[8, 9], ...[10, 11, 12, 13, 14, 15]]
    .map((at) => (bytes[at] ?? 0).toString(16).padStart(2, "0"))
    .join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function isActive(entry: LdapEntry): boolean {
  const [flags, locked, lock] = LOCKS.map((name) => firstOf(entry, [name]));
  if (((Number(flags ?? 0) || 0) & DISABLED_FLAG) !== 0) return false;
  return locked !== LOCKED_FOR_GOOD && lock?.toLowerCase() !== "true";
}

function withoutNulls(parts: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
