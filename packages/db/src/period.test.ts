import { expect, test } from "vitest";
import { findPeriod, readPeriodNames, readPeriods } from "./period.ts";
import { mintCompany, type TestCompany } from "./testing.ts";

async function company(
  policies: readonly (readonly [startsOn: string, period: "month" | "week"])[],
): Promise<TestCompany> {
  const minted = await mintCompany();
  await minted.db.batch(
    policies.map(([startsOn, period]) =>
      minted.db.prepare(
        "insert into policy (company_id, starts_on, value) values (?1, ?2, ?3)",
        ...[minted.id, startsOn, JSON.stringify({ rules: { period } })],
      ),
    ),
  );
  return minted;
}

test("without rules periods are months, and weeks where the company says so", async () => {
  const months = await company([]);
  expect((await readPeriodNames(months.db, months.id))("2026-09-17")).toEqual({
    ...{ id: "2026-09", first: "2026-09-01", last: "2026-09-30" },
  });
  const weeks = await company([["2026-01-01", "week"]]);
  expect(await findPeriod(weeks.db, weeks.id, "2026-W38")).toMatchObject({ first: "2026-09-14", last: "2026-09-20" });
  expect(await findPeriod(weeks.db, weeks.id, "2026-09")).toBeNull();
});

test("where the kind of period changes, one ends and the next begins: no day is in two, none in none", async () => {
  const { db, id } = await company([
    ["2026-10-08", "week"],
    ["2026-11-04", "month"],
  ]);
  const periods = (await readPeriods(db, id, { today: "2026-12-10", count: 8 })).reverse();
  expect(periods.map((one) => [one.id, one.first, one.last])).toEqual([
    ["2026-10", "2026-10-01", "2026-10-07"],
    ["2026-W41", "2026-10-08", "2026-10-11"],
    ["2026-W42", "2026-10-12", "2026-10-18"],
    ["2026-W43", "2026-10-19", "2026-10-25"],
    ["2026-W44", "2026-10-26", "2026-11-01"],
    ["2026-W45", "2026-11-02", "2026-11-03"],
    ["2026-11", "2026-11-04", "2026-11-30"],
    ["2026-12", "2026-12-01", "2026-12-31"],
  ]);
  for (const one of periods) expect(await findPeriod(db, id, one.id)).toEqual(one);
});
