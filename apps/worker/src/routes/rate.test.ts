import { addPeople } from "@today/db/testing";
import { expect, test } from "vitest";
import type { RatesPage, TermsPage } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const secret = 98_765;

/** He is HR, Jin finance, Lin the admin. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["he", "jin", "lin"]);
  const grants = "insert into role_grant values (?1, 'he', 'hr'), (?1, 'jin', 'finance'), (?1, 'lin', 'admin')";
  await house.db.batch([house.db.prepare(grants, house.id)]);
  return house;
}

async function shut({ db, id }: House): Promise<void> {
  const sql = "insert into period values (?1, '2026-08', '2026-08-01', '2026-08-31', 'closed', 3, 1, 0, 'he')";
  await db.batch([db.prepare(sql, id)]);
}

const put = (house: House, who: string, path: string, body: object) =>
  house.as(who).call("PUT", `/api/people/${path}`, body);
const ratesOf = async (house: House, person: string) =>
  (await house.as("jin").call<RatesPage>("GET", `/api/rates?q=${person}`)).body.people[0];
const termsOf = async (house: House, person: string) =>
  (await house.as("he").call<TermsPage>("GET", `/api/terms?q=${person}`)).body.people[0];

test("a month's pay is divided by 21.75 days of the hours that are due", async () => {
  const house = await furnish();
  await put(house, "jin", "zhao/rates/2026-09-01", { fenPerMonth: 1_740_000 });
  await put(house, "he", "zhao/terms/2026-10-01", { system: "standard", cycle: null, dailyMinutes: 240 });
  await put(house, "jin", "zhao/rates/2026-10-01", { fenPerMonth: 1_740_000 });
  expect(await ratesOf(house, "zhao")).toEqual({
    person: { id: "zhao", name: "zhao", title: null },
    rates: [
      { startsOn: "2026-09-01", fenPerHour: 10_000 },
      { startsOn: "2026-10-01", fenPerHour: 20_000 },
    ],
    dailyMinutes: 480,
  });
});

test("terms hold from their date on until they are taken back", async () => {
  const house = await furnish();
  const unsaid = { startsOn: null, system: "standard", cycle: null, dailyMinutes: 480 };
  const quarterly = { system: "comprehensive", cycle: "quarter", dailyMinutes: 480 };
  await put(house, "lin", "zhao/terms/2026-09-01", quarterly);
  expect(await termsOf(house, "zhao")).toMatchObject({
    active: true,
    terms: [unsaid, { startsOn: "2026-09-01", ...quarterly }],
  });
  expect((await house.as("he").call("DELETE", "/api/people/zhao/terms/2026-09-01")).status).toBe(204);
  expect((await termsOf(house, "zhao"))?.terms).toEqual([unsaid]);
});

test("saying the same twice, and taking back twice, changes nothing more", async () => {
  const house = await furnish();
  for (const [who, path, body] of [
    ["jin", "zhao/rates/2026-09-01", { fenPerHour: 8000 }],
    ["he", "zhao/terms/2026-09-01", { system: "irregular", cycle: null, dailyMinutes: 480 }],
  ] as const) {
    await put(house, who, path, body);
    const said = await house.count();
    await put(house, who, path, body);
    expect(await house.count()).toEqual(said);
    await house.as(who).call("DELETE", `/api/people/${path}`);
    const taken = await house.count();
    await house.as(who).call("DELETE", `/api/people/${path}`);
    expect(await house.count()).toEqual(taken);
  }
});

test("nothing that reaches into a closed period is said or taken back", async () => {
  const house = await furnish();
  await put(house, "jin", "zhao/rates/2026-08-01", { fenPerHour: 8000 });
  await shut(house);
  const before = await house.count();
  const jin = house.as("jin");
  expect((await jin.refused("PUT", "/api/people/zhao/rates/2026-08-31", { fenPerHour: 1 })).body.code).toBe(
    "period-closed",
  );
  expect((await jin.refused("PUT", "/api/people/zhao/rates/2026-07-01", { fenPerHour: 1 })).body.code).toBe(
    "period-closed",
  );
  expect((await jin.refused("DELETE", "/api/people/zhao/rates/2026-08-01")).body.code).toBe("period-closed");
  const terms = { system: "irregular", cycle: null, dailyMinutes: 480 };
  expect((await house.as("he").refused("PUT", "/api/people/zhao/terms/2026-08-31", terms)).body.code).toBe(
    "period-closed",
  );
  expect(await house.count()).toEqual(before);
  expect((await jin.call("PUT", "/api/people/zhao/rates/2026-09-01", { fenPerHour: 1 })).status).toBe(204);
});

test("a rate makes the person's months on projects stale from its month on", async () => {
  const house = await furnish();
  const month = "insert into project_month values (?1, 'p', ?2, ?3, '', 'onsite', '', 'approved', 60, 0, 0)";
  const rows = [
    ["2026-08", "zhao"],
    ["2026-09", "zhao"],
    ["2026-10", "zhao"],
    ["2026-11", "qian"],
  ] as const;
  await house.db.batch(rows.map((row) => house.db.prepare(month, house.id, ...row)));
  await put(house, "jin", "zhao/rates/2026-09-15", { fenPerHour: 8000 });
  const stale = await house.db.all("select month from stale_month where company_id = ?1 order by 1", house.id);
  expect(stale).toEqual([{ month: "2026-09" }, { month: "2026-10" }]);
});

test("fifty people a page, by name, each once", async () => {
  const house = await furnish();
  await addPeople(
    house,
    Array.from({ length: 60 }, (_, n) => `p${String(n).padStart(2, "0")}`),
  );
  const first = (await house.as("he").call<TermsPage>("GET", "/api/terms")).body;
  const next = encodeURIComponent(first.next ?? "");
  const second = (await house.as("he").call<TermsPage>("GET", `/api/terms?cursor=${next}`)).body;
  expect([first.people.length, second.people.length, second.next]).toEqual([50, 15, null]);
  const ids = [...first.people, ...second.people].map(({ person }) => person.id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test("rates are for finance's eyes alone: in lists, history and refusals", async () => {
  const house = await furnish();
  await put(house, "jin", "zhao/rates/2026-09-01", { fenPerHour: secret });
  const rows = await house.db.all(
    "select subject, subject_id, after from history where company_id = ?1 and subject <> 'person'",
    house.id,
  );
  expect(rows).toEqual([{ subject: "rate", subject_id: "zhao/2026-09-01", after: `{"fenPerHour":${secret}}` }]);
  const paths = [
    "/api/terms",
    "/api/overtime?person=zhao",
    "/api/overtime/people",
    "/api/alerts",
    "/api/rates",
    "/api/projects",
    "/api/workdays/2026-09-16?person=zhao",
    "/api/calendar/2026",
    "/api/policy",
  ];
  for (const who of ["zhao", "he", "lin"]) {
    for (const path of paths) {
      const { body } = await house.as(who).call("GET", path);
      expect(JSON.stringify(body)).not.toMatch(/fen|98765/i);
    }
    const refused = await house.as(who).refused("PUT", "/api/people/zhao/rates/2026-09-01", { fenPerHour: secret });
    expect(JSON.stringify(refused.body)).not.toMatch(/98765/);
  }
});
