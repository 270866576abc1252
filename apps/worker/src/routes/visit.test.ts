import { addPeople, addProject, beijing, mark, plan, pull, punch } from "@today/db/testing";
import { keepVisits } from "@today/db/visit";
import { expect, test } from "vitest";
import { contextOf, theProduct } from "../context.ts";
import type { Visits } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse } from "../testing.ts";

const date = "2026-09-16";
const path = `/api/visits?from=${date}&to=${date}`;

/** Zhao belongs to two projects that take check-ins, Qian to none; Wang manages the first, He is HR. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang", "chen", "he", "lin"]);
  await addProject(house, { id: "kunde", members: ["zhao", "qian"] });
  await addProject(house, { id: "weit", members: ["zhao"] });
  const { db, id } = house;
  await db.batch([
    db.prepare("insert into visiting values (?1, 'kunde', 0, 'lin'), (?1, 'weit', 0, 'lin')", id),
    db.prepare("update project_member set role = 'manager' where company_id = ?1 and person_id = 'qian'", id),
    db.prepare(
      `insert into project_member (company_id, person_id, project_id, role) values
        (?1, 'wang', 'kunde', 'manager'), (?1, 'chen', 'weit', 'manager')`,
      id,
    ),
    db.prepare("insert into role_grant values (?1, 'he', 'hr'), (?1, 'lin', 'admin')", id),
  ]);
  return house;
}

async function checkIn({ db, id }: House, personId: string, minute: number): Promise<void> {
  const visit = { personId, at: beijing(date, minute), date, minute, place: "杭州东站", address: "天城路1号" };
  const rest = { lat: 30.2, lng: 120.1, remark: "见客户", visited: null, photos: ["https://static.example.com/a.jpg"] };
  await db.batch(keepVisits(db, { companyId: id, at: 1 }, [{ ...visit, ...rest }]));
}

/** Whose check-ins somebody is told of, and for which project. */
async function told(house: House, person: string, more = ""): Promise<unknown[]> {
  const { body } = await house.as(person).call<Visits>("GET", `${path}${more}`);
  return body.visits.map((visit) => [visit.person.id, visit.projectId]);
}

test("a check-in belongs to the project that has the hours of its minute, and only its manager is told of it", async () => {
  const house = await furnish();
  await plan(house, ["zhao"], [date]);
  await pull(house, 2, [punch("zhao", date, [535, "on"]), punch("zhao", date, [1085, "off"])]);
  const picked = `insert into pick (company_id, id, person_id, date, project_id, made_at, made_by, channel)
    values (?1, 'a', 'zhao', ?2, 'weit', 3, 'zhao', 'app')`;
  await house.db.batch([house.db.prepare(picked, house.id, date)]);
  await mark(house, 4, ["zhao", date]);
  const network = async () => new Response(null, { status: 500 });
  await settleDays(await contextOf(house.env, { fetch: network, now: async () => house.now }, theProduct), null);
  await checkIn(house, "zhao", 620);
  expect(await told(house, "zhao")).toEqual([["zhao", "weit"]]);
  expect(await told(house, "chen")).toEqual([["zhao", "weit"]]);
  expect(await told(house, "wang")).toEqual([]);
  expect(await told(house, "he", "&project=weit")).toEqual([["zhao", "weit"]]);
  expect(await told(house, "he", "&project=kunde")).toEqual([]);
});

test("where it is not clear which project it was for, the managers of all it may be for are told", async () => {
  const house = await furnish();
  await checkIn(house, "zhao", 420);
  for (const person of ["zhao", "wang", "chen", "he"]) expect(await told(house, person)).toEqual([["zhao", null]]);
  expect(await told(house, "lin")).toEqual([]);
});

test("nobody is told coordinates or addresses", async () => {
  const house = await furnish();
  await checkIn(house, "zhao", 420);
  const { body } = await house.as("he").call("GET", path);
  expect(JSON.stringify(body)).not.toMatch(/30\.2|120\.1|天城路/);
});

test("a long list comes in pages", async () => {
  const house = await furnish();
  for (let minute = 0; minute < 130; minute += 1) await checkIn(house, "zhao", 400 + minute);
  const first = (await house.as("zhao").call<Visits>("GET", path)).body;
  expect(first.visits).toHaveLength(100);
  const second = (await house.as("zhao").call<Visits>("GET", `${path}&cursor=${encodeURIComponent(first.next ?? "")}`))
    .body;
  expect(second.visits).toHaveLength(30);
  expect(second.next).toBeNull();
});

test("a project's manager switches check-ins off and on, with history, and once is enough", async () => {
  const house = await furnish();
  const put = (on: boolean) => house.as("wang").call("PUT", "/api/projects/kunde/visiting", { on });
  expect((await put(false)).body).toEqual({ on: false, since: null });
  expect((await put(false)).body).toEqual({ on: false, since: null });
  expect((await put(true)).body).toMatchObject({ on: true });
  const rows = await house.db.all(
    "select before, after from history where company_id = ?1 and action = 'visiting'",
    house.id,
  );
  expect(rows).toEqual([
    { before: '{"visiting":true}', after: '{"visiting":false}' },
    { before: '{"visiting":false}', after: '{"visiting":true}' },
  ]);
});
