import { parseScimFilter } from "@today/core/scim-filter";
import { expect, test } from "vitest";
import { listAccounts, readAccount } from "./account.ts";
import { findByKeys, keepMatches, keepPersonKeys, readMatched, type StoredMatch } from "./account-match.ts";
import { type AccountWish, deleteAccount, findDeletedAccount, writeAccount } from "./account-write.ts";
import { addPeople, mintCompany, type TestCompany } from "./testing.ts";

const unmatched: StoredMatch = { state: "unmatched", person: null, rule: null, people: [] };

const au = (company: TestCompany, at = 5) => ({
  ...{ company: company.id, person: "token", today: "2026-09-17", at, channel: "scim" },
});

function acc(id: string, over: Partial<AccountWish> & { told?: object } = {}): AccountWish {
  const { told = {}, ...rest } = over;
  const resource = JSON.stringify({ userName: id, ...told });
  return {
    ...{
      id,
      version: 0,
      externalId: null,
      userName: id,
      active: true,
      resource,
      keyedBy: "k",
      keys: [],
      match: unmatched,
    },
    ...rest,
  };
}

async function house() {
  const company = await mintCompany();
  const origin = { company: company.id, source: "scim" };
  const write = (wish: AccountWish, at?: number) => writeAccount(company.db, au(company, at), "scim", wish);
  return { company, origin, write, db: company.db };
}

test("a name is had once, whatever its case, and an outside id too", async () => {
  const { write, db, origin, company } = await house();
  expect(await write(acc("Zhao@x.cn", { externalId: "e1" }))).toBe("written");
  expect(await write(acc("two", { userName: "zhao@X.cn" }))).toBe("taken");
  expect(await write(acc("three", { externalId: "e1" }))).toBe("taken");
  expect(await writeAccount(db, au(company), "ldap", acc("four", { externalId: "e1" }))).toBe("written");
  expect((await listAccounts(db, origin, { filter: null, first: 0, count: 10 }))?.total).toBe(1);
});

test("who comes later with an older version writes nothing", async () => {
  const { write, db, origin } = await house();
  await write(acc("a"));
  expect(await write(acc("a", { version: 1, active: false }))).toBe("written");
  expect(await write(acc("a", { version: 1, active: true }))).toBe("outdated");
  expect(await write(acc("a", { version: 0 }))).toBe("outdated");
  expect(await readAccount(db, origin, "a")).toMatchObject({ active: false, version: 2 });
});

test("a deleted account forgets what it told, leaves its name to others and comes back by its outside id", async () => {
  const { write, db, origin, company } = await house();
  await write(acc("a", { externalId: "e1", userName: "zhao" }));
  expect(await deleteAccount(db, au(company), "scim", "a")).toBe(true);
  expect(await deleteAccount(db, au(company), "scim", "a")).toBe(false);
  expect(await readAccount(db, origin, "a")).toBeNull();
  expect(await db.all("select resource from account where company_id = ?1", company.id)).toEqual([{ resource: "{}" }]);
  expect(await write(acc("b", { externalId: "e2", userName: "zhao" }))).toBe("written");
  expect(await findDeletedAccount(db, origin, { externalId: null, userName: "zhao" })).toBeNull();
  expect(await findDeletedAccount(db, origin, { externalId: "e1", userName: "new" })).toEqual({ id: "a", version: 2 });
  expect(await write(acc("a", { version: 2, externalId: "e1", userName: "new" }))).toBe("written");
  const history = await db.all<{ action: string }>(
    "select action from history where company_id = ?1 and subject = 'account' and subject_id = 'a' order by id",
    company.id,
  );
  expect(history.map(({ action }) => action)).toEqual(["create", "delete", "return"]);
});

test("keys find people, twice is once, and what is no longer a key finds nobody", async () => {
  const { db, company } = await house();
  await addPeople(company, ["zhao", "qian"]);
  const keep = (keys: object) =>
    db.batch(
      keepPersonKeys(
        db,
        company.id,
        Object.entries(keys).map(([id, digests]) => ({ id, keys: digests })),
      ),
    );
  const e = (digest: string) => ({ kind: "email" as const, digest });
  await keep({ zhao: [e("1"), e("2")], qian: [e("2")] });
  await keep({ zhao: [e("1"), e("2")], qian: [e("2")] });
  const find = (digest: string) => findByKeys(db, company.id, [{ id: "a", keys: [{ rule: "email", ...e(digest) }] }]);
  expect((await find("2")).map(({ person }) => person).sort()).toEqual(["qian", "zhao"]);
  await keep({ zhao: [] });
  expect((await find("2")).map(({ person }) => person)).toEqual(["qian"]);
  expect(await find("1")).toEqual([]);
});

test("a match is written once, with history, and never over what was said by hand", async () => {
  const { db, company, write } = await house();
  await addPeople(company, ["zhao"]);
  await write(acc("a"));
  await write(acc("b"));
  await db.batch([
    db.prepare("update account set rule = 'hand', state = 'nobody' where company_id = ?1 and id = 'b'", company.id),
  ]);
  const match = { state: "matched", person: "zhao", rule: "email", people: [] } as const;
  for (const _ of [1, 2])
    await db.batch(
      keepMatches(
        db,
        au(company),
        ["a", "b"].map((id) => ({ id, ...match })),
      ),
    );
  expect(
    await db.all("select id, state, person_id from account where company_id = ?1 order by id", company.id),
  ).toEqual([
    { id: "a", state: "matched", person_id: "zhao" },
    { id: "b", state: "nobody", person_id: null },
  ]);
  expect(await db.all("select 1 from history where company_id = ?1 and action = 'match'", company.id)).toHaveLength(1);
  const wish = { after: "", people: null, keyedBy: "other", limit: 10 };
  expect(await readMatched(db, company.id, wish)).toMatchObject([{ id: "a", resource: '{"userName":"a"}', keys: [] }]);
});

test.each([
  ['userName eq "ZHAO@x.cn"', ["zhao@x.cn"]],
  ['userName co "X.CN"', ["qian@x.cn", "zhao@x.cn"]],
  ['userName sw "zh" or externalId eq "E2"', ["qian@x.cn", "zhao@x.cn"]],
  ['externalId eq "e2"', []],
  ["active eq true", ["sun", "zhao@x.cn"]],
  ['active eq "False"', ["qian@x.cn"]],
  ['not (active ne "false") or displayName eq "赵一"', ["qian@x.cn", "zhao@x.cn"]],
  ['emails[type eq "work"].value eq "Z@X.cn"', ["zhao@x.cn"]],
  ['emails[type eq "home" and value eq "z@x.cn"]', []],
  ['emails.value ew "x.cn"', ["zhao@x.cn"]],
  ["emails pr and externalId pr", ["zhao@x.cn"]],
  ["externalId eq null", ["sun"]],
  ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "e1"', ["zhao@x.cn"]],
  ['displayName ne "赵一"', ["qian@x.cn", "sun"]],
  ['displayName sw "%\' or 1=1 --"', []],
  ['nickName eq "x"', null],
  ['userName gt "x"', null],
  ["userName eq 1", null],
  ["active co true", null],
  ['emails[nick eq "x"]', null],
  ['members eq "x"', null],
  [Array.from({ length: 41 }, () => "id pr").join(" or "), null],
  [Array.from({ length: 40 }, () => "id pr").join(" or "), ["qian@x.cn", "sun", "zhao@x.cn"]],
  [Array.from({ length: 41 }, () => 'id eq "1"').join(" or "), null],
])("%s", async (text, names) => {
  const { write, db, origin } = await house();
  const work = { type: "work", value: "z@X.cn" };
  const enterprise = { "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { employeeNumber: "E1" } };
  await write(
    acc("1", { userName: "zhao@x.cn", externalId: "E1", told: { displayName: "赵一", emails: [work], ...enterprise } }),
  );
  await write(acc("2", { userName: "qian@x.cn", externalId: "E2", active: false }));
  await write(acc("3", { userName: "sun" }));
  const page = await listAccounts(db, origin, { filter: parseScimFilter(text), first: 0, count: 10 });
  expect(page?.rows.map(({ userName }) => userName).sort() ?? null).toEqual(names);
});
