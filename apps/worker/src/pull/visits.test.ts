import { addProject } from "@today/db/testing";
import { expect, test } from "vitest";
import { openTown, type Town } from "../testing-town.ts";

const place = { lat: 30.2796, lng: 120.1265, name: "杭州东站", address: "杭州市上城区天城路1号" };

/** A town in which 赵 and 李 are on a project that takes check-ins. */
async function openVisiting(others: readonly string[] = []): Promise<Town> {
  const town = await openTown();
  await town.goTo("2026-09-17", 700);
  const company = { id: town.companyId, db: town.db };
  await addProject(company, { id: "kunde", members: ["zhao001", "li002", ...others] });
  await town.db.batch([
    town.db.prepare("insert into visiting values (?1, 'kunde', 0, 'admin012')", town.companyId),
    town.db.prepare("insert into role_grant values (?1, 'admin012', 'hr')", town.companyId),
  ]);
  return town;
}

async function checkIn(town: Town, userId: string, at: string): Promise<void> {
  await town.control("check-in", { userId, at, place, remark: "见客户", images: ["https://static.example.com/a.jpg"] });
}

function visitsOf({ db, companyId }: Town): Promise<Record<string, unknown>[]> {
  const columns = "person_id, date, minute, place, address, lat, remark, photos";
  return db.all(`select ${columns} from visit where company_id = ?1 order by at, person_id`, companyId);
}

const callsTo = async ({ db, companyId }: Town, path: string) =>
  (await db.all("select 1 from call_audit where company_id = ?1 and path = ?2", companyId, path)).length;

test("a night brings yesterday's check-ins of people on projects that take them, and nobody else's", async () => {
  const town = await openVisiting();
  await checkIn(town, "zhao001", "2026-09-17T10:20:00+08:00");
  await checkIn(town, "guo005", "2026-09-17T10:30:00+08:00");
  await town.goTo("2026-09-18", 130);
  await town.run({ kind: "checkins" });
  const kept = { person_id: "zhao001", date: "2026-09-17", minute: 620, place: place.name, address: place.address };
  const said = { lat: place.lat, remark: "见客户", photos: '["https://static.example.com/a.jpg"]' };
  expect(await visitsOf(town)).toEqual([{ ...kept, ...said }]);
  expect(await callsTo(town, "/topapi/checkin/record/get")).toBe(1);
});

test("more than ten people cost one call for the company, and the others' check-ins are thrown away", async () => {
  const town = await openVisiting();
  const people = await town.db.all<{ id: string }>("select id from person where company_id = ?1", town.companyId);
  await addProject(
    { id: town.companyId, db: town.db },
    { id: "weit", members: people.slice(0, 12).map(({ id }) => id) },
  );
  await town.db.batch([town.db.prepare("insert into visiting values (?1, 'weit', 0, 'admin012')", town.companyId)]);
  const stranger = people.map(({ id }) => id).find((id, n) => n >= 12 && !["zhao001", "li002"].includes(id));
  await checkIn(town, String(stranger), "2026-09-17T10:30:00+08:00");
  await checkIn(town, "zhao001", "2026-09-17T10:40:00+08:00");
  await town.goTo("2026-09-18", 130);
  await town.run({ kind: "checkins" });
  const seen = (await visitsOf(town)).map((visit) => visit.person_id);
  expect(seen).toContain("zhao001");
  expect(seen).not.toContain(stranger);
  expect(await callsTo(town, "/checkin/record")).toBe(1);
});

test("nights that were missed are made up for, and a night twice changes nothing", async () => {
  const town = await openVisiting();
  await town.goTo("2026-09-18", 130);
  await town.run({ kind: "checkins" });
  await town.goTo("2026-09-20", 600);
  await checkIn(town, "li002", "2026-09-19T09:00:00+08:00");
  await checkIn(town, "li002", "2026-09-20T09:00:00+08:00");
  await town.goTo("2026-09-21", 130);
  await town.run({ kind: "checkins" });
  await town.run({ kind: "checkins" });
  expect((await visitsOf(town)).filter(({ person_id }) => person_id === "li002").map(({ date }) => date)).toEqual([
    "2026-09-19",
    "2026-09-20",
  ]);
});

test("of who keeps their place to themselves only the check-in's words are kept", async () => {
  const town = await openVisiting();
  const { db, companyId, simulator } = town;
  await db.batch([
    db.prepare(
      "insert into notice_answer values (?1, 'zhao001', 'a', 'v', ?2, 'notice', 0)",
      companyId,
      simulator.now(),
    ),
  ]);
  await checkIn(town, "zhao001", "2026-09-17T10:20:00+08:00");
  await town.goTo("2026-09-18", 130);
  await town.run({ kind: "checkins" });
  expect(await visitsOf(town)).toMatchObject([{ place: null, address: null, lat: null, remark: "见客户" }]);
});

test("a pushed check-in is there at once", async () => {
  const town = await openVisiting();
  await town.listen({ checkinEvents: true });
  await checkIn(town, "zhao001", "2026-09-17T10:40:00+08:00");
  await checkIn(town, "guo005", "2026-09-17T10:40:00+08:00");
  await town.drain();
  expect((await visitsOf(town)).map(({ person_id }) => person_id)).toEqual(["zhao001"]);
  expect(await callsTo(town, "/topapi/checkin/record/get")).toBe(1);
});

test("a project without check-ins costs no call", async () => {
  const town = await openTown();
  await town.goTo("2026-09-18", 130);
  await town.run({ kind: "checkins" });
  expect(await callsTo(town, "/topapi/checkin/record/get")).toBe(0);
});
