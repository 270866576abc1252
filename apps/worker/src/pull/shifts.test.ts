import { readActivePeople } from "@today/db/directory";
import { expect, test } from "vitest";
import { openTown, type Town } from "../testing-town.ts";

const dayShift = 677995086;
const lastDays = { kind: "punches", from: "2026-09-14", to: "2026-09-18" } as const;
/** From Thursday on half an hour earlier, with a longer break. */
const edited = { name: "白班", points: ["08:30", "17:30"], rest: ["11:30", "13:00"], from: "2026-09-17" };
const before = { sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] };
const after = { sections: [{ start: 510, end: 1050 }], breaks: [{ start: 690, end: 780 }] };

/** The shift of each of 郭's days, the version received last. */
async function shiftsOf({ db, companyId }: Town): Promise<Record<string, unknown>> {
  const rows = await db.all<{ date: string; shift: string | null }>(
    `select work_date as date, shift, max(received_at) from schedule where company_id = ?1 and person_id = 'guo005'
      group by work_date order by work_date`,
    companyId,
  );
  return Object.fromEntries(rows.map(({ date, shift }) => [date, shift === null ? null : JSON.parse(shift)]));
}

async function settledOn({ db, companyId }: Town, date: string) {
  const rows = await db.all(
    "select planned, status from workday where company_id = ?1 and person_id = 'guo005' and date = ?2",
    ...[companyId, date],
  );
  return rows[0];
}

async function openEdited(from = edited.from): Promise<Town> {
  const town = await openTown();
  await town.goTo("2026-09-18", 600);
  await town.control(`shifts/${dayShift}`, { ...edited, from }, "PATCH");
  return town;
}

test("a day before a shift was edited keeps the shift it had, also when both are pulled for the first time", async () => {
  const town = await openEdited();
  await town.run(lastDays);
  expect(await shiftsOf(town)).toMatchObject({ "2026-09-15": before, "2026-09-16": before, "2026-09-17": after });
  expect(await settledOn(town, "2026-09-16")).toMatchObject({ planned: 480 });
  expect(await settledOn(town, "2026-09-17")).toMatchObject({ planned: 450 });
});

test("a shift edited for days that are over settles them anew", async () => {
  const town = await openTown();
  await town.goTo("2026-09-18", 600);
  await town.run(lastDays);
  expect(await settledOn(town, "2026-09-15")).toMatchObject({ planned: 480 });
  await town.control(`shifts/${dayShift}`, { ...edited, from: "2026-09-15" }, "PATCH");
  await town.run(lastDays);
  expect(await shiftsOf(town)).toMatchObject({ "2026-09-14": before, "2026-09-15": after });
  expect(await settledOn(town, "2026-09-15")).toMatchObject({ planned: 450 });
});

test("without its history a day has the points it was planned with and as much of today's breaks as lies inside", async () => {
  const town = await openEdited();
  await town.control("fault", { match: "/topapi/attendance/shift/history/*", kind: "permission", rate: 1 });
  await town.run(lastDays);
  const longer = { sections: before.sections, breaks: after.breaks };
  expect(await shiftsOf(town)).toMatchObject({ "2026-09-16": longer, "2026-09-17": after });
  await town.control("fault", {}, "DELETE");
  await town.run(lastDays);
  expect(await shiftsOf(town)).toMatchObject({ "2026-09-16": before });
});

test("a shift that DingTalk has deleted is what its points were", async () => {
  const town = await openTown();
  await town.goTo("2026-09-18", 600);
  await town.control(`shifts/${dayShift}`, {}, "DELETE");
  await town.run(lastDays);
  expect(await shiftsOf(town)).toMatchObject({ "2026-09-16": before });
});

interface FlexibleDay {
  readonly came: number;
  readonly left: number;
  readonly planned: number;
  readonly overtime: number;
  readonly warnings: string;
}

/** Everybody's Friday on the flexible shift, with the minutes of their first and last punch. */
function flexibleDays({ db, companyId }: Town): Promise<FlexibleDay[]> {
  const minute = "cast((p.at - 1789660800000) / 60000 as integer)";
  return db.all<FlexibleDay>(
    `select min(${minute}) filter (where p.type = 'on') as came, max(${minute}) filter (where p.type = 'off') as left,
       w.planned, w.overtime_attended as overtime, w.warnings
     from workday w join punch p on p.company_id = ?1 and p.person_id = w.person_id and p.work_date = w.date and p.valid = 1
     where w.company_id = ?1 and w.date = '2026-09-18' and w.planned = 480 and w.leave = 0
     group by w.person_id having count(*) = 2 and count(distinct p.type) = 2`,
    companyId,
  );
}

test("who comes later on a flexible shift stays as much longer without overtime, and nobody is late", async () => {
  const town = await openTown();
  const people = await readActivePeople(town.db, town.companyId);
  for (const userId of people) {
    await town.control("schedules", { userId, from: "2026-09-18", to: "2026-09-18", shiftId: 677995402 });
  }
  await town.goTo("2026-09-19", 130);
  await town.run(lastDays);
  const days = await flexibleDays(town);
  expect(days.length).toBeGreaterThan(15);
  expect(days.some(({ came }) => came > 540)).toBe(true);
  for (const { came, left, overtime, warnings } of days) {
    const moved = Math.max(-60, Math.min(60, came - 540));
    expect(overtime).toBe(Math.max(0, left - (1080 + moved)) + Math.max(0, 480 - came));
    expect(warnings).not.toContain(came <= 600 ? "late" : "missing");
  }
  const { db, companyId } = town;
  const count = "select count(*) as n from shift_move where company_id = ?1";
  const [before] = await db.all(count, companyId);
  await town.run(lastDays);
  expect(await db.all(count, companyId)).toEqual([before]);
});
