import { addPeople, addProject, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { ApprovalRef } from "../contract.ts";
import type { House } from "../testing.ts";
import { decideOn, openOffice, settle, waitingFor } from "../testing-approval.ts";
import { deliver, hookIn, openReceiver } from "../testing-hooks.ts";
import { eventTypeNames } from "./event-type.ts";

interface Told {
  readonly type: string;
  readonly subject: string;
  readonly projects: string | null;
  readonly data: string;
}

async function told({ db, id }: House): Promise<Told[]> {
  return db.all(
    "select type, subject, projects, data from hook_event where company_id = ?1 order by type, subject",
    id,
  );
}

const subjects = async (house: House) => (await told(house)).map(({ type, subject }) => `${type} ${subject}`);

/** All of Zhao's and Qian's days are settled already; whatever comes now is told. */
async function listening(over: object = {}): Promise<House> {
  const house = await openOffice();
  await hookIn(house, { events: eventTypeNames, ...over });
  return house;
}

const off = (house: House, who: string, minute: number) =>
  pull(house, house.now, [punch(who, "2026-09-15", [minute, "off"], { lat: 30.2854, lng: 120.0171, accuracy: 10 })]);

test("nothing is written down while nobody wants to hear of it", async () => {
  const house = await openOffice();
  const hook = await hookIn(house, { events: ["period.closed"] });
  await off(house, "zhao", 960);
  await settle(house);
  expect(await told(house)).toEqual([]);
  await house.as("lin").call("PATCH", `/api/hooks/${hook.id}`, { version: 1, events: eventTypeNames, state: "paused" });
  await off(house, "zhao", 1000);
  await settle(house);
  expect(await told(house)).toEqual([]);
});

test("a day that comes out differently is told with what changed, once while nobody has heard of it", async () => {
  const house = await listening();
  await off(house, "zhao", 960);
  await settle(house);
  await off(house, "zhao", 1000);
  await settle(house);
  expect(await subjects(house)).toEqual(["allocation.changed zhao/2026-09-15", "workday.settled zhao/2026-09-15"]);
  const [changed, settled] = await told(house);
  expect(JSON.parse(changed?.data ?? "")).toEqual({ personId: "zhao", date: "2026-09-15", projectIds: ["lang"] });
  const [row] = await house.db.all(
    "select counted from workday where company_id = ?1 and person_id = 'zhao' and date = '2026-09-15'",
    house.id,
  );
  expect(JSON.parse(settled?.data ?? "")).toMatchObject(row ?? {});
  const receiver = openReceiver();
  await deliver(house, receiver);
  await off(house, "zhao", 1020);
  await settle(house);
  await deliver(house, receiver);
  expect(receiver.got.map(({ message }) => message.type).sort()).toEqual([
    ...["allocation.changed", "allocation.changed", "workday.settled", "workday.settled"],
  ]);
});

test("whoever was left alone meanwhile hears of a day once, as it is then", async () => {
  const house = await listening();
  const quiet = await hookIn(house, { events: ["workday.settled"], url: "https://quiet.example.com/" });
  await house.db.all("update hook set quiet_until = ?2 where id = ?1", quiet.id, house.now + 60_000);
  const receiver = openReceiver();
  for (const minute of [960, 1000]) {
    await off(house, "zhao", minute);
    await settle(house);
    await deliver(house, receiver);
  }
  expect(receiver.got).toHaveLength(4);
  house.now += 61_000;
  await deliver(house, receiver);
  const heard = receiver.got.slice(4).map(({ url, message }) => [url, message.id]);
  const latest = receiver.got.findLast(
    ({ url, message }) => !url.includes("quiet") && message.type === "workday.settled",
  );
  expect(heard).toEqual([["https://quiet.example.com/", latest?.message.id]]);
});

test("settling the same once more tells nothing", async () => {
  const house = await listening();
  await house.db.all(
    "insert into dirty_day (company_id, date, person_id, since) select company_id, date, person_id, 1 from workday where company_id = ?1",
    house.id,
  );
  await settle(house);
  expect(await told(house)).toEqual([]);
});

test("a hook of one project hears of that one alone", async () => {
  const house = await listening({ projectId: "shui" });
  await off(house, "zhao", 960);
  await off(house, "sun", 960);
  await settle(house);
  const receiver = openReceiver();
  await deliver(house, receiver);
  expect(new Set(receiver.got.map(({ message }) => message.data.personId))).toEqual(new Set(["sun"]));
});

test("what a manager says of hours is told, and so is that they stand otherwise", async () => {
  const house = await listening();
  const items = (await waitingFor(house, "wang")).filter(
    (ref): ref is ApprovalRef & { type: "allocation" } => ref.type === "allocation",
  );
  const [first, second] = items;
  if (first === undefined || second === undefined) throw new Error("nothing waits");
  await decideOn(house, "wang", [first]);
  await decideOn(house, "wang", [second], { verdict: "return", reason: "不在" });
  const about = ({ personId, date, projectId, key }: typeof first) => `${personId}/${date}/${projectId}/${key}`;
  const found = await subjects(house);
  expect(found).toContain(`allocation.approved ${about(first)}`);
  expect(found).toContain(`allocation.rejected ${about(second)}`);
  expect(found).toContain(`allocation.changed ${first.personId}/${first.date}`);
  expect(JSON.stringify(await told(house))).not.toContain("不在");
});

test("somebody who was expected and did not come is told to their projects", async () => {
  const house = await listening({ events: ["member.absent"], projectId: "shui" });
  await addPeople(house, ["li"]);
  await addProject(house, { id: "ting", members: ["li"] });
  await plan(house, ["li", "sun"], ["2026-09-11"]);
  await settle(house);
  const receiver = openReceiver();
  await deliver(house, receiver);
  expect(receiver.got.map(({ message }) => message.data.personId)).toEqual(["sun"]);
});

test("a period that is closed and opened again is told each time", async () => {
  const house = await listening();
  const sql = (state: string, version: number) =>
    house.db.all(
      `insert into period (company_id, id, first, last, state, version, closing, changed_at, changed_by)
       values (?1, '2026-08', '2026-08-01', '2026-08-31', ?2, ?3, 1, ?4, 'he')
       on conflict do update set state = excluded.state, version = excluded.version`,
      ...[house.id, state, version, house.now],
    );
  for (const [n, state] of ["open-for-approvers", "closed", "open-for-approvers", "closed"].entries())
    await sql(state, n + 1);
  expect(await subjects(house)).toEqual([
    "period.closed 2026-08/2",
    "period.closed 2026-08/4",
    "period.reopened 2026-08/3",
  ]);
  expect(JSON.parse((await told(house))[0]?.data ?? "")).toEqual({
    ...{ periodId: "2026-08", from: "2026-08-01", to: "2026-08-31", closing: 1 },
  });
});

test("warnings are told, those about money to nobody", async () => {
  const house = await listening();
  const raise = "insert into alert (company_id, kind, subject_id, level, raised_at) values (?1, ?2, ?3, ?4, ?5)";
  const rows = [
    ["overtime", "zhao/2026-09", 1800],
    ["budget-hours", "lang", 80],
    ["budget-money", "lang", 80],
    ["calendar", "2027", 1],
  ] as const;
  for (const row of rows) await house.db.all(raise, house.id, ...row, house.now);
  expect((await told(house)).map(({ data, projects }) => [JSON.parse(data), projects])).toEqual([
    [{ kind: "budget-hours", level: 80, projectId: "lang" }, '["lang"]'],
    [{ kind: "calendar", level: 1, year: "2027" }, null],
    [{ kind: "overtime", level: 1800, personId: "zhao", month: "2026-09" }, '["lang"]'],
  ]);
});
