import { expect, test } from "vitest";
import { firstOf, OPEN_LDAP, personOf } from "./person.ts";
import { readLdapSettings } from "./settings.ts";

const good = {
  ...{ LDAP_URL: "ldaps://dc1.example.com", LDAP_BIND_DN: "cn=reader", LDAP_BIND_PASSWORD: "geheim" },
  ...{ LDAP_BASE: "dc=example,dc=com", SCIM_TOKEN: "today_scim_x" },
};
const problemOf = (over: Record<string, string>) => {
  try {
    readLdapSettings({ ...good, ...over }, "/srv");
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

test("the rest of the settings is what fits most directories", () => {
  expect(readLdapSettings({ ...good, SCIM_URL: "https://today.example.com/" }, "/srv")).toEqual({
    ...{ url: "ldaps://dc1.example.com", startTls: false, caFile: null, bindDn: "cn=reader", bindPassword: "geheim" },
    ...{ base: "dc=example,dc=com", filter: null, attributes: {}, pageSize: 200, dataDir: "/srv/.data" },
    ...{ scimUrl: "https://today.example.com/scim/v2", scimToken: "today_scim_x" },
  });
  expect(readLdapSettings({ ...good, PORT: "9000" }, "/srv").scimUrl).toBe("http://127.0.0.1:9000/scim/v2");
});

test("attributes are named for a part, with what stands in where one is empty", () => {
  const { attributes } = readLdapSettings(
    { ...good, LDAP_ATTRIBUTES: "userName=mail, displayName=displayName|cn" },
    "/srv",
  );
  expect(attributes).toEqual({ userName: ["mail"], displayName: ["displayName", "cn"] });
});

test.each([
  [{ LDAP_URL: "" }, "LDAP_URL is missing."],
  [
    { LDAP_URL: "dc1.example.com" },
    'LDAP_URL must be an address such as ldaps://dc1.example.com; it is "dc1.example.com".',
  ],
  [{ LDAP_URL: "ldap://dc1.example.com" }, /^LDAP_URL would send the password unencrypted: use ldaps/],
  [{ LDAP_STARTTLS: "true" }, "LDAP_STARTTLS goes with ldap://; an ldaps:// address is encrypted already."],
  [{ LDAP_STARTTLS: "yes" }, "LDAP_STARTTLS must be true or false."],
  [{ LDAP_CA_FILE: "none.pem" }, "LDAP_CA_FILE names no file: none.pem"],
  [{ LDAP_FILTER: "objectClass=user" }, /^LDAP_FILTER must be one filter in brackets/],
  [{ LDAP_ATTRIBUTES: "phone=mobile" }, /^LDAP_ATTRIBUTES knows no "phone", only id, userName/],
  [{ LDAP_ATTRIBUTES: "mobile=" }, 'LDAP_ATTRIBUTES names no attribute for mobile: "mobile=".'],
  [{ LDAP_PAGE_SIZE: "0" }, "LDAP_PAGE_SIZE must be a number from 1 to 1000."],
  [{ SCIM_URL: "today" }, /^SCIM_URL must be the product's address/],
  [{ SCIM_TOKEN: "", LDAP_BASE: "" }, "LDAP_BASE is missing.\nSCIM_TOKEN is missing."],
])("%j is refused in a line that names it and no secret", (over, line) => {
  const problem = problemOf(over);
  if (typeof line === "string") expect(problem).toBe(line);
  else expect(problem).toMatch(line);
  expect(problem).not.toMatch(/geheim|today_scim/);
});

test("unencrypted is allowed to this machine, and where it is asked for", () => {
  expect(problemOf({ LDAP_URL: "ldap://127.0.0.1:389" })).toBeNull();
  expect(problemOf({ LDAP_URL: "ldap://dc1.example.com", LDAP_PLAINTEXT: "true" })).toBeNull();
  expect(problemOf({ LDAP_URL: "ldap://dc1.example.com", LDAP_STARTTLS: "true" })).toBeNull();
});

test("an entry without an id or a name is nobody; locks of several servers count; names are compared without case", () => {
  const entry = { entryUUID: "1f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12", UID: ["li"], cn: "李", sn: [] };
  const person = (more: object) => personOf({ ...entry, ...more }, OPEN_LDAP.attributes);
  expect(person({})).toMatchObject({ userName: "li", displayName: "李", active: true });
  expect(person({ UID: "" })).toBeNull();
  expect(person({ entryUUID: "x".repeat(257) })).toBeNull();
  expect(person({ pwdAccountLockedTime: "000001010000Z" })?.active).toBe(false);
  expect(person({ pwdAccountLockedTime: "20261122043000Z" })?.active).toBe(true);
  expect(person({ nsAccountLock: "TRUE" })?.active).toBe(false);
  expect(person({ userAccountControl: "66050" })?.active).toBe(false);
  expect(firstOf({ mail: [" a@b.c "] }, ["none", "MAIL"])).toBe("a@b.c");
});
