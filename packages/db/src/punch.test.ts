import { expect, test } from "vitest";
import { readDirtyDays } from "./dirty-day.ts";
import { keepPunches, latestPunches, readPunchVersions } from "./punch.ts";
import { mintCompany, pull, punch, type TestCompany } from "./testing.ts";

const day = "2026-09-14";

async function punchesOn({ db, id }: TestCompany, date: string) {
  return latestPunches(await readPunchVersions(db, id, [{ personId: "zhao", date }]));
}

test("pulling twice adds nothing the second time", async () => {
  const company = await mintCompany();
  const punches = [punch("zhao", day, [540, "on"]), punch("zhao", day, [1080, "off"])];
  expect(await pull(company, 1000, punches)).toBe(2);
  expect(await pull(company, 2000, punches)).toBe(0);
});

test("a record that only DingTalk touched is no news", async () => {
  const company = await mintCompany();
  await pull(company, 1000, [punch("zhao", day, [540, "on"], { modifiedAt: 1 })]);
  expect(await pull(company, 2000, [punch("zhao", day, [540, "on"], { modifiedAt: 2 })])).toBe(0);
});

test("a record that was evaluated again comes as a further row and stands", async () => {
  const company = await mintCompany();
  await pull(company, 1000, [punch("zhao", day, [550, "on"], { result: "Late" })]);
  expect(await pull(company, 1000, [punch("zhao", day, [550, "on"], { result: "Normal" })])).toBe(1);
  expect(await punchesOn(company, day)).toMatchObject([{ result: "Normal", receivedAt: 1001 }]);
});

test("of the same record twice in one answer the one modified last is kept", async () => {
  const company = await mintCompany();
  const record = { recordId: "r1" };
  await pull(company, 1000, [
    punch("zhao", day, [550, "on"], { ...record, result: "Normal", modifiedAt: 5 }),
    punch("zhao", day, [550, "on"], { ...record, result: "Late", modifiedAt: 4 }),
  ]);
  expect(await punchesOn(company, day)).toMatchObject([{ result: "Normal" }]);
});

test("a record that moves to another work date no longer counts on the old one, and counts when it comes back", async () => {
  const company = await mintCompany();
  const record = { recordId: "r1", at: 1789347441000 };
  const here = punch("zhao", day, [540, "on"], record);
  const there = punch("zhao", "2026-09-15", [-900, "on"], record);
  await pull(company, 1000, [here]);
  expect(await pull(company, 2000, [there])).toBe(2);
  expect(await pull(company, 3000, [there])).toBe(0);
  expect(await punchesOn(company, day)).toMatchObject([{ valid: 0, invalidReason: "moved" }]);
  await pull(company, 4000, [here]);
  expect(await punchesOn(company, day)).toMatchObject([{ valid: 1, invalidReason: null }]);
  expect(await punchesOn(company, "2026-09-15")).toMatchObject([{ valid: 0 }]);
});

test("every punch that is news marks its day dirty, others do not", async () => {
  const company = await mintCompany();
  await company.db.batch([company.db.prepare("delete from dirty_day where company_id = ?1", company.id)]);
  await pull(company, 1000, [punch("zhao", day, [540, "on"]), punch("zhao", day, [1080, "off"])]);
  const dirty = () => readDirtyDays(company.db, company.id, { today: "2026-09-20", people: null });
  expect(await dirty()).toEqual([{ personId: "zhao", date: day, since: 1000 }]);
  await pull(company, 2000, [punch("zhao", day, [540, "on"])]);
  expect(await dirty()).toEqual([{ personId: "zhao", date: day, since: 1000 }]);
});

test("rows that do not fit one statement are kept by several", async () => {
  const company = await mintCompany();
  const address = "浙".repeat(3000);
  const punches = Array.from({ length: 500 }, (_, n) => punch(`p${n}`, day, [540, "on"], { address }));
  const { insert } = keepPunches(company.db, { companyId: company.id, at: 1 }, punches);
  expect(insert.length).toBeGreaterThan(1);
  expect(await pull(company, 1, punches)).toBe(500);
});

test("punches are append-only, but for where they were made", async () => {
  const company = await mintCompany();
  await pull(company, 1000, [punch("zhao", day, [540, "on"], { lat: 30.2, lng: 120.1, accuracy: 15, address: "x" })]);
  const change = (sql: string) => company.db.batch([company.db.prepare(sql, company.id)]);
  await expect(change("update punch set at = at + 1 where company_id = ?1")).rejects.toMatchObject({
    problem: "append-only",
  });
  await expect(change("delete from punch where company_id = ?1")).rejects.toMatchObject({ problem: "append-only" });
  await change("update punch set lat = null, lng = null, accuracy = null, address = null where company_id = ?1");
  expect(await punchesOn(company, day)).toMatchObject([{ lat: null, at: punch("zhao", day, [540, "on"]).at }]);
});
