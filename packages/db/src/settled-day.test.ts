import { settleWorkday } from "@today/core/workday";
import { expect, test } from "vitest";
import { readDirtyDays } from "./dirty-day.ts";
import { loadDayFacts } from "./facts.ts";
import { keepSettledDays } from "./settled-day.ts";
import type { SettledWrite } from "./settled-write.ts";
import { addPeople, addProject, beijing, mintCompany, plan, pull, punch, type TestCompany } from "./testing.ts";
import { projectHours, readWorkdays } from "./workday.ts";

const day = "2026-09-14";
const site = { lat: 30.2854, lng: 120.0171 };
const now = beijing("2026-09-16", 130);

async function loadWrites({ id, db }: TestCompany): Promise<SettledWrite[]> {
  const dirty = await readDirtyDays(db, id, { today: "2026-09-16", people: null });
  const loaded = await loadDayFacts(db, { companyId: id, now }, dirty);
  return dirty.flatMap((one, n) => {
    const { facts, punchVersions, settled, shiftName } = loaded[n] ?? {};
    if (!facts || punchVersions === undefined) return [];
    const { dayKind, shift } = facts;
    const body = { overAt: 0, dayKind, shift: shift && { ...shift, name: shiftName ?? null } };
    const day = settleWorkday(facts);
    const approvals = day.allocations.map(() => ({ state: "automatic", reasons: [], returned: null }) as const);
    const aside = { approvals, closed: false, adjustments: [] };
    return [{ ...one, punchVersions, day, body, before: settled ?? null, ...aside }];
  });
}

async function keep({ id, db }: TestCompany, writes: readonly SettledWrite[]): Promise<number> {
  const before = db.usage.rowsWritten;
  await db.batch(keepSettledDays(db, { companyId: id, at: now, today: "2026-09-16" }, writes));
  return db.usage.rowsWritten - before;
}

async function settle(company: TestCompany): Promise<number> {
  return keep(company, await loadWrites(company));
}

async function siteDay(): Promise<TestCompany> {
  const company = await mintCompany();
  await addPeople(company, ["zhao"]);
  await addProject(company, { id: "p-site", members: ["zhao"], site });
  await plan(company, ["zhao"], [day]);
  const punches = [punch("zhao", day, [540, "on"], { ...site, accuracy: 15 }), punch("zhao", day, [1080, "off"], site)];
  await pull(company, beijing(day, 1100), punches);
  return company;
}

const range = { personId: "zhao", from: day, to: day };

test("a settled day is stored with its allocations and is clean", async () => {
  const company = await siteDay();
  await settle(company);
  expect(await readWorkdays(company.db, company.id, range)).toMatchObject([
    {
      ...{ personId: "zhao", counted: 480, unassigned: 0, status: "normal", warnings: [], over: true },
      ...{ dayKind: "workday", shift: { name: "白班", sections: [{ start: 540, end: 1080 }] } },
      allocations: [{ project: "p-site", minutes: 480, basis: "site", place: "onsite" }],
    },
  ]);
  expect(await readDirtyDays(company.db, company.id, { today: "2026-09-16", people: null })).toEqual([]);
});

test("settling writes three rows for an ordinary day and one for its month, and only the mark's end when nothing changed", async () => {
  const company = await siteDay();
  expect(await settle(company)).toBe(4);
  await plan(company, ["zhao"], [day]);
  expect(await settle(company)).toBe(0);
  await pull(company, beijing(day, 1200), [punch("zhao", day, [560, "off"], { valid: false })]);
  expect(await settle(company)).toBe(1);
});

test("a fact that comes while a day is being settled keeps it dirty, also in the same millisecond", async () => {
  const company = await siteDay();
  const writes = await loadWrites(company);
  await pull(company, beijing(day, 1100), [punch("zhao", day, [1140, "off"])]);
  expect(await keep(company, writes)).toBe(0);
  await settle(company);
  expect(await readWorkdays(company.db, company.id, range)).toMatchObject([{ attended: 540 }]);
});

test("an older answer never replaces a newer one", async () => {
  const company = await siteDay();
  const old = await loadWrites(company);
  await pull(company, beijing(day, 1200), [punch("zhao", day, [1140, "off"])]);
  await settle(company);
  await keep(company, old);
  expect(await readWorkdays(company.db, company.id, range)).toMatchObject([{ attended: 540 }]);
});

test("when a day moves to another project its old allocation goes", async () => {
  const company = await siteDay();
  await settle(company);
  await addProject(company, { id: "p-other", members: ["zhao"] });
  await company.db.batch([
    company.db.prepare(
      `insert into pick (company_id, id, person_id, date, project_id, made_at, made_by, channel)
       values (?1, 'k1', 'zhao', ?2, 'p-other', ?3, 'zhao', 'app')`,
      ...[company.id, day, now],
    ),
  ]);
  await settle(company);
  const hours = (projectId: string) =>
    projectHours(company.db, company.id, { projectId, from: day, to: day, by: "person" });
  expect(await hours("p-site")).toMatchObject({ rows: [], total: { minutes: 0, people: 0 } });
  expect(await hours("p-other")).toMatchObject({
    total: { minutes: 480, people: 1, days: 1, place: { unknown: 480 } },
    rows: [{ key: "zhao", name: "zhao", minutes: 480 }],
  });
});

test("a day of a year without calendar waits and does not block the others", async () => {
  const company = await siteDay();
  await plan(company, ["zhao"], ["2025-12-31"]);
  const dirty = await readDirtyDays(company.db, company.id, { today: "2026-09-16", people: null });
  expect(dirty.map(({ date }) => date)).toEqual([day]);
});
