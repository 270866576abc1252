import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { expect, test } from "vitest";
import type { RemotePeople } from "../../contract.ts";
import { openReading } from "../../testing-reading.ts";

type Reading = Awaited<ReturnType<typeof furnish>>;

/** Who is to be recognised by an e-mail; the first of the directory is the admin. */
async function furnish(emails: Readonly<Record<string, readonly string[]>> = {}) {
  const reading = await openReading(redmine, openRedmine({ key: "admin" }));
  const { town, stub } = reading;
  // Its users are the same ones in every stub.
  Object.assign(stub.world, { users: structuredClone(stub.world.users) });
  const people = await town.db.all<{ id: string }>(
    "select id from person where company_id = ?1 order by id",
    town.companyId,
  );
  const { company } = await town.context();
  for (const [email, at] of Object.entries(emails)) {
    for (const n of at) {
      const digest = await company.digest(`email ${email}`);
      const values = [town.companyId, people[Number(n)]?.id ?? "", digest] as const;
      await town.db.all(
        "insert into person_key (company_id, person_id, kind, digest) values (?1, ?2, 'email', ?3)",
        ...values,
      );
    }
  }
  await reading.read();
  await reading.send("lang", "1");
  return { ...reading, people: people.map(({ id }) => id) };
}

async function listed({ call, id }: Reading, query = ""): Promise<RemotePeople> {
  return (await call<RemotePeople>("GET", `/api/targets/${id}/people${query}`)).body;
}

async function oneOf(reading: Reading, userName: string) {
  const found = (await listed(reading)).people.find((one) => one.userName === userName);
  if (found === undefined) throw new Error(`${userName} is not listed`);
  return found;
}

test("whoever has the same e-mail is found, two who have it are told and not guessed among, and the others wait", async () => {
  const reading = await furnish({ "chenjing@example.com": ["1"], "liwei@example.com": ["2", "3"] });
  expect(await oneOf(reading, "chenjing")).toMatchObject({
    ...{ state: "matched", rule: "email", displayName: "静 陈", active: true },
    person: { id: reading.people[1] },
  });
  expect(await oneOf(reading, "liwei")).toMatchObject({
    state: "ambiguous",
    person: null,
    people: [{ id: reading.people[2] }, { id: reading.people[3] }],
  });
  expect((await listed(reading)).counts).toEqual({ matched: 1, ambiguous: 1, unmatched: 3, nobody: 0 });
  expect((await listed(reading, "?state=unmatched&q=%E7%8E%8B")).people.map(({ userName }) => userName)).toEqual(["8"]);
});

test("of an e-mail nothing is kept but a digest", async () => {
  const { town } = await furnish({ "chenjing@example.com": ["1"] });
  const kept = await town.db.all("select * from account where company_id = ?1", town.companyId);
  const keys = await town.db.all("select * from account_key where company_id = ?1", town.companyId);
  expect(keys.length).toBeGreaterThan(0);
  expect(JSON.stringify([kept, keys])).not.toContain("@example.com");
});

test("a link by hand outlives every reading, and can be taken back", async () => {
  const reading = await furnish({ "chenjing@example.com": ["1"] });
  const { call, people, town } = reading;
  const path = `/api/accounts/${(await oneOf(reading, "chenjing")).id}/person`;
  expect((await call("PUT", path, { person: people[4] })).status).toBe(204);
  await town.goTo("2026-09-18", 600);
  await reading.read();
  expect(await oneOf(reading, "chenjing")).toMatchObject({ state: "matched", rule: "hand", person: { id: people[4] } });
  await call("DELETE", path);
  expect(await oneOf(reading, "chenjing")).toMatchObject({ rule: "email", person: { id: people[1] } });
});

test("when the company's rules change, people of a target are still known by what their target told", async () => {
  const reading = await furnish({ "chenjing@example.com": ["1"] });
  const { call, town } = reading;
  const rules = [{ kind: "own", pattern: "^([a-z]+)$", as: "user" }, { kind: "email" }];
  expect((await call("PUT", "/api/account-rules", { version: 0, rules })).status).toBe(204);
  await town.drain();
  expect(await oneOf(reading, "chenjing")).toMatchObject({ state: "matched", rule: "email" });
});

test("whoever is locked there is told as inactive and stays who they are; who has left a project is its member no more", async () => {
  const reading = await furnish({ "liwei@example.com": ["2"] });
  const { projects, users } = reading.stub.world;
  Object.assign(projects[0] ?? {}, { members: [5, 6] });
  Object.assign(users.find(({ login }) => login === "liwei") ?? {}, { locked: true });
  await reading.town.goTo("2026-09-18", 600);
  await reading.read();
  expect((await reading.rows("remote_member")).map((row) => row.remote_person)).toEqual(["5", "6"]);
  expect(await oneOf(reading, "liwei")).toMatchObject({
    active: false,
    state: "matched",
    person: { id: reading.people[2] },
  });
});

test("two people who are told under one name are both there", async () => {
  const reading = await furnish();
  const names = reading.stub.world.users.filter(({ id }) => id === 5 || id === 6);
  for (const one of names) Object.assign(one, { login: "same" });
  await reading.town.goTo("2026-09-18", 600);
  expect(await reading.read()).toMatchObject({ state: "done" });
  const people = (await listed(reading, "?q=same")).people.map(({ userName }) => userName);
  expect(people).toHaveLength(2);
  expect(people).toContain("same");
});

test("of a target that was removed nobody's name is kept", async () => {
  const reading = await furnish({ "chenjing@example.com": ["1"] });
  const { call, id, town } = reading;
  expect((await call("DELETE", `/api/targets/${id}`)).status).toBe(204);
  const accounts = (await call<{ accounts: object[] }>("GET", `/api/accounts?source=target:${id}`)).body.accounts;
  expect(accounts).toEqual([]);
  expect(await town.db.all("select * from account_key where company_id = ?1", town.companyId)).toEqual([]);
  const kept = await town.db.all<{ resource: string }>(
    "select resource from account where company_id = ?1",
    town.companyId,
  );
  expect(kept.every(({ resource }) => resource === "{}")).toBe(true);
});
