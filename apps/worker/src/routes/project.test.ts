import { addPeople } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Member, Problem, Project, Site } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const wish = { id: "lang", code: "GL-02", name: "综合管廊二期", shortName: "管廊二期", mark: "廊", managers: ["wang"] };

async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang", "chen", "lin"]);
  await house.db.batch([house.db.prepare("insert into role_grant values (?1, 'lin', 'admin')", house.id)]);
  return house;
}

const history = ({ db, id }: House) =>
  db.all<{ actor: string; subject_id: string; action: string; before: string | null; after: string | null }>(
    "select actor, subject_id, action, before, after from history where company_id = ?1 and channel = 'app' order by id",
    id,
  );

test("a project is created with the colour of its turn and its managers, and once however often it is sent", async () => {
  const house = await furnish();
  const lin = house.as("lin");
  const first = await lin.call<Project>("POST", "/api/projects", wish);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    color: 1,
    version: 1,
    memberCount: 1,
    editable: true,
    managers: [{ id: "wang" }],
  });
  const again = await lin.call<Project>("POST", "/api/projects", wish);
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect((await lin.refused("POST", "/api/projects", { ...wish, name: "别的" })).body.code).toBe("version-conflict");
  const second = await lin.call<Project>("POST", "/api/projects", { ...wish, id: "b", code: "b", mark: "水" });
  expect(second.body.color).toBe(2);
  expect((await history(house)).map(({ actor, subject_id, action }) => [actor, subject_id, action])).toEqual([
    ["lin", "lang", "create"],
    ["lin", "b", "create"],
  ]);
});

test("of two projects created at once each gets its own colour", async () => {
  const house = await furnish();
  const lin = house.as("lin");
  const created = await Promise.all(
    ["a", "b", "c"].map((id) => lin.call<Project>("POST", "/api/projects", { ...wish, id, code: id, managers: [] })),
  );
  expect(created.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(created.map(({ body }) => body.color).sort()).toEqual([1, 2, 3]);
});

test("a mark is used once among the projects of one person", async () => {
  const house = await furnish();
  const lin = house.as("lin");
  await lin.call("POST", "/api/projects", wish);
  const mine = { ...wish, id: "b", code: "b" };
  expect((await lin.refused("POST", "/api/projects", mine)).body.code).toBe("mark-taken");
  expect((await lin.call("POST", "/api/projects", { ...mine, managers: ["chen"] })).status).toBe(201);
});

test("its manager changes it while nobody else has, and history keeps both sides", async () => {
  const house = await furnish();
  await house.as("lin").call("POST", "/api/projects", wish);
  const wang = house.as("wang");
  const changed = await wang.call<Project>("PATCH", "/api/projects/lang", { version: 1, color: 5 });
  expect(changed.body).toMatchObject({ version: 2, color: 5, name: wish.name });
  const late = await wang.refused("PATCH", "/api/projects/lang", { version: 1, color: 6 });
  expect(late.body).toMatchObject({ code: "version-conflict", current: { version: 2, color: 5 } });
  const same = await wang.call<Project>("PATCH", "/api/projects/lang", { version: 2, color: 5 });
  expect(same.body.version).toBe(2);
  const rows = await history(house);
  expect(rows).toHaveLength(2);
  expect(JSON.parse(rows[1]?.before ?? "")).toMatchObject({ color: 1, name: wish.name });
  expect(JSON.parse(rows[1]?.after ?? "")).toMatchObject({ color: 5, name: wish.name });
});

test("of two changes at once exactly one wins", async () => {
  const house = await furnish();
  await house.as("lin").call("POST", "/api/projects", wish);
  const change = (color: number) =>
    house.as("wang").call<Problem>("PATCH", "/api/projects/lang", { version: 1, color });
  const both = await Promise.all([change(3), change(4)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await history(house)).toHaveLength(2);
});

test("the list shows everybody their own, and all only to those who see all", async () => {
  const house = await furnish();
  const lin = house.as("lin");
  await lin.call("POST", "/api/projects", wish);
  await lin.call("POST", "/api/projects", { ...wish, id: "alt", code: "AA", mark: "旧", closedOn: "2026-09-16" });
  const ids = async (who: string, query = "") =>
    (await house.as(who).call<{ projects: Project[] }>("GET", `/api/projects${query}`)).body.projects.map(
      ({ id }) => id,
    );
  expect(await ids("wang")).toEqual(["lang"]);
  expect(await ids("wang", "?status=all")).toEqual(["alt", "lang"]);
  expect(await ids("lin", "?status=all")).toEqual(["alt", "lang"]);
  expect(await ids("zhao", "?status=all")).toEqual([]);
});

test("members are added, replaced and removed with a history row for each that changed", async () => {
  const house = await furnish();
  await house.as("lin").call("POST", "/api/projects", wish);
  const wang = house.as("wang");
  const path = "/api/projects/lang/members";
  const members = [{ personId: "zhao", plannedFrom: "2026-09-14", plannedTo: "2026-09-18" }, { personId: "qian" }];
  const put = await wang.call<{ members: Member[] }>("PUT", path, { members });
  expect(put.body.members.map(({ person, role }) => [person.id, role])).toEqual([
    ["wang", "manager"],
    ["qian", "member"],
    ["zhao", "member"],
  ]);
  expect((await wang.call("PUT", path, { members })).body).toEqual(put.body);
  await wang.call("PUT", path, { members: [{ personId: "qian", endsOn: "2026-09-20" }] });
  expect((await wang.call("DELETE", `${path}/zhao`)).status).toBe(204);
  expect((await wang.call("DELETE", `${path}/zhao`)).status).toBe(204);
  const rows = (await history(house)).slice(1).map(({ subject_id, action }) => [subject_id, action]);
  expect(rows).toEqual([
    ["lang/zhao", "add"],
    ["lang/qian", "add"],
    ["lang/qian", "change"],
    ["lang/zhao", "remove"],
  ]);
});

test("a manager manages only while the membership lasts", async () => {
  const house = await furnish();
  await house.as("lin").call("POST", "/api/projects", wish);
  const ends = { members: [{ personId: "wang", role: "manager", endsOn: "2026-09-16" }] };
  await house.as("lin").call("PUT", "/api/projects/lang/members", ends);
  expect((await house.as("wang").refused("PATCH", "/api/projects/lang", { version: 1, color: 2 })).status).toBe(403);
  expect((await house.as("wang").refused("GET", "/api/team")).status).toBe(403);
});

test("a site is written under its id, and a change has its members' last days settled anew", async () => {
  const house = await furnish();
  await house.as("lin").call("POST", "/api/projects", wish);
  const day = "insert into workday values (?1, 'wang', ?2, 0, 0, 0, 0, 0, 0, 0, 'off', '[]', '{}', 0)";
  await house.db.batch(["2026-09-15", "2026-08-01"].map((date) => house.db.prepare(day, house.id, date)));
  const wang = house.as("wang");
  const path = "/api/projects/lang/sites/north";
  const site = { name: "北门", lat: 30, lng: 120.5, ssids: ["GL"] };
  const put = await wang.call<Site>("PUT", path, site);
  const written = { ...site, id: "north", radius: 200, machines: [], startsOn: null, endsOn: null };
  expect(put.body).toEqual(written);
  await wang.call("PUT", path, site);
  expect((await wang.call<{ sites: Site[] }>("GET", "/api/projects/lang/sites")).body.sites).toEqual([written]);
  expect(await house.count()).toMatchObject({ site: 1, dirty_day: 1 });
  await wang.call("PUT", path, { ...site, radius: 300 });
  expect((await wang.call("DELETE", path)).status).toBe(204);
  expect((await wang.call("DELETE", path)).status).toBe(204);
  expect((await history(house)).slice(1).map(({ action }) => action)).toEqual(["add", "change", "remove"]);
});
