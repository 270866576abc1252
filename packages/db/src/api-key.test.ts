import { expect, test } from "vitest";
import { findKeyNames, insertApiKey, listApiKeys, revokeApiKey } from "./api-key.ts";
import { useApiKey } from "./api-use.ts";
import { insertPickFor } from "./pick.ts";
import { insertProject } from "./project.ts";
import { addPeople, addProject, mintCompany } from "./testing.ts";

const date = "2026-09-17";
const window = { at: 100, windowAt: 0, limit: 3 };

async function opened(scopes: readonly string[], expiresAt: number | null = null) {
  const company = await mintCompany();
  const { id, db } = company;
  await addPeople(company, ["lin", "zhao"]);
  await addProject(company, { id: "lang", members: ["zhao"] });
  await db.all("insert into role_grant values (?1, 'lin', 'admin')", id);
  const admin = { company: id, person: "lin", today: date, at: 1, channel: "app" };
  const key = { id: "k1", name: "Zapier", prefix: "today_key_ab12", scopes, expiresAt, digest: "d1" };
  expect(await insertApiKey(db, admin, key)).toBe(true);
  return { db, company: id, admin, key, author: { ...admin, person: "k1", at: 100, channel: "api" } };
}

const wish = { id: "p1", date, project: "lang", task: null, from: null, person: "zhao", reason: "门禁" };

test("a key picks while it holds and may; one that ended between the door and the write writes nothing", async () => {
  const may = await opened(["picks:write"]);
  expect(await insertPickFor(may.db, may.author, wish)).toBe(true);
  const other = await opened(["projects:write"]);
  expect(await insertPickFor(other.db, other.author, wish)).toBe(false);
  const over = await opened(["picks:write"], 100);
  expect(await insertPickFor(over.db, over.author, wish)).toBe(false);
  const ended = await opened(["picks:write"]);
  expect(await revokeApiKey(ended.db, ended.admin, "k1")).toBe(true);
  expect(await insertPickFor(ended.db, ended.author, wish)).toBe(false);
  const told = await ended.db.all("select 1 from history where company_id = ?1 and subject = 'pick'", ended.company);
  expect(told).toEqual([]);
});

test("a project is made by a key that may alone", async () => {
  const project = {
    id: "n",
    code: "N",
    name: "新",
    shortName: "新",
    mark: "新",
    color: 1,
    startsOn: null,
    closedOn: null,
  };
  for (const [scope, made] of [
    ["projects:write", true],
    ["projects:read", false],
  ] as const) {
    const { db, author } = await opened([scope]);
    expect(await insertProject(db, author, { project, managers: [], count: 1 })).toBe(made);
  }
});

test("only an admin makes and ends keys; the history tells both, and never the digest", async () => {
  const { db, company, admin, key } = await opened(["people:read"]);
  const nobody = { ...admin, person: "zhao" };
  await insertApiKey(db, nobody, { ...key, id: "k2", digest: "d2" });
  await revokeApiKey(db, nobody, "k1");
  expect((await listApiKeys(db, company)).map(({ id }) => id)).toEqual(["k1"]);
  expect(await insertApiKey(db, admin, { ...key, digest: "d3" })).toBe(false);
  expect(await revokeApiKey(db, admin, "none")).toBe(false);
  for (let again = 0; again < 2; again++) expect(await revokeApiKey(db, admin, "k1")).toBe(true);
  expect(await listApiKeys(db, company)).toEqual([]);
  expect(await findKeyNames(db, company, ["k1", "zhao"])).toEqual([{ id: "k1", name: "Zapier" }]);
  const history = await db.all(
    "select actor, action, before, after from history where company_id = ?1 and subject = 'api-key' order by id",
    company,
  );
  expect(history).toMatchObject([
    { actor: "lin", action: "create" },
    { actor: "lin", action: "revoke" },
  ]);
  expect(JSON.stringify(history)).not.toContain("d1");
});

test("uses are counted to the limit, also when they come at once, and begin anew with the window", async () => {
  const { db, company } = await opened(["people:read"]);
  const use = (over: Partial<typeof window> = {}) => useApiKey(db, company, { ...window, ...over, digest: "d1" });
  const used = (await Promise.all(Array.from({ length: 6 }, () => use()))).map((key) => key?.used);
  expect(used.sort()).toEqual([1, 2, 3, 4, 4, 4]);
  expect((await use({ at: 60_100, windowAt: 60_000 }))?.used).toBe(1);
  const rows = await db.all("select window_at, used, used_at from api_use where company_id = ?1", company);
  expect(rows).toEqual([{ window_at: 60_000, used: 1, used_at: 60_100 }]);
  expect(await useApiKey(db, "another", { ...window, digest: "d1" })).toBe(null);
});
