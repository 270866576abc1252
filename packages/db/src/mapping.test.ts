import { expect, test } from "vitest";
import { insertMapping, listMappings, readMapping, readMappings } from "./mapping.ts";
import { addPeople, mintCompany, type TestCompany } from "./testing.ts";

const author = (company: TestCompany) => ({
  ...{ company: company.id, person: "lin", today: "2026-09-17", at: 5, channel: "app" },
});

const rules = [{ of: "worklog", to: "note", from: "{place}", table: null, optional: true } as const];
const wish = {
  targetId: "t1",
  version: 1,
  rules,
  offers: { activity: ["8"] },
  reach: "unsent",
  ofVersion: null,
} as const;

async function furnish(): Promise<TestCompany> {
  const company = await mintCompany();
  await addPeople(company, ["lin"]);
  const worklog = `insert into worklog (company_id, target_id, key, marker, person_id, date, project_id, serial, minutes, body,
      digest, sent_digest, state, changed_at)
    values (?1, 't1', ?2, ?2, 'lin', ?3, 'lang', '', 60, '{}', 'd', ?4, 'due', 1)`;
  await company.db.batch([
    company.db.prepare("insert into role_grant (company_id, person_id, role) values (?1, 'lin', 'admin')", company.id),
    company.db.prepare(
      `insert into target (company_id, id, kind, name, settings, starts_on, created_at, created_by, changed_at, changed_by)
       values (?1, 't1', 'redmine', 'Redmine', '{}', '2026-09-01', 1, 'lin', 1, 'lin')`,
      company.id,
    ),
    company.db.prepare(worklog, company.id, "k1", "2026-09-14", null),
    company.db.prepare(worklog, company.id, "k2", "2026-09-15", "d"),
  ]);
  return company;
}

const marked = ({ db, id }: TestCompany) =>
  db.all<{ date: string }>("select date from worklog_day where company_id = ?1 order by date", id);

test("a version is kept with its rules and offers, and the one before stays", async () => {
  const company = await furnish();
  expect(await readMapping(company.db, company.id, "t1")).toBeNull();
  expect(await insertMapping(company.db, author(company), wish)).toBe(true);
  expect(await insertMapping(company.db, author(company), { ...wish, version: 2, rules: [], reach: "all" })).toBe(true);
  expect(await readMapping(company.db, company.id, "t1")).toMatchObject({ version: 2, rules: [], reach: "all" });
  expect(await readMappings(company.db, company.id, "t1")).toMatchObject([{ version: 2 }, { version: 1, rules }]);
  expect(await listMappings(company.db, company.id, { target: "t1", before: 2 })).toMatchObject([
    { version: 1, offers: { activity: ["8"] }, madeBy: { id: "lin" }, madeAt: 5 },
  ]);
});

test("whoever is slower adds nothing, and the same again is no other version", async () => {
  const company = await furnish();
  expect(await insertMapping(company.db, author(company), wish)).toBe(true);
  expect(await insertMapping(company.db, author(company), wish)).toBe(true);
  expect(await insertMapping(company.db, author(company), { ...wish, rules: [] })).toBe(false);
  expect(await insertMapping(company.db, author(company), { ...wish, version: 3 })).toBe(false);
  expect(await readMappings(company.db, company.id, "t1")).toHaveLength(1);
  const history = await company.db.all(
    "select 1 from history where company_id = ?1 and subject = 'mapping'",
    company.id,
  );
  expect(history).toHaveLength(1);
});

test("who is no admin adds nothing", async () => {
  const company = await furnish();
  await addPeople(company, ["zhao"]);
  await insertMapping(company.db, { ...author(company), person: "zhao" }, wish);
  expect(await readMapping(company.db, company.id, "t1")).toBeNull();
});

test("days of hours that wait are planned anew, those of hours that are there when all are meant", async () => {
  const company = await furnish();
  await insertMapping(company.db, author(company), wish);
  expect(await marked(company)).toEqual([{ date: "2026-09-14" }]);
  await insertMapping(company.db, author(company), { ...wish, version: 2, reach: "all" });
  expect(await marked(company)).toEqual([{ date: "2026-09-14" }, { date: "2026-09-15" }]);
});
