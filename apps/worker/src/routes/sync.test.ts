import { addPeople } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Session, SharedPull, Sync } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["lin"]);
  await house.db.batch([house.db.prepare("insert into role_grant values (?1, 'lin', 'admin')", house.id)]);
  return house;
}

test("an admin pulls a range and sees what became of it", async () => {
  const house = await furnish();
  const lin = house.as("lin");
  const range = { from: "2026-09-14", to: "2026-09-16" };
  const begun = await lin.call<{ runId: string }>("POST", "/api/sync/punches", range);
  expect(begun.status).toBe(202);
  expect(house.sent).toContainEqual({ kind: "pull-batch", runId: begun.body.runId, n: 0 });
  const { body } = await lin.call<Sync>("GET", "/api/sync");
  expect(body.runs).toMatchObject([
    { id: begun.body.runId, kind: "punches", ...range, state: "running", askedBy: "lin" },
  ]);
  expect(body).toMatchObject({ calls: { month: "2026-09", used: 0, limit: 5000 }, totals: { people: 3, punches: 0 } });
  expect(body.pending.batches).toBeGreaterThan(0);
  const health = await house.nobody.call<{ pending: number }>("GET", "/api/health");
  expect(health.body).toEqual({ ok: true, pending: body.pending.batches + body.pending.days + body.pending.events });
});

test("anybody may have one shared pull a minute, and the page says that it is under way", async () => {
  const house = await furnish();
  const first = await house.as("zhao").call<SharedPull>("POST", "/api/sync/shared");
  expect(first.body).toMatchObject({ started: true, freshness: { state: "pulling" } });
  const again = await house.as("qian").call<SharedPull>("POST", "/api/sync/shared");
  expect(again.body).toMatchObject({ started: false, freshness: { state: "pulling" } });
  expect(house.sent.filter(({ kind }) => kind === "pull-batch")).toHaveLength(1);
});

test("roles are granted and taken with a trace, twice as once", async () => {
  const house = await furnish();
  const lin = house.as("lin");
  for (const method of ["PUT", "PUT", "DELETE", "DELETE"]) {
    expect((await lin.call(method, "/api/roles/zhao/hr")).status).toBe(204);
  }
  const rows = await house.db.all(
    "select action, before, after from history where company_id = ?1 and channel = 'app' order by id",
    house.id,
  );
  expect(rows).toEqual([
    { action: "grant", before: null, after: '{"role":"hr"}' },
    { action: "revoke", before: '{"role":"hr"}', after: null },
  ]);
  await lin.call("PUT", "/api/roles/zhao/admin");
  expect((await lin.call("DELETE", "/api/roles/lin/admin")).status).toBe(204);
  expect((await lin.refused("GET", "/api/roles")).status).toBe(403);
  expect((await house.as("zhao").call("GET", "/api/roles")).body).toEqual({
    grants: [{ personId: "zhao", role: "admin" }],
  });
});

test("people are found by name, id or number, those who have left are not", async () => {
  const house = await furnish();
  await addPeople(house, ["p1", "p2"], { name: "赵磊", jobNumber: "A-77", title: "施工员" });
  await house.db.batch([
    house.db.prepare("update person set active = 0 where company_id = ?1 and id = 'p2'", house.id),
  ]);
  const found = async (q: string) =>
    (await house.as("lin").call<{ people: { id: string }[] }>("GET", `/api/people?q=${encodeURIComponent(q)}`)).body
      .people;
  expect(await found("磊")).toEqual([{ id: "p1", name: "赵磊", title: "施工员" }]);
  expect((await found("a-77")).map(({ id }) => id)).toEqual(["p1"]);
  expect((await found("QIA")).map(({ id }) => id)).toEqual(["qian"]);
  expect(await found("%")).toEqual([]);
});

test("a default project is set, told and cleared", async () => {
  const house = await furnish();
  const { db, id } = house;
  await db.batch([
    db.prepare(
      "insert into project (company_id, id, code, name, short_name, mark, color, created_at) values (?1, 'lang', 'l', 'l', 'l', '廊', 1, 0)",
      id,
    ),
    db.prepare(
      "insert into project_member (company_id, person_id, project_id, role) values (?1, 'zhao', 'lang', 'member')",
      id,
    ),
  ]);
  const zhao = house.as("zhao");
  const set = await zhao.call<Session>("PUT", "/api/me/default-project", { projectId: "lang" });
  expect(set.body.defaultProject).toBe("lang");
  await zhao.call("PUT", "/api/me/default-project", { projectId: "lang" });
  expect((await zhao.call<Session>("GET", "/api/session")).body.defaultProject).toBe("lang");
  expect(
    (await zhao.call<Session>("PUT", "/api/me/default-project", { projectId: null })).body.defaultProject,
  ).toBeNull();
  expect(await db.all("select action from history where company_id = ?1 and channel = 'app'", id)).toHaveLength(2);
});
