import { expect, test } from "vitest";
import { readDirtyDays } from "./dirty-day.ts";
import { keepSchedules, type ReceivedSchedule, readShifts, shiftOf } from "./schedule.ts";
import { keepShift, readShiftVersions } from "./shift.ts";
import { dayShift, mintCompany, type TestCompany } from "./testing.ts";

const day = "2026-09-14";

function received(over: Partial<ReceivedSchedule> = {}): ReceivedSchedule {
  const shift = { shiftId: "s1", version: "1", shiftName: "白班", shift: dayShift };
  return { personId: "zhao", date: day, ...shift, mentioned: true, ...over };
}

async function keep({ id, db }: TestCompany, at: number, ...schedules: ReceivedSchedule[]): Promise<number> {
  const { mark, insert } = keepSchedules(db, { companyId: id, at }, schedules);
  const results = await db.batch([...mark, ...insert]);
  return results.at(-1)?.meta.changes ?? 0;
}

async function shiftToday({ id, db }: TestCompany) {
  return (await readShifts(db, id, [{ personId: "zhao", date: day }]))[0]?.shift;
}

test("a schedule is news once, and again when the shift's version changes", async () => {
  const company = await mintCompany();
  expect(await keep(company, 1, received())).toBe(1);
  expect(await keep(company, 1, received())).toBe(0);
  const late = { sections: [{ start: 600, end: 1140 }], breaks: [] };
  expect(await keep(company, 1, received({ version: "2", shift: late }))).toBe(1);
  expect(await shiftToday(company)).toEqual(late);
});

test("only news mark their day dirty", async () => {
  const company = await mintCompany();
  await keep(company, 5, received());
  await keep(company, 9, received());
  const wanted = { today: "2026-09-20", people: null };
  expect(await readDirtyDays(company.db, company.id, wanted)).toEqual([{ personId: "zhao", date: day, since: 5 }]);
});

test("a day that is no longer mentioned has no shift, but one never mentioned is no news", async () => {
  const company = await mintCompany();
  const silence = received({ mentioned: false, shift: null, shiftId: null });
  expect(await keep(company, 1, silence)).toBe(0);
  await keep(company, 2, received());
  expect(await keep(company, 3, silence)).toBe(1);
  expect(await shiftToday(company)).toBeNull();
});

test("silence about many dates is news of those alone that had a shift, and only once", async () => {
  const company = await mintCompany();
  const [first, between, last] = ["2026-09-15", "2026-09-17", "2026-09-19"];
  await keep(company, 1, ...[first, between, last].map((date) => received({ date })), received({ personId: "qian" }));
  const silence = ["2026-09-20", last, "2026-09-16", first].map((date) =>
    received({ date, mentioned: false, shift: null, shiftId: null }),
  );
  const others = received({ personId: "sun", date: first, mentioned: false, shift: null, shiftId: null });
  expect(await keep(company, 2, ...silence, others)).toBe(2);
  expect(await keep(company, 3, ...silence, others)).toBe(0);
  const shifts = await readShifts(
    company.db,
    company.id,
    [first, between, last].map((date) => ({ personId: "zhao", date })),
  );
  expect(shifts.filter(({ shift }) => shift !== null).map(({ date }) => date)).toEqual([between]);
});

test("rest is a schedule without a shift", async () => {
  const company = await mintCompany();
  expect(await keep(company, 1, received({ shift: null, shiftId: null }))).toBe(1);
  expect(await shiftToday(company)).toBeNull();
  expect(shiftOf(null)).toBeNull();
});

test("a version of a shift is kept once and stays", async () => {
  const { id, db } = await mintCompany();
  const shift = { id: "s1", version: "1", name: "白班", ...dayShift };
  await db.batch([keepShift(db, id, shift), keepShift(db, id, { ...shift, name: "改" })]);
  expect(await readShiftVersions(db, id, ["s1", "s2"])).toEqual([shift]);
});

test("schedules are append-only", async () => {
  const company = await mintCompany();
  await keep(company, 1, received());
  for (const sql of [
    "update schedule set shift = null where company_id = ?1",
    "delete from schedule where company_id = ?1",
  ]) {
    await expect(company.db.all(sql, company.id)).rejects.toMatchObject({ problem: "append-only" });
  }
});
