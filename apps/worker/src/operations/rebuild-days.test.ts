import { type Rebuild, readRebuild, readRebuiltDays } from "@today/db/rebuild";
import { readRebuildKeys } from "@today/db/rebuild-page";
import { addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";
import { rebuildDays } from "./rebuild-days.ts";
import { startRebuild } from "./start-rebuild.ts";

const dates = ["2026-09-07", "2026-09-08", "2026-09-09"];
const people = ["zhao", "qian"];

/** Three settled days of two people on `lang`, each 09:00 to 18:00. */
async function week(): Promise<House> {
  const house = await openHouse();
  await addProject(house, { id: "lang", members: people, site: { lat: 30, lng: 120 } });
  await plan(house, people, dates);
  const there = { lat: 30, lng: 120, accuracy: 10 };
  const punches = people.flatMap((person) =>
    dates.flatMap((date) => [punch(person, date, [540, "on"], there), punch(person, date, [1080, "off"], there)]),
  );
  await pull(house, beijing("2026-09-09", 1100), punches);
  await settleDays(await productIn(house), null);
  return house;
}

/** Begins a rebuild and does all its batches. */
async function rebuild(house: House, writes: boolean): Promise<Rebuild> {
  const ctx = await productIn(house);
  let now = await startRebuild(ctx, { id: `r${house.now}`, writes });
  for (house.now += 60_000; now?.state === "running"; now = await readRebuild(house.db, house.id)) {
    await rebuildDays(ctx, now);
  }
  if (now === null) throw new Error("nothing ran");
  return now;
}

const differences = (house: House, { id }: Rebuild) =>
  readRebuiltDays(house.db, house.id, { id, after: { personId: "", date: "" }, limit: 100 });

async function sheet({ db, id }: House) {
  return db.all(
    `select json_array(person_id, date, counted, unassigned, status, body) as row from workday where company_id = ?1
     union all select json_array(project_id, date, person_id, n, minutes, state) from allocation where company_id = ?1
     order by 1`,
    id,
  );
}

const spoil = ({ db, id }: House, sql: string) => db.all(sql.replaceAll("$c", `'${id}'`));

test("where nothing is amiss, nothing differs, the sums agree, and nothing is written", async () => {
  const house = await week();
  const before = await sheet(house);
  const done = await rebuild(house, true);
  expect(done.counts).toEqual({ compared: 6, different: 0, closed: 0, running: 0, waiting: 0, unknown: 0 });
  expect(done.sums.after).toEqual(done.sums.before);
  expect(done.sums.after).toMatchObject({ counted: 6 * 480, unassigned: 0 });
  expect(await differences(house, done)).toEqual([]);
  expect(await sheet(house)).toEqual(before);
});

test("a day whose stored hours were spoilt is reported with both sides and stays as it is", async () => {
  const house = await week();
  await spoil(
    house,
    "update workday set counted = 60, unassigned = 60 where company_id = $c and person_id = 'qian' and date = '2026-09-08'",
  );
  const spoilt = await sheet(house);
  const done = await rebuild(house, false);
  expect(done.counts).toMatchObject({ compared: 6, different: 1 });
  expect(done.sums.before.counted).toBe(5 * 480 + 60);
  expect(done.sums.after.counted).toBe(6 * 480);
  expect(await differences(house, done)).toMatchObject([
    {
      personId: "qian",
      date: "2026-09-08",
      closed: false,
      fields: ["counted", "unassigned"],
      before: { counted: 60 },
      after: { counted: 480 },
    },
  ]);
  expect(await sheet(house)).toEqual(spoilt);
});

test.each([
  ["emptied", "delete from workday where company_id = $c; delete from allocation where company_id = $c"],
  ["one day", "delete from workday where company_id = $c and date = '2026-09-07' and person_id = 'zhao'"],
  ["minutes by project", "delete from allocation where company_id = $c and date = '2026-09-07'"],
  ["spoilt minutes", "update allocation set minutes = 7 where company_id = $c and date = '2026-09-08'"],
  ["a spoilt body", `update workday set body = json_set(body, '$.line', json('[]')) where company_id = $c`],
])("with --write everything is as before after derived rows were lost: %s", async (_, sql) => {
  const house = await week();
  const before = await sheet(house);
  for (const one of sql.split("; ")) await spoil(house, one);
  const done = await rebuild(house, true);
  expect(done.counts.different).toBeGreaterThan(0);
  await settleDays(await productIn(house), null);
  expect(await sheet(house)).toEqual(before);
  expect((await rebuild(house, false)).counts.different).toBe(0);
});

test("what differs of a closed period is reported as it would be adjusted, and never written", async () => {
  const house = await week();
  await spoil(
    house,
    "update workday set counted = 60, unassigned = 60 where company_id = $c and person_id = 'zhao' and date = '2026-09-07'",
  );
  await house.db.all(
    `insert into period (company_id, id, first, last, state, changed_at, changed_by)
     values (?1, '2026-09', '2026-09-01', '2026-09-30', 'closed', 1, 'he')`,
    house.id,
  );
  const spoilt = await sheet(house);
  const done = await rebuild(house, true);
  expect(done.counts).toMatchObject({ different: 1, closed: 1 });
  const [day] = await differences(house, done);
  expect(day).toMatchObject({ closed: true, before: { counted: 60 }, after: { counted: 480 } });
  expect(day?.fields).toEqual(["counted", "unassigned", "allocations"]);
  await settleDays(await productIn(house), null);
  expect(await sheet(house)).toEqual(spoilt);
  expect(await house.db.all("select 1 from adjustment where company_id = ?1", house.id)).toEqual([]);
});

test("a day that waits to be settled and one that still goes on are counted, not compared", async () => {
  const house = await week();
  await plan(house, ["zhao"], ["2026-09-17"]);
  await pull(house, house.now, [punch("zhao", "2026-09-17", [540, "on"])]);
  await settleDays(await productIn(house), null);
  await pull(house, house.now, [punch("qian", "2026-09-09", [1200, "off"])]);
  const done = await rebuild(house, true);
  expect(done.counts).toEqual({ compared: 5, different: 0, closed: 0, running: 1, waiting: 1, unknown: 0 });
});

test("a batch that comes twice changes nothing, and while one runs no other begins", async () => {
  const house = await week();
  const ctx = await productIn(house);
  const first = await startRebuild(ctx, { id: "first", writes: false });
  expect(await startRebuild(ctx, { id: "second", writes: true })).toEqual(first);
  await Promise.all([rebuildDays(ctx, { id: "first", n: 0 }), rebuildDays(ctx, { id: "first", n: 0 })]);
  await rebuildDays(ctx, { id: "first", n: 0 });
  await rebuildDays(ctx, { id: "other", n: 1 });
  const done = await readRebuild(house.db, house.id);
  expect(done).toMatchObject({ id: "first", n: 1, state: "done", counts: { compared: 6 } });
});

test("days come in pages by person and date, whatever is stored of them, and none twice", async () => {
  const house = await week();
  await plan(house, ["zhao"], ["2026-09-10", "2026-12-01"]);
  const seen: string[] = [];
  let after = { personId: "", date: "" };
  for (;;) {
    const page = await readRebuildKeys(house.db, house.id, { after, today: "2026-09-17", limit: 2 });
    seen.push(...page.map(({ personId, date }) => `${personId} ${date}`));
    const last = page.at(-1);
    if (last === undefined) break;
    after = last;
  }
  const days = ["qian", "zhao"].flatMap((person) => dates.map((date) => `${person} ${date}`));
  expect(seen).toEqual([...days, "zhao 2026-09-10"]);
});
