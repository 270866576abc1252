import { expect, test } from "vitest";
import { keepFreshness } from "./directory.ts";
import { keepSchedules } from "./schedule.ts";
import { readPeopleOfShifts, readShiftGroups, readStalestPeople, unknownShift } from "./shift-group.ts";
import { addPeople, beijing, dayShift, mintCompany, type TestCompany } from "./testing.ts";

const nightShift = { sections: [{ start: 1200, end: 1800 }], breaks: [] };
const [yesterday, today] = ["2026-09-16", "2026-09-17"];

async function plan({ id, db }: TestCompany, date: string, shifts: Readonly<Record<string, "day" | "night" | "rest">>) {
  const rows = Object.entries(shifts).map(([personId, name]) => {
    const shift = name === "rest" ? null : name === "day" ? dayShift : nightShift;
    return { personId, date, shiftId: name, version: "1", shiftName: name, shift, mentioned: true };
  });
  const { mark, insert } = keepSchedules(db, { companyId: id, at: 1 }, rows);
  await db.batch([...mark, ...insert]);
}

/** zhao and qian work by day, sun at night, li has the day off, and nothing is known of zhou. */
async function openCompany(): Promise<TestCompany> {
  const company = await mintCompany();
  await addPeople(company, ["zhao", "qian", "sun", "li", "zhou"]);
  await plan(company, yesterday, { zhao: "day", qian: "night", sun: "night", li: "rest" });
  await plan(company, today, { zhao: "day", qian: "day", sun: "night", li: "rest" });
  return company;
}

test("people are counted by shift, those with a day off and those of whom nothing is known too", async () => {
  const { db, id } = await openCompany();
  expect(await readShiftGroups(db, id, [today])).toEqual([
    { date: today, key: unknownShift, shift: null, people: 1 },
    { date: today, key: "day:1", shift: dayShift, people: 2 },
    { date: today, key: "night:1", shift: nightShift, people: 1 },
    { date: today, key: "rest", shift: null, people: 1 },
  ]);
});

test("a pull finds the people of its shifts, also of those that began the day before", async () => {
  const { db, id } = await openCompany();
  const find = (now: string[], before: string[]) =>
    readPeopleOfShifts(db, id, { date: today, today: now, yesterday: before });
  expect(await find(["day:1"], [])).toEqual(["qian", "zhao"]);
  expect(await find([], ["night:1"])).toEqual(["qian", "sun"]);
  expect(await find([unknownShift], [])).toEqual(["zhou"]);
});

test("whose punch has waited longest since it was due comes first after the one who asks", async () => {
  const { db, id } = await openCompany();
  const nine = beijing(today, 540);
  await db.batch([
    keepFreshness(db, id, { personIds: ["zhao"], until: nine + 1 }),
    keepFreshness(db, id, { personIds: ["li"], until: nine }),
  ]);
  const due = [
    { date: yesterday, key: "night:1", at: [beijing(yesterday, 1200), beijing(yesterday, 1800)] },
    { date: today, key: "day:1", at: [nine] },
  ];
  expect(await readStalestPeople(db, id, { first: "zhou", limit: 9, due })).toEqual([
    ...["zhou", "qian", "sun", "li", "zhao"],
  ]);
  expect(await readStalestPeople(db, id, { first: "li", limit: 2, due })).toEqual(["li", "qian"]);
});
