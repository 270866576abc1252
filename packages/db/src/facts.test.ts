import { expect, test } from "vitest";
import { loadDayFacts } from "./facts.ts";
import { keepLeaves } from "./leave.ts";
import {
  addPeople,
  addProject,
  beijing,
  dayShift,
  mintCompany,
  plan,
  pull,
  punch,
  type TestCompany,
} from "./testing.ts";

const day = "2026-09-14";
const now = beijing(day, 1100);
const site = { lat: 30.2854, lng: 120.0171 };

function run({ id, db }: TestCompany, sql: string, ...values: (string | number | null)[]) {
  return db.batch([db.prepare(sql, id, ...values)]);
}

async function load({ id, db }: TestCompany, date = day) {
  const [loaded] = await loadDayFacts(db, { companyId: id, now }, [{ personId: "zhao", date }]);
  return loaded;
}

async function company(): Promise<TestCompany> {
  const made = await mintCompany();
  await addPeople(made, ["zhao"]);
  await addProject(made, { id: "p1", members: ["zhao"], site });
  return made;
}

test("a day's facts are what was received last", async () => {
  const one = await company();
  await plan(one, ["zhao"], [day]);
  await pull(one, 1, [punch("zhao", day, [540, "on"], { result: "Late" })]);
  await pull(one, 2, [punch("zhao", day, [540, "on"], { result: "Normal" })]);
  expect(await load(one)).toMatchObject({
    shiftName: "白班",
    punchVersions: 2,
    punches: [{ result: "Normal" }],
    facts: {
      shift: dayShift,
      dayKind: "workday",
      punches: [{ type: "on", result: "Normal" }],
      sites: [{ ...site, project: "p1" }],
    },
  });
});

test("a withdrawn pick does not count, and of splits the greatest version stands", async () => {
  const one = await company();
  for (const id of ["k1", "k2"]) {
    await run(
      one,
      "insert into pick (company_id, id, person_id, date, project_id, task_id, from_minute, made_at, made_by, channel) values (?1, ?2, 'zhao', ?3, 'p1', null, null, 5, 'zhao', 'app')",
      id,
      day,
    );
  }
  await run(one, "insert into pick_withdrawal values (?1, 'zhao', ?2, 'k1', 6, 'zhao')", day);
  for (const [version, parts] of [
    [1, '[{"project":"p1","task":null,"minutes":60}]'],
    [2, "[]"],
  ] as const) {
    await run(one, "insert into split values (?1, 'zhao', ?2, ?3, ?4, 7, 'zhao', 'app')", day, version, parts);
  }
  expect(await load(one)).toMatchObject({
    picks: [{ id: "k2" }],
    split: { version: 2 },
    facts: { picks: [{ id: "k2" }], split: [] },
  });
});

test("sites and default are those of projects that may be booked on that date", async () => {
  const one = await company();
  await addProject(one, { id: "p-closed", members: ["zhao"], closedOn: "2026-09-13", site });
  await run(one, "update person set default_project = 'p-closed' where company_id = ?1");
  expect(await load(one)).toMatchObject({ bookable: [{ id: "p1" }], facts: { defaultProject: null } });
  expect(await load(one, "2026-09-13")).toMatchObject({ facts: { defaultProject: "p-closed", sites: [{}, {}] } });
});

test("the policy in force on the date counts", async () => {
  const one = await company();
  await run(
    one,
    "insert into policy (company_id, starts_on, value) values (?1, '2026-09-15', '{\"overtime\":\"all\"}')",
  );
  expect(await load(one)).toMatchObject({ facts: { policy: { overtime: "approved", longDay: 960 } } });
  expect(await load(one, "2026-09-15")).toMatchObject({ facts: { policy: { overtime: "all", longDay: 960 } } });
});

test("a leave is there until DingTalk no longer reports it", async () => {
  const one = await company();
  const leave = { personId: "zhao", fromAt: beijing(day, 810), toAt: beijing(day, 1080), unit: "hour", amount: 450 };
  const keep = async (present: boolean, at: number) => {
    const { mark, insert } = keepLeaves(one.db, { companyId: one.id, at, datesOf: () => [day] }, [
      { ...leave, leaveCode: null, present },
    ]);
    return (await one.db.batch([...mark, ...insert])).at(-1)?.meta.changes;
  };
  expect(await keep(true, 1)).toBe(1);
  expect(await keep(true, 2)).toBe(0);
  expect(await load(one)).toMatchObject({ facts: { leaves: [{ start: 810, end: 1080 }] } });
  await keep(false, 2);
  expect(await load(one)).toMatchObject({ facts: { leaves: [] } });
  await expect(run(one, "delete from leave where company_id = ?1")).rejects.toMatchObject({ problem: "append-only" });
});

test("the kind of day comes from the year's calendar, and without one there are no facts", async () => {
  const one = await company();
  expect(await load(one, "2026-10-01")).toMatchObject({ facts: { dayKind: "statutory" } });
  expect(await load(one, "2026-10-10")).toMatchObject({ facts: { dayKind: "swapped-workday" } });
  expect(await load(one, "2026-09-13")).toMatchObject({ facts: { dayKind: "rest" } });
  expect(await load(one, "2027-01-04")).toMatchObject({ facts: null });
});

test("the rows read for one day do not grow with the company", async () => {
  const one = await company();
  await plan(one, ["zhao"], [day]);
  await pull(
    one,
    1,
    [540, 720, 780, 1080].map((minute, n) => punch("zhao", day, [minute, n % 2 === 0 ? "on" : "off"])),
  );
  const reads = async () => {
    const before = one.db.usage.rowsRead;
    await load(one);
    return one.db.usage.rowsRead - before;
  };
  const alone = await reads();
  const others = Array.from({ length: 300 }, (_, n) => `other${n}`);
  await addPeople(one, others);
  await addProject(one, { id: "p2", members: others, site });
  await plan(one, others, [day, "2026-09-15"]);
  await pull(
    one,
    2,
    others.map((person) => punch(person, day, [540, "on"])),
  );
  // A range is read to the row behind it, which an empty table does not have.
  expect(await reads()).toBeLessThanOrEqual(alone + 3);
  expect(alone).toBeLessThanOrEqual(20);
});

test("five hundred days take one batch of twelve statements", async () => {
  const one = await company();
  const days = Array.from({ length: 500 }, (_, n) => ({ personId: `p${n}`, date: day }));
  const before = one.db.usage.statements;
  expect(await loadDayFacts(one.db, { companyId: one.id, now }, days)).toHaveLength(500);
  expect(one.db.usage.statements - before).toBe(12);
});
