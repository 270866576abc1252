import { expect, test } from "vitest";
import { countDirtyDays, dirtyDaysOf, readDirtyDays } from "./dirty-day.ts";
import { mark, mintCompany } from "./testing.ts";

const today = "2026-09-16";

test("days up to today are taken oldest first, later ones wait for their day", async () => {
  const company = await mintCompany();
  await mark(company, 5, ["zhao", "2026-09-17"], ["zhao", "2026-09-16"], ["qian", "2026-09-14"]);
  expect(await readDirtyDays(company.db, company.id, { today, people: null })).toEqual([
    { personId: "qian", date: "2026-09-14", since: 5 },
    { personId: "zhao", date: "2026-09-16", since: 5 },
  ]);
  expect(await countDirtyDays(company.db, company.id, today)).toBe(2);
});

test("the days of given people are found on every date", async () => {
  const company = await mintCompany();
  await mark(
    company,
    5,
    ["zhao", "2026-09-14"],
    ["qian", "2026-09-14"],
    ["zhao", "2026-09-16"],
    ["zhao", "2026-09-17"],
  );
  const found = await readDirtyDays(company.db, company.id, { today, people: ["zhao", "sun"] });
  expect(found.map(({ date }) => date)).toEqual(["2026-09-14", "2026-09-16"]);
});

test("a day marked again is newer, also in the same millisecond", async () => {
  const company = await mintCompany();
  await mark(company, 5, ["zhao", "2026-09-14"]);
  await mark(company, 5, ["zhao", "2026-09-14"]);
  expect(await readDirtyDays(company.db, company.id, { today, people: null })).toMatchObject([{ since: 6 }]);
});

test("a reader learns which days of a range are not settled yet", async () => {
  const company = await mintCompany();
  await mark(company, 5, ["zhao", "2026-09-13"], ["zhao", "2026-09-15"], ["qian", "2026-09-14"], ["sun", "2026-09-14"]);
  const wanted = { personIds: ["zhao", "qian"], from: "2026-09-14", to: "2026-09-16" };
  expect(await dirtyDaysOf(company.db, company.id, wanted)).toEqual([
    { personId: "qian", date: "2026-09-14" },
    { personId: "zhao", date: "2026-09-15" },
  ]);
});

test("days of years whose holidays nobody knows are not counted", async () => {
  const company = await mintCompany();
  await mark(company, 5, ["zhao", "2025-12-30"], ["zhao", "2026-01-05"]);
  expect(await countDirtyDays(company.db, company.id, today)).toBe(1);
});
