import { describe, expect, test } from "vitest";
import type { Accounts, NewScimToken, PersonPositions, Positions } from "../contract.ts";
import { cookieOf } from "../testing.ts";
import { openTown, type Town } from "../testing-town.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** What a user of a directory may tell of one and the same person of the town. */
const told = {
  number: { userName: "a", [enterprise]: { employeeNumber: "hz00001" } },
  mobile: { userName: "a", phoneNumbers: [{ type: "mobile", value: "0086 138-1000-0000" }] },
  email: { userName: "a", emails: [{ type: "work", value: "ZHAO001@Example.com" }] },
  user: { userName: "a", externalId: "zhao001" },
};

interface Desk {
  readonly town: Town;
  call<Body>(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: Body }>;
  tell(user: object): Promise<string>;
  accounts(query?: string): Promise<Accounts>;
}

async function openDesk(): Promise<Desk> {
  const town = await openTown();
  const cookie = await cookieOf(town.companyId, "admin012", town.simulator.now());
  const ask = async (method: string, path: string, body: unknown, headers: Record<string, string>) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const init = { method, headers: { "content-type": "application/json", ...headers }, ...content };
    const answer = await town.receive(new Request(`http://today.test${path}`, init));
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
  };
  const call: Desk["call"] = (method, path, body) => ask(method, path, body, { cookie });
  const wish = { id: crypto.randomUUID(), name: "Entra", source: "scim", days: null };
  const { token } = (await call<NewScimToken>("POST", "/api/scim-tokens", wish)).body;
  return {
    ...{ town, call },
    async tell(user) {
      const { body } = await ask("POST", "/scim/v2/Users", user, { authorization: `Bearer ${token}` });
      return body.id;
    },
    accounts: async (query = "") => (await call<Accounts>("GET", `/api/accounts${query}`)).body,
  };
}

describe("whose an account is", () => {
  test.each(Object.entries(told))("is found by its %s", async (rule, user) => {
    const { tell, accounts } = await openDesk();
    await tell(user);
    const { accounts: found, counts } = await accounts();
    expect(found).toMatchObject([{ state: "matched", rule, person: { id: "zhao001", name: "赵磊" }, others: 0 }]);
    expect(counts).toEqual({ matched: 1, ambiguous: 0, unmatched: 0, nobody: 0 });
  });

  test("neither phones nor e-mails of DingTalk are anywhere in the tables", async () => {
    const { town } = await openDesk();
    const tables = await town.db.all<{ name: string }>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_cf%' escape '\\'",
    );
    for (const { name } of tables) {
      const columns = await town.db.all<{ name: string }>("select name from pragma_table_info(?1)", name);
      if (!columns.some((column) => column.name === "company_id")) continue;
      const rows = await town.db.all(`select * from ${name} where company_id = ?1`, town.companyId);
      expect(JSON.stringify(rows)).not.toMatch(/1381000|@example\.com/);
    }
    const [keys] = await town.db.all<{ n: number }>(
      "select count(*) as n from person_key where company_id = ?1",
      town.companyId,
    );
    expect(keys?.n).toBe(30 * 5);
  });

  test("two people are listed and not guessed among; by hand one is said, survives a sync, and is taken back", async () => {
    const { town, call, tell, accounts } = await openDesk();
    const emails = [{ value: "zhao001@example.com" }, { value: "li002@example.com" }];
    const id = await tell({ userName: "shared", emails });
    const people = [{ id: "li002" }, { id: "zhao001" }];
    expect((await accounts("?state=ambiguous")).accounts).toMatchObject([
      { id, state: "ambiguous", person: null, people },
    ]);
    for (const person of ["li002", "li002", null]) {
      expect((await call("PUT", `/api/accounts/${id}/person`, { person })).status).toBe(204);
    }
    expect((await accounts()).accounts).toMatchObject([{ state: "nobody", rule: "hand", person: null }]);
    await call("PUT", `/api/accounts/${id}/person`, { person: "li002" });
    await syncLater(town);
    expect((await accounts()).accounts).toMatchObject([{ state: "matched", rule: "hand", person: { id: "li002" } }]);
    expect((await call("PUT", `/api/accounts/${id}/person`, { person: "nobody" })).status).toBe(404);
    await call("DELETE", `/api/accounts/${id}/person`);
    expect((await accounts()).accounts).toMatchObject([{ state: "ambiguous", rule: "email", people }]);
    const history = await town.db.all<{ action: string }>(
      "select action from history where company_id = ?1 and subject = 'account' order by id",
      town.companyId,
    );
    const hand = "match-by-hand";
    expect(history.map(({ action }) => action)).toEqual(["create", hand, hand, hand, "match-undone"]);
  });

  test("who comes later is found when DingTalk tells of them", async () => {
    const { town, tell, accounts } = await openDesk();
    await tell({ userName: "neu", phoneNumbers: [{ value: "13810001110" }] });
    expect((await accounts()).accounts).toMatchObject([{ state: "unmatched" }]);
    await town.listen({ contactEvents: true });
    await town.control("employees", { name: "新人" });
    await town.drain();
    expect((await accounts()).accounts).toMatchObject([{ state: "matched", rule: "mobile", person: { name: "新人" } }]);
  });

  test("what the app may no longer read finds nobody any more", async () => {
    const { town, tell, accounts } = await openDesk();
    await tell(told.mobile);
    await town.control("switches", { contactFields: false });
    await syncLater(town);
    expect((await accounts()).accounts).toMatchObject([{ state: "unmatched" }]);
  });

  test("a rule of one's own and another order are tried on all accounts at once", async () => {
    const { town, call, tell, accounts } = await openDesk();
    await tell({ userName: "C-00003@corp.cn", emails: [{ value: "zhao001@example.com" }] });
    expect((await accounts()).accounts[0]).toMatchObject({ rule: "email", person: { id: "zhao001" } });
    const own = { kind: "own", pattern: "^c-(\\d{5})@corp\\.cn$", as: "number" };
    const rules = [own, { kind: "email" }];
    expect((await call("PUT", "/api/account-rules", { version: 0, rules })).status).toBe(204);
    await town.drain();
    expect((await accounts()).accounts[0]).toMatchObject({ rule: "email", person: { id: "zhao001" } });
    const better = [{ ...own, pattern: "^c-(\\d{5})@", as: "user" }, { kind: "email" }];
    const wang = await tell({ userName: "X.wang003@corp.cn" });
    await call("PUT", "/api/account-rules", {
      version: 1,
      rules: [{ ...own, pattern: "^x\\.(\\w+)@", as: "user" }, ...better],
    });
    await town.drain();
    const found = (await accounts("?q=wang")).accounts;
    expect(found).toMatchObject([{ id: wang, state: "matched", rule: "own-0", person: { id: "wang003" } }]);
    expect((await call("PUT", "/api/account-rules", { version: 1, rules })).status).toBe(409);
  });

  test("a deactivated account leaves its person where they are: who is employed DingTalk says", async () => {
    const { town, tell } = await openDesk();
    await tell({ ...told.user, active: false });
    const [person] = await town.db.all(
      "select active from person where company_id = ?1 and id = 'zhao001'",
      town.companyId,
    );
    expect(person).toEqual({ active: 1 });
  });

  test("who leaves DingTalk loses their sessions at once and keeps their account and history", async () => {
    const { town, tell, accounts } = await openDesk();
    await tell(told.user);
    const cookie = await cookieOf(town.companyId, "zhao001", town.simulator.now());
    const enter = async () =>
      (await town.receive(new Request("http://today.test/api/session", { headers: { cookie } }))).status;
    expect(await enter()).toBe(200);
    await town.listen({ contactEvents: true });
    await town.goTo("2026-09-17", 1200);
    await town.simulator.fetch(new Request("http://simulator/_simulator/employees/zhao001", { method: "DELETE" }));
    await town.drain();
    expect(await enter()).toBe(401);
    await syncLater(town);
    expect((await accounts()).accounts).toMatchObject([{ state: "matched", person: { id: "zhao001" } }]);
  });
});

test("job titles find their positions, those that are none are listed, and another table places them anew", async () => {
  const { town, call } = await openDesk();
  const read = async () => (await call<Positions>("GET", "/api/positions")).body;
  const first = await read();
  expect(first.version).toBe(0);
  expect(first.positions.find(({ code }) => code === "PM")?.people).toBeGreaterThanOrEqual(4);
  const people = (all: Positions) => [...all.positions, ...all.unmatched].reduce((sum, one) => sum + one.people, 0);
  expect(people(first)).toBe(30);
  const who = (await call<PersonPositions>("GET", "/api/positions/people?q=wang003")).body.people;
  expect(who).toEqual([{ person: { id: "wang003", name: "王建国", title: "项目经理" }, code: "PM" }]);
  const table = [{ code: "PM", nameZh: "项目经理", nameEn: "Project manager", patterns: [] }];
  expect((await call("PUT", "/api/positions", { version: 0, positions: table })).status).toBe(204);
  const second = await read();
  expect([second.version, second.positions.length, people(second)]).toEqual([1, 1, 30]);
  expect(second.unmatched.length).toBeGreaterThan(3);
  expect((await call("PUT", "/api/positions", { version: 1, positions: [] })).status).toBe(204);
  expect(await read()).toEqual(first);
  expect(
    await town.db.all("select 1 from history where company_id = ?1 and subject = 'positions'", town.companyId),
  ).toHaveLength(2);
});

async function syncLater(town: Town): Promise<void> {
  await town.simulator.advanceTo(town.simulator.now() + 3_600_000);
  await town.run({ kind: "directory" });
}
