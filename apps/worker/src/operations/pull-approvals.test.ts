import { addProject } from "@today/db/testing";
import { beforeAll, expect, test } from "vitest";
import { cookieOf } from "../testing.ts";
import { asked, at, begin, follow, standingOf } from "../testing-forms.ts";
import { openTown, type Town } from "../testing-town.ts";

const week = { kind: "punches", from: "2026-09-14", to: "2026-09-16" } as const;

/** A town whose shifts of the week are known. */
async function openWeek(switches: object = {}): Promise<Town> {
  const town = await openTown({ people: 12 });
  await town.control("switches", switches);
  await town.run(week);
  return town;
}

const all = [asked.overtime, asked.trip, asked.halfTrip, asked.outing, asked.leave, asked.supply];

const missed = { ...asked.outing, userId: "guo005", start: at("2026-09-16T13:30"), end: at("2026-09-16T18:00") };

test("a night brings overtime, trips and outings of the day, and settles what they touch", async () => {
  const town = await openWeek();
  const before = await standingOf(town, "guo005");
  for (const one of [...all.slice(0, 4), missed]) await begin(town, one);
  await town.run({ kind: "approvals" });
  const after = await standingOf(town);
  expect(after.granted).toEqual([
    { date: "2026-09-14", kind: "trip", start: 540, end: 720, lieu: 0, source: "dingtalk" },
    { date: "2026-09-15", kind: "trip", start: 540, end: 1080, lieu: 0, source: "dingtalk" },
    { date: "2026-09-16", kind: "overtime", start: 1110, end: 1260, lieu: 0, source: "dingtalk" },
    { date: "2026-09-16", kind: "trip", start: 540, end: 1080, lieu: 0, source: "dingtalk" },
    { date: "2026-09-16", kind: "trip", start: 840, end: 960, lieu: 0, source: "dingtalk" },
  ]);
  expect((await standingOf(town, "guo005")).days).not.toEqual(before.days);
  await town.run({ kind: "approvals" });
  expect(await standingOf(town)).toEqual(after);
});

let plain: Awaited<ReturnType<typeof standingOf>>;
beforeAll(async () => {
  plain = await byEventsAndNight({});
}, 60_000);

async function byEventsAndNight(switches: object) {
  const town = await openWeek(switches);
  await town.listen({ approvalEvents: true, attendanceEvents: true });
  for (const one of all) await begin(town, one);
  await town.drain();
  await town.run({ kind: "approvals" });
  await town.run({ kind: "night" });
  return standingOf(town);
}

test.each([
  { overtimeForm: "field" },
  { tripForm: "suite" },
  { halfDayUnit: "HALF_DAY" },
  { extValueMissing: true },
  { leaveCategory: "attendance.leave" },
  { swapTravelAndOut: false },
  { successText: true },
  { approvalTimes: "utc" },
  { supplyInRecords: false },
])(
  "by events and by night the end is the same with %o",
  async (switches) => {
    const end = await byEventsAndNight(switches);
    expect(end).toEqual(plain);
    expect(end.granted).toHaveLength(5);
    expect(end.leaves).toEqual([{ from_at: asked.leave.start, to_at: asked.leave.end }]);
    expect(end.corrections).toMatchObject([{ type: "off", at: asked.supply.at, valid: 1 }]);
  },
  20_000,
);

test("a running approval is read when it is decided, however long that takes", async () => {
  const town = await openWeek();
  const id = await begin(town, asked.overtime, {});
  await town.run({ kind: "approvals" });
  expect((await standingOf(town)).granted).toEqual([]);
  await town.goTo("2026-09-20", 600);
  await town.run({ kind: "approvals" });
  await follow(town, id, "approve");
  await town.goTo("2026-09-21", 600);
  await town.run({ kind: "approvals" });
  expect((await standingOf(town)).granted).toMatchObject([{ kind: "overtime", start: 1110 }]);
});

test("a changed trip takes the place of the old one, a revoked one leaves nothing", async () => {
  const town = await openWeek();
  const id = await begin(town, asked.trip);
  await town.run({ kind: "approvals" });
  await follow(town, id, "modify", { ...asked.trip, end: at("2026-09-15T18:00"), decide: "agree" });
  await town.goTo("2026-09-18", 600);
  await town.run({ kind: "approvals" });
  expect((await standingOf(town)).granted).toMatchObject([{ date: "2026-09-15" }]);
  await follow(town, id, "revoke", { decide: "agree" });
  await town.goTo("2026-09-19", 600);
  await town.run({ kind: "approvals" });
  expect((await standingOf(town)).granted).toEqual([]);
});

test("a trip to come is laid on its days once their shifts are known", async () => {
  const town = await openWeek();
  await begin(town, { ...asked.trip, start: at("2026-09-28T09:00"), end: at("2026-09-28T18:00") });
  await town.control("switches", { extValueMissing: true });
  await begin(town, { ...asked.trip, start: at("2026-09-29T09:00"), end: at("2026-09-29T18:00") });
  await town.run({ kind: "approvals" });
  await town.goTo("2026-09-26", 130);
  await town.run({ kind: "night" });
  await town.run({ kind: "approvals" });
  expect((await standingOf(town)).granted).toMatchObject([
    { date: "2026-09-28", start: 540, end: 1080 },
    { date: "2026-09-29", start: 540, end: 1080 },
  ]);
});

test("a late approval for a closed day is an adjustment", async () => {
  const town = await openWeek();
  await town.db.batch([
    town.db.prepare(
      `insert into period (company_id, id, first, last, state, changed_at, changed_by)
       values (?1, '2026-09', '2026-09-01', '2026-09-30', 'closed', ?2, 'chen007')`,
      ...[town.companyId, town.simulator.now()],
    ),
  ]);
  const { days } = await standingOf(town, "guo005");
  await begin(town, missed);
  await town.goTo("2026-10-08", 600);
  await town.run({ kind: "approvals" });
  expect((await standingOf(town, "guo005")).days).toEqual(days);
  const adjusted = await town.db.all("select distinct person_id from adjustment where company_id = ?1", town.companyId);
  expect(adjusted).toEqual([{ person_id: "guo005" }]);
});

test.each([true, false])(
  "a withdrawn leave that DingTalk still lists (%s) does not stand",
  async (unsettledLeaveShows) => {
    const town = await openWeek({ unsettledLeaveShows });
    await town.listen({ approvalEvents: true });
    const id = await begin(town, asked.leave, {});
    await town.run({ kind: "night" });
    await follow(town, id, "terminate");
    await town.drain();
    await town.goTo("2026-09-18", 130);
    await town.run({ kind: "night" });
    expect((await standingOf(town)).leaves).toEqual([]);
  },
);

test("a day names what was granted on it and who by, and a manager is shown the leave in the app", async () => {
  const town = await openWeek();
  await addProject({ db: town.db, id: town.companyId } as Parameters<typeof addProject>[0], {
    id: "lang",
    members: ["zhao001"],
  });
  const manager = `insert into project_member (company_id, person_id, project_id, role, planned_from, planned_to)
    values (?1, 'wang003', 'lang', 'manager', null, null)`;
  const planned =
    "update project_member set planned_from = '2026-09-01' where company_id = ?1 and person_id = 'zhao001'";
  await town.db.batch([manager, planned].map((sql) => town.db.prepare(sql, town.companyId)));
  await town.run({ kind: "night" });
  await town.listen({ approvalEvents: true });
  await begin(town, asked.overtime);
  await begin(town, asked.leave);
  await town.drain();
  const read = async (person: string, path: string) => {
    const cookie = await cookieOf(town.companyId, person, town.simulator.now());
    const answer = await town.receive(new Request(`http://today.test${path}`, { headers: { cookie } }));
    return answer.json<Record<string, unknown>>();
  };
  const day = await read("zhao001", "/api/workdays/2026-09-16");
  expect(day.granted).toMatchObject([{ kind: "overtime", start: 1110, end: 1260, lieu: false, source: "dingtalk" }]);
  const { notices } = await read("wang003", "/api/alerts");
  expect(notices).toMatchObject([{ kind: "leave", person: { id: "zhao001" }, project: { id: "lang" }, minutes: 270 }]);
  expect((await read("zhao001", "/api/alerts")).notices).toEqual([]);
}, 20_000);
