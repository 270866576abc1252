import { readWorkdays, type StoredWorkday } from "@today/db/workday";
import { SITES } from "@today/simulator/company/site";
import { expect, test } from "vitest";
import { settleDays } from "./settle-days.ts";
import { openTown, rowsOf, type Town } from "./testing-town.ts";

const first = "2026-08-18";
const last = "2026-09-16";

/** A town of 200 people on the simulator's four sites, with its last thirty days. */
async function thirtyDays(): Promise<Town> {
  const town = await openTown({ people: 200 });
  await furnish(town);
  await town.run({ kind: "punches", from: first, to: last });
  return town;
}

async function furnish({ db, companyId }: Town): Promise<void> {
  await db.batch(
    SITES.flatMap((site, n) => [
      db.prepare(
        `insert into project (company_id, id, code, name, short_name, mark, color, created_at, sites)
         values (?1, ?2, ?2, ?2, 'P', 'P', ?3, 0, ?4)`,
        ...[
          companyId,
          site.id,
          (n % 8) + 1,
          JSON.stringify([["s", site.lat, site.lng, site.radius, "[]", "[]", null, null]]),
        ],
      ),
      db.prepare(
        `insert into project_member (company_id, person_id, project_id, role)
         select ?1, id, ?2, 'member' from person where company_id = ?1`,
        ...[companyId, site.id],
      ),
    ]),
  );
}

function daysOf({ db, companyId }: Town, personId: string): Promise<StoredWorkday[]> {
  return readWorkdays(db, companyId, { personId, from: first, to: last });
}

test("the minutes of 200 people over 30 days close, and every kind of day is among them", {
  timeout: 60_000,
}, async () => {
  const town = await thirtyDays();
  const { db, companyId } = town;
  const [sums] = await db.all<Record<string, number>>(
    `select count(*) as days, count(distinct person_id) as people, count(distinct date) as dates,
       sum(counted) as counted, sum(unassigned) as unassigned, sum(status = 'on-leave') as away,
       sum(leave between 1 and planned - 1) as half, sum(warnings like '%missing-out%') as forgotten,
       sum(body like '%"end":1800%' or body like '%"end":17%') as nights
     from workday where company_id = ?1 and date between ?2 and ?3`,
    ...[companyId, first, last],
  );
  expect(sums).toMatchObject({ people: 200, dates: 30 });
  // Without a shift a day without punches is no day.
  expect(sums?.days).toBeGreaterThan(5900);
  for (const kind of ["counted", "unassigned", "away", "half", "forgotten", "nights"]) {
    expect(sums?.[kind], kind).toBeGreaterThan(0);
  }
  const open = await db.all(
    `select w.person_id, w.date from workday w left join
       (select person_id, date, sum(minutes) as minutes from allocation where company_id = ?1 group by person_id, date) a
       on a.person_id = w.person_id and a.date = w.date
     where w.company_id = ?1 and w.counted <> w.unassigned + coalesce(a.minutes, 0)`,
    companyId,
  );
  expect(open).toEqual([]);
});

test("settling everything once more from the facts leaves the same rows and writes only the marks' end", async () => {
  const town = await openTown();
  await furnish(town);
  await town.run({ kind: "punches", from: "2026-09-08", to: last });
  const once = await rowsOf(town);
  const { db, companyId } = town;
  await db.batch([
    db.prepare(
      `insert into dirty_day (company_id, date, person_id, since)
       select company_id, date, person_id, 1 from workday where company_id = ?1`,
      companyId,
    ),
  ]);
  const ctx = await town.context();
  const days = await settleDays(ctx, null);
  expect(days).toBeGreaterThan(250);
  expect(ctx.db.usage.rowsWritten).toBe(days);
  expect(await rowsOf(town)).toEqual(once);
});

test("an ordinary day costs at most six rows beyond its punches", async () => {
  const town = await openTown();
  await furnish(town);
  await town.run({ kind: "punches", from: "2026-09-08", to: last });
  const [run] = await town.db.all<{ days: number; rows: number }>(
    `select counts ->> 'days' as days, counts ->> 'rowsWritten' as rows from sync_run
      where company_id = ?1 and kind = 'punches'`,
    town.companyId,
  );
  expect((run?.rows ?? Number.POSITIVE_INFINITY) / (run?.days ?? 1)).toBeLessThanOrEqual(6);
});

test("a forgotten clock-out is a missing one, and a correction that arrives two days later mends the past day", async () => {
  const town = await openTown();
  const forgotten = async () => (await daysOf(town, "guo005")).at(-1);
  await town.goTo("2026-09-17", 130);
  await town.goTo("2026-09-18", 130);
  await town.run({ kind: "night" });
  expect(await forgotten()).toMatchObject({ date: last, over: true, counted: 0, warnings: ["missing-out"] });
  await town.goTo("2026-09-18", 600);
  await town.control("supply", { userId: "guo005", workDate: last, type: "off", at: `${last}T18:03:00+08:00` });
  await town.goTo("2026-09-19", 130);
  await town.run({ kind: "night" });
  const mended = await forgotten();
  expect(mended).toMatchObject({ date: last, warnings: ["unassigned"] });
  expect(mended?.counted).toBeGreaterThan(420);
});

test.each([true, false])(
  "a correction is one punch whether DingTalk lists it among the records (%s) or not",
  async (listed) => {
    const town = await openTown();
    await town.control("switches", { supplyInRecords: listed });
    await town.control("supply", { userId: "guo005", workDate: last, type: "off", at: `${last}T18:03:00+08:00` });
    for (const date of ["2026-09-18", "2026-09-19"]) {
      await town.goTo(date, 130);
      await town.run({ kind: "night" });
    }
    const offs = (await rowsOf(town)).punches?.filter(
      (row) => JSON.stringify(row).includes(`"guo005","work_date":"${last}"`) && JSON.stringify(row).includes('"off"'),
    );
    expect(offs).toHaveLength(1);
  },
);
