import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Attribute, Change } from "ldapts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readLdapSettings } from "./settings.ts";
import { type SyncWish, syncPeople } from "./sync.ts";
import { startScim, type TestScim } from "./testing-scim.ts";
import { BASE, READER, startDirectory, type TestDirectory } from "./testing-slapd.ts";

const START_MS = 120_000;
const MANY = 1_500;
const once: SyncWish = { full: false, dryRun: false, force: false };
let directory: TestDirectory;
let scim: TestScim;
let dataDir: string;

const dnOf = (n: number) => `uid=p${n},${BASE}`;

/** 1,500 people with names of several scripts, somebody without a name to sign in with, and a part that is elsewhere. */
function companyOf(count: number): string {
  const names = ["张三", "Jürgen Müller", "José Ñandú", "Иван", "O'Brien, Pat"];
  const people = Array.from({ length: count }, (_, n) => {
    const name = Buffer.from(`${names[n % names.length]} ${n}`).toString("base64");
    const more = `employeeNumber: E${n}\nmail: p${n}@example.com\nmobile: +86 138${String(n).padStart(8, "0")}`;
    return `dn: ${dnOf(n)}\nobjectClass: inetOrgPerson\nuid: p${n}\ncn:: ${name}\nsn:: ${name}\n${more}\n`;
  });
  const nameless = `dn: cn=printer,${BASE}\nobjectClass: inetOrgPerson\ncn: printer\nsn: printer\n`;
  const away = `dn: ou=away,${BASE}\nobjectClass: referral\nobjectClass: extensibleObject\nou: away\nref: ldap://elsewhere.example.com/ou=away\n`;
  return [...people, nameless, away].join("\n");
}

beforeAll(async () => {
  directory = await startDirectory({ ldif: companyOf(MANY) });
}, START_MS);
afterAll(() => directory?.stop());
beforeEach(async () => {
  scim = await startScim();
  dataDir = mkdtempSync(join(tmpdir(), "today-ldap-"));
});
afterEach(() => {
  scim.stop();
  rmSync(dataDir, { recursive: true });
});

const settingsWith = (over: Record<string, string> = {}) =>
  readLdapSettings(
    {
      ...{ LDAP_URL: directory.url, LDAP_BIND_DN: READER.dn, LDAP_BIND_PASSWORD: READER.password, LDAP_BASE: BASE },
      ...{ SCIM_URL: scim.url, SCIM_TOKEN: scim.token, DATA_DIR: dataDir, ...over },
    },
    "/",
  );
const sync = (wish: Partial<SyncWish> = {}, over: Record<string, string> = {}) =>
  syncPeople(settingsWith(over), { ...once, ...wish });
const byName = (userName: string) => [...scim.users.values()].find((one) => one.userName === userName);

test("1,500 people come over pages of 200 with every letter of their names; a dry run only counts", {
  timeout: 60_000,
}, async () => {
  expect(await sync({ dryRun: true })).toMatchObject({
    read: MANY + 1,
    added: MANY,
    skipped: 1,
  });
  expect(scim.users.size).toBe(0);
  const counts = await sync({});
  expect(counts).toMatchObject({ full: true, added: MANY, updated: 0, removed: 0, refused: 0, referrals: 1 });
  expect(scim.users.size).toBe(MANY);
  expect(byName("p1")).toMatchObject({
    externalId: expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
    displayName: "Jürgen Müller 1",
    active: true,
    emails: [{ value: "p1@example.com", primary: true }],
    phoneNumbers: [{ type: "mobile", value: "+86 13800000001" }],
  });
  expect(byName("p0")).toMatchObject({ displayName: "张三 0" });
  const kept = readFileSync(join(dataDir, "ldap-sync.json"), "utf8");
  expect(kept).not.toMatch(/p1|example/);
  expect(statSync(join(dataDir, "ldap-sync.json")).mode & 0o77).toBe(0);
});

test("a further run reads what has changed, and takes the same change twice as once", { timeout: 60_000 }, async () => {
  const small = { LDAP_FILTER: "(&(objectClass=inetOrgPerson)(|(uid=p7)(uid=p8)(uid=p9)))" };
  expect(await sync({}, small)).toMatchObject({ full: true, added: 3 });
  await directory.change(async (client) => {
    await client.modify(
      dnOf(8),
      new Change({ operation: "replace", modification: new Attribute({ type: "title", values: ["工程师"] }) }),
    );
  });
  const next = await sync({}, small);
  expect(next).toMatchObject({ full: false, added: 0, removed: 0 });
  expect(next.updated).toBeGreaterThan(0);
  expect(byName("p8")).toMatchObject({ title: "工程师" });
  const users = JSON.stringify([...scim.users]);
  await sync({}, small);
  expect(JSON.stringify([...scim.users])).toBe(users);
  expect(await sync({}, { ...small, LDAP_ATTRIBUTES: "displayName=mail" })).toMatchObject({ full: true });
  expect(byName("p8")).toMatchObject({ displayName: "p8@example.com" });
});

test("whom the directory no longer has is removed by a full run alone; most of all only by force", {
  timeout: 60_000,
}, async () => {
  const some = { LDAP_FILTER: "(&(objectClass=inetOrgPerson)(uid=p10*))" };
  await sync({}, some);
  const before = scim.users.size;
  await directory.change((client) => client.del(dnOf(1001)));
  expect(await sync({}, some)).toMatchObject({ removed: 0 });
  expect(await sync({ full: true }, some)).toMatchObject({ full: true, removed: 1, added: 0 });
  expect(byName("p1001")).toBeUndefined();
  expect(scim.users.size).toBe(before - 1);
  const wrong = { LDAP_FILTER: "(&(objectClass=inetOrgPerson)(uid=p1002))" };
  await expect(sync({ full: true }, wrong)).rejects.toThrow(
    /^\d+ of \d+ known people are no longer found: is LDAP_BASE or LDAP_FILTER wrong/,
  );
  expect(scim.users.size).toBe(before - 1);
  expect(await sync({ full: true, force: true }, wrong)).toMatchObject({ removed: before - 2 });
});

test("somebody who was deleted and made again keeps their account under a new id", { timeout: 60_000 }, async () => {
  const one = { LDAP_FILTER: "(&(objectClass=inetOrgPerson)(uid=p1200))" };
  await sync({}, one);
  const before = byName("p1200");
  await directory.change(async (client) => {
    await client.del(dnOf(1200));
    await client.add(dnOf(1200), { objectClass: "inetOrgPerson", uid: "p1200", cn: "新", sn: "新" });
  });
  expect(await sync({ full: true, force: true }, one)).toMatchObject({ updated: 1, refused: 0 });
  const after = byName("p1200");
  expect([after?.id, after?.displayName]).toEqual([before?.id, "新"]);
  expect(after?.externalId).not.toBe(before?.externalId);
});

test("a server that goes away between pages leaves nobody removed and no mark, and the next run makes up for it", {
  timeout: 60_000,
}, async () => {
  const target = Number(new URL(directory.url).port);
  const proxy = createServer((socket) => {
    const onward = connect(target, "127.0.0.1");
    let sent = 0;
    onward.on("data", (chunk) => {
      sent += chunk.length;
      if (sent < 200_000) socket.write(chunk);
      else for (const one of [socket, onward]) one.destroy();
    });
    socket.on("data", (chunk) => onward.write(chunk));
    for (const one of [socket, onward]) one.on("error", () => {});
  }).listen(0, "127.0.0.1");
  await new Promise((done) => proxy.once("listening", done));
  const url = `ldap://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  await expect(sync({ full: true }, { LDAP_URL: url, LDAP_PAGE_SIZE: "100" })).rejects.toThrow(
    /does not answer as it must/,
  );
  proxy.close();
  expect(scim.writes).not.toContain("DELETE");
  expect(scim.users.size).toBeGreaterThan(0);
  expect(scim.users.size).toBeLessThan(MANY);
  expect(await sync({})).toMatchObject({ full: true, refused: 0 });
  expect(scim.users.size).toBe(MANY - 1);
});

test("LDAPS and StartTLS trust the given CA and no other", { timeout: 60_000 }, async () => {
  const few = { LDAP_FILTER: "(&(objectClass=inetOrgPerson)(uid=p20))" };
  const ldaps = { ...few, LDAP_URL: directory.secureUrl };
  await expect(sync({}, ldaps)).rejects.toThrow(
    /certificate of ldaps:.* is not trusted .* give its CA with LDAP_CA_FILE/,
  );
  expect(await sync({}, { ...ldaps, LDAP_CA_FILE: directory.caFile })).toMatchObject({ added: 1 });
  await expect(sync({}, { ...few, LDAP_STARTTLS: "true" })).rejects.toThrow(/is not trusted/);
  expect(await sync({}, { ...few, LDAP_STARTTLS: "true", LDAP_CA_FILE: directory.caFile })).toMatchObject({
    updated: 1,
  });
});

test("a wrong password, base, token and a product that is away are each told in one line that names the setting", {
  timeout: 60_000,
}, async () => {
  await expect(sync({}, { LDAP_BIND_PASSWORD: "x" })).rejects.toThrow("refuses the password of LDAP_BIND_DN");
  await expect(sync({}, { LDAP_BASE: "dc=nowhere" })).rejects.toThrow('There is no LDAP_BASE "dc=nowhere"');
  await expect(sync({}, { LDAP_PAGE_SIZE: "500" })).rejects.toThrow("set LDAP_PAGE_SIZE to less");
  await expect(sync({}, { LDAP_URL: "ldap://127.0.0.1:1" })).rejects.toThrow("ldap://127.0.0.1:1 does not answer");
  await expect(sync({}, { SCIM_TOKEN: "x" })).rejects.toThrow("SCIM_TOKEN is wrong");
  await expect(sync({}, { SCIM_URL: `${scim.url}/other` })).rejects.toThrow("is SCIM_URL the product's address?");
  scim.broken = 2;
  expect(await sync({}, { LDAP_FILTER: "(&(objectClass=inetOrgPerson)(uid=p30))" })).toMatchObject({ added: 1 });
  expect(scim.writes).toEqual(["POST"]);
});
