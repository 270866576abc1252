import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Attribute, Change } from "ldapts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLdapSettings } from "./settings.ts";
import { syncPeople } from "./sync.ts";
import { startScim, type TestScim } from "./testing-scim.ts";
import { BASE, READER, startDirectory, type TestDirectory } from "./testing-slapd.ts";

const START_MS = 120_000;
const dataDir = mkdtempSync(join(tmpdir(), "today-ad-"));
const rootOf = (usn: number, server: string) =>
  `supportedCapabilities: 1.2.840.113556.1.4.800\nhighestCommittedUSN: ${usn}\ndsServiceName: CN=${server}`;
const dnOf = (name: string) => `cn=${name},${BASE}`;
const guid = "00112233445566778899aabbccddeeff";

function user(name: string, usn: number, control: number): string {
  const id = Buffer.from(guid.slice(0, 30) + usn.toString(16).padStart(2, "0"), "hex").toString("base64");
  const more = `userPrincipalName: ${name}@corp.example.com\nuSNChanged: ${usn}\nuserAccountControl: ${control}\nemployeeID: E-${name}`;
  return `dn: ${dnOf(name)}\nobjectClass: inetOrgPerson\nobjectClass: user\ncn: ${name}\nsn: ${name}\nobjectGUID:: ${id}\n${more}\n`;
}

const ldif = [user("li", 1, 512), user("wang", 2, 514), user("zhao", 3, 66_048)].join("\n");
let directory: TestDirectory;
let scim: TestScim;

beforeAll(async () => {
  directory = await startDirectory({ ldif, root: rootOf(3, "DC1") });
  scim = await startScim();
}, START_MS);
afterAll(async () => {
  scim?.stop();
  await directory?.stop();
  rmSync(dataDir, { recursive: true });
});

const sync = (url: string) =>
  syncPeople(
    readLdapSettings(
      {
        ...{ LDAP_URL: url, LDAP_BIND_DN: READER.dn, LDAP_BIND_PASSWORD: READER.password, LDAP_BASE: BASE },
        ...{ SCIM_URL: scim.url, SCIM_TOKEN: scim.token, DATA_DIR: dataDir, LDAP_FILTER: "(objectClass=user)" },
      },
      "/",
    ),
    { full: false, dryRun: false, force: false },
  );
const people = () =>
  Object.fromEntries([...scim.users.values()].map((one) => [one.userName, [one.externalId, one.active]]));

test("binary ids are read as GUIDs, disabled accounts come disabled, and the next run asks from the last number on", async () => {
  expect(await sync(directory.url)).toMatchObject({ full: true, added: 3, disabled: 1 });
  expect(people()).toEqual({
    "li@corp.example.com": ["33221100-5544-7766-8899-aabbccddee01", true],
    "wang@corp.example.com": ["33221100-5544-7766-8899-aabbccddee02", false],
    "zhao@corp.example.com": ["33221100-5544-7766-8899-aabbccddee03", true],
  });
  expect(await sync(directory.url)).toMatchObject({ full: false, read: 0 });
  const values = { uSNChanged: "9", userAccountControl: "514" };
  await directory.change((client) =>
    client.modify(
      dnOf("li"),
      Object.entries(values).map(
        ([type, value]) => new Change({ operation: "replace", modification: new Attribute({ type, values: [value] }) }),
      ),
    ),
  );
  expect(await sync(directory.url)).toMatchObject({ full: false, read: 1, updated: 1, disabled: 1 });
  expect(people()["li@corp.example.com"]).toEqual(["33221100-5544-7766-8899-aabbccddee01", false]);
});

test("another domain controller counts by itself: everybody is read again", async () => {
  const other = await startDirectory({ ldif, root: rootOf(7_000, "DC2") });
  try {
    expect(await sync(other.url)).toMatchObject({ full: true, updated: 3 });
  } finally {
    await other.stop();
  }
});
