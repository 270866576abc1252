import { keepAnswer } from "@today/db/notice-answer";
import { expect, test } from "vitest";
import { openTown, type Town } from "../testing-town.ts";

const date = "2026-09-16";

async function say({ db, companyId, simulator }: Town, person: string, location: boolean): Promise<void> {
  const author = { company: companyId, person, today: date, at: simulator.now(), channel: "app" };
  const reply = { id: crypto.randomUUID(), version: "v", content: "{}", basis: "notice" as const, location };
  await db.batch(keepAnswer(db, author, reply));
}

interface Row {
  readonly who: string;
  readonly n: number;
  readonly located: number;
}

async function rows({ db, companyId }: Town, from = date): Promise<ReadonlyMap<string, Row>> {
  const found = await db.all<Row>(
    `select person_id as who, count(*) as n,
       sum(coalesce(lat, lng, accuracy, ssid, bssid, machine, address) is not null) as located
     from punch where company_id = ?1 and work_date >= ?2 group by 1`,
    ...[companyId, from],
  );
  return new Map(found.map((row) => [row.who, row]));
}

const policy = "insert into policy (company_id, group_id, starts_on, value) values (?1, '', '2026-01-01', ?2)";

test("who does without location has punches without any place from the next pull on, and all else", async () => {
  const town = await openTown();
  await town.goTo(date, 1200);
  await say(town, "zhao001", false);
  await town.run({ kind: "punches", from: date, to: date });
  const found = await rows(town);
  expect(found.get("zhao001")).toMatchObject({ located: 0 });
  expect(found.get("zhao001")?.n).toBeGreaterThan(1);
  expect(found.get("wang003")?.located).toBeGreaterThan(1);
  const days = await town.db.all<{ counted: number }>(
    "select counted from workday where company_id = ?1 and person_id = 'zhao001' and date = ?2",
    ...[town.companyId, date],
  );
  expect(days[0]?.counted).toBeGreaterThan(0);
  const places = await town.db.all<{ place: string }>(
    "select distinct place from allocation where company_id = ?1 and person_id = 'zhao001' and date = ?2",
    ...[town.companyId, date],
  );
  expect(places.every(({ place }) => place === "unknown" || place === "trip")).toBe(true);
});

test("who allows it again is located from that moment on, not before", async () => {
  const town = await openTown();
  await town.goTo(date, 1200);
  await say(town, "zhao001", false);
  await say(town, "zhao001", true);
  await town.run({ kind: "punches", from: date, to: date });
  expect((await rows(town)).get("zhao001")).toMatchObject({ located: 0 });
});

test("where consent is asked nobody is located before they gave it; what was kept is cleared with its verdict kept", async () => {
  const town = await openTown();
  await town.goTo(date, 1200);
  await town.run({ kind: "punches", from: date, to: date });
  const places = () =>
    town.db.all(
      "select person_id, project_id, place, minutes from allocation where company_id = ?1 order by 1, 2, 3, 4",
      town.companyId,
    );
  const before = await places();
  expect([...(await rows(town)).values()].some(({ located }) => located > 0)).toBe(true);
  await town.db.batch([town.db.prepare(policy, town.companyId, JSON.stringify({ privacy: { basis: "consent" } }))]);
  await town.run({ kind: "punches", from: date, to: date });
  expect([...(await rows(town)).values()].every(({ located }) => located === 0)).toBe(true);
  expect(await places()).toEqual(before);
});
