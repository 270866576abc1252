import { settleWorkday } from "@today/core/workday";
import { loadDayFacts } from "@today/db/facts";
import { addProject, beijing, dayShift, plan, pull, punch } from "@today/db/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settleDays } from "./settle-days.ts";
import { type House, openHouse, productIn } from "./testing.ts";

const day = "2026-08-12";
const other = "2026-08-13";
const figures = [
  ...(["planned", "attended", "overtimeAttended", "overtimeApproved", "counted", "leave", "unassigned"] as const),
];

/** August with zhao's two days on it, open. */
async function august(): Promise<House> {
  const house = await openHouse();
  await addProject(house, { id: "lang", members: ["zhao"] });
  await addProject(house, { id: "shui", members: ["zhao"] });
  await plan(house, ["zhao"], [day, other]);
  await pull(house, beijing(day, 1100), [punch("zhao", day, [540, "on"]), punch("zhao", day, [1080, "off"])]);
  await pick(house, { id: "first", project: "lang", from: null });
  await settle(house);
  return house;
}

async function settle(house: House): Promise<void> {
  await settleDays(await productIn(house), null);
}

async function setState({ id, db }: House, state: "closed" | "open-for-approvers"): Promise<void> {
  await db.all(
    `insert into period (company_id, id, first, last, state, changed_at, changed_by)
     values (?1, '2026-08', '2026-08-01', '2026-08-31', ?2, 1, 'he') on conflict do update set state = excluded.state`,
    ...[id, state],
  );
}

async function pick(
  { id, db, now }: House,
  one: { readonly id: string; readonly project: string; readonly from: number | null },
): Promise<void> {
  await db.all(
    `insert into pick (company_id, id, person_id, date, project_id, from_minute, made_at, made_by, channel)
     values (?1, ?2, 'zhao', ?3, ?4, ?5, ?6, 'zhao', 'request')`,
    ...[id, one.id, day, one.project, one.from, now],
  );
}

async function sheetOf({ id, db }: House): Promise<string> {
  const rows = await db.all(
    `select json_array(person_id, date, planned, attended, overtime_attended, overtime_approved, counted, leave,
        unassigned, status, warnings, body) as row from workday where company_id = ?1
     union all select json_array(project_id, date, person_id, n, task_id, minutes, basis, place, overtime, state)
        from allocation where company_id = ?1 order by row`,
    id,
  );
  return JSON.stringify(rows);
}

/** The stored sheet and everything booked since, project by project, and what a fresh settling of all facts says. */
async function bothSides(house: House): Promise<readonly [booked: object, fresh: object][]> {
  const { id, db, now } = house;
  const keys = [day, other].map((date) => ({ personId: "zhao", date }));
  const loaded = await loadDayFacts(db, { companyId: id, now }, keys);
  const names = figures.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  return Promise.all(
    loaded.map(async ({ date, facts }) => {
      if (facts === null) throw new Error("2026 is known");
      const fresh = settleWorkday(facts);
      const [sums] = await db.all<Record<string, number>>(
        `select ${names.map((name) => `coalesce(sum(${name}), 0) as ${name}`).join(", ")} from
           (select ${names.join(", ")} from workday where company_id = ?1 and date = ?2
            union all select ${names.join(", ")} from adjustment where company_id = ?1 and date = ?2)`,
        ...[id, date],
      );
      const parts = await db.all<{ key: string; minutes: number }>(
        `select key, sum(minutes) as minutes from
           (select project_id || '|' || basis || '|' || place || '|' || coalesce(overtime, '') as key, minutes from allocation
              where company_id = ?1 and date = ?2
            union all select (p.value ->> 'project') || '|' || (p.value ->> 'basis') || '|' || (p.value ->> 'place') || '|'
              || coalesce(p.value ->> 'overtime', ''), p.value ->> 'minutes'
            from adjustment a, json_each(a.parts) p
              where a.company_id = ?1 and a.date = ?2 and p.value ->> 'project' is not null)
         group by key having sum(minutes) <> 0 order by key`,
        ...[id, date],
      );
      const wanted = fresh.allocations
        .map(({ project, basis, place, overtime, minutes }) => ({
          ...{ key: `${project}|${basis}|${place}|${overtime ?? ""}`, minutes },
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      return [
        { ...sums, parts },
        { ...Object.fromEntries(figures.map((name, n) => [names[n], fresh[name]])), parts: wanted },
      ] as const;
    }),
  );
}

test("a late fact about a closed day is booked today, and the closed sheet stays as it was", async () => {
  const house = await august();
  await setState(house, "closed");
  const sheet = await sheetOf(house);
  await pull(house, house.now, [punch("zhao", other, [540, "on"]), punch("zhao", other, [1020, "off"])]);
  await settle(house);
  expect(await sheetOf(house)).toBe(sheet);
  const booked = await house.db.all(
    "select date, booked_on, n, counted, parts from adjustment where company_id = ?1",
    house.id,
  );
  expect(booked).toMatchObject([{ date: other, booked_on: "2026-09-17", n: 1, counted: 420 }]);
  await settle(house);
  expect((await house.count()).dirty_day).toBe(0);
});

test("nothing is booked when a late fact changes nothing", async () => {
  const house = await august();
  await setState(house, "closed");
  await pull(house, house.now, [punch("zhao", day, [600, "off"], { valid: false })]);
  await settle(house);
  expect(await house.db.all("select n from adjustment where company_id = ?1", house.id)).toEqual([]);
});

test("whatever arrives late, sheet and adjustments together are a fresh settling of all facts", {
  timeout: 120_000,
}, async () => {
  const fact = fc.record({
    date: fc.constantFrom(day, other),
    minute: fc.integer({ min: 400, max: 1300 }),
    type: fc.constantFrom("on" as const, "off" as const),
    valid: fc.boolean(),
    project: fc.constantFrom("lang", "shui"),
    what: fc.constantFrom("punch" as const, "pick" as const, "overtime" as const, "reopen" as const),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fact, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (rounds) => {
        const house = await august();
        await setState(house, "closed");
        let made = 0;
        for (const round of rounds) {
          for (const { date, minute, type, valid, project, what } of round) {
            made += 1;
            house.now += 1;
            const over = { valid, recordId: `r${made}` };
            if (what === "punch") await pull(house, house.now, [punch("zhao", date, [minute, type], over)]);
            if (what === "pick") await pick(house, { id: `p${made}`, project, from: minute });
            if (what === "overtime") await grant(house, { id: `o${made}`, date, start: minute });
            if (what === "reopen") await reopen(house);
          }
          await settle(house);
          for (const [booked, fresh] of await bothSides(house)) expect(booked).toEqual(fresh);
        }
      },
    ),
    { numRuns: 15 },
  );
});

test("a reopened day is settled again, and what was booked of it is taken back", async () => {
  const house = await august();
  await setState(house, "closed");
  await pull(house, house.now, [punch("zhao", day, [1140, "off"])]);
  await settle(house);
  await reopen(house);
  await settle(house);
  const [sums] = await house.db.all<{ booked: number; rows: number }>(
    "select sum(attended) as booked, count(*) as rows from adjustment where company_id = ?1",
    house.id,
  );
  expect(sums).toEqual({ booked: 0, rows: 2 });
  for (const [booked, fresh] of await bothSides(house)) expect(booked).toEqual(fresh);
});

async function grant({ id, db, now }: House, one: { id: string; date: string; start: number }): Promise<void> {
  await db.all(
    `insert into approved_time (company_id, person_id, date, id, received_at, kind, start_minute, end_minute, source, present)
     values (?1, 'zhao', ?2, ?3, ?4, 'overtime', ?5, ?6, 'app', 1)`,
    ...[id, one.date, one.id, now, Math.max(dayShift.sections[0]?.end ?? 0, one.start), 1500],
  );
}

/** Opens August again as two people would; its days are to be settled. */
async function reopen(house: House): Promise<void> {
  await setState(house, "open-for-approvers");
  await house.db.all(
    `insert into dirty_day (company_id, date, person_id, since) select ?1, value, 'zhao', ?3 from json_each(?2) where true
     on conflict do update set since = since + 1`,
    ...[house.id, JSON.stringify([day, other]), house.now],
  );
}
