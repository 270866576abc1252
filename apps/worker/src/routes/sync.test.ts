import { addCalls } from "@today/db/call-count";
import { addPeople } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Session, SharedPull, Sync, SyncRunDetail } from "../contract.ts";
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

/** Runs one minute after the other, each with a batch that is done and one that is not. */
async function addRuns({ db, id, now }: House, states: readonly string[]): Promise<void> {
  await db.batch(
    states.flatMap((state, n) => [
      db.prepare(
        `insert into sync_run (company_id, id, kind, state, asked_by, started_at, touched_at, finished_at, problem)
         values (?1, ?2, 'night', ?3, 'today', ?4, ?4, ?4, 'dingtalk-permission')`,
        ...[id, `night:${n}`, state, now + n * 60_000],
      ),
      db.prepare(
        `insert into sync_batch (company_id, run_id, n, work, state, attempts, problem) values
         (?1, ?2, 0, '{"people":["a","b"]}', 'done', 1, null),
         (?1, ?2, 1, '{"people":["zhao"]}', iif(?3 = 'quota', 'waiting', 'failed'), 4, 'dingtalk-permission')`,
        ...[id, `night:${n}`, state],
      ),
    ]),
  );
}

test("runs come by pages of twenty, the latest first", async () => {
  const house = await furnish();
  await addRuns(
    house,
    Array.from({ length: 45 }, () => "done"),
  );
  const ids: string[] = [];
  for (let query = ""; ; ) {
    const { body } = await house.as("lin").call<Sync>("GET", `/api/sync${query}`);
    ids.push(...body.runs.map(({ id }) => id));
    if (body.next === null) break;
    query = `?cursor=${encodeURIComponent(body.next)}`;
  }
  expect(ids).toEqual(Array.from({ length: 45 }, (_, n) => `night:${44 - n}`));
});

test.each(["failed", "quota"])(
  "what a %s run did not do is done again, once, with a trace and without names",
  async (state) => {
    const house = await furnish();
    await addRuns(house, [state]);
    const lin = house.as("lin");
    const path = `/api/sync/${encodeURIComponent("night:0")}`;
    const before = await lin.call<SyncRunDetail>("GET", path);
    expect(before.body.batches.map(({ n, people }) => [n, people])).toEqual([
      [1, 1],
      [0, 2],
    ]);
    expect(JSON.stringify(before.body)).not.toContain("zhao");
    expect((await lin.call("POST", `${path}/retry`)).status).toBe(202);
    expect(house.sent).toEqual([{ kind: "pull-batch", runId: "night:0", n: 1 }]);
    expect((await lin.call<SyncRunDetail>("GET", path)).body).toMatchObject({
      run: { state: "running", problem: null, finishedAt: null, batches: { total: 2, done: 1, failed: 0 } },
      batches: [
        { n: 1, state: "waiting", attempts: 0, problem: null },
        { n: 0, state: "done" },
      ],
    });
    expect((await lin.refused("POST", `${path}/retry`)).body.code).toBe("run-not-failed");
    const traces = await house.db.all(
      "select subject_id from history where company_id = ?1 and action = 'retry'",
      house.id,
    );
    expect(traces).toEqual([{ subject_id: "night:0" }]);
  },
);

test("nothing is done again while no calls are left", async () => {
  const house = await furnish();
  await addRuns(house, ["quota"]);
  await house.db.batch([
    addCalls(house.db, { companyId: house.id, date: "2026-09-01" }, [
      { path: "/x", counted: 5000, ok: 5000, failed: 0 },
    ]),
  ]);
  const refused = await house.as("lin").refused("POST", "/api/sync/night%3A0/retry");
  expect(`${refused.status} ${refused.body.code}`).toBe("503 quota-exhausted");
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
