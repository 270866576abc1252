import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { expect, test } from "vitest";
import { openReading, type Run } from "../../testing-reading.ts";

const openTown = () => openReading(redmine, openRedmine({ key: "admin" }));
type Reading = Awaited<ReturnType<typeof openTown>>;

/** All that a reading leaves, without when and under which ids. */
async function left(reading: Reading): Promise<unknown> {
  const { db, companyId } = reading.town;
  const without = (rows: Record<string, unknown>[]) =>
    rows.map(({ company_id, target_id, read_at, tasks_until, ...row }) => row);
  return {
    projects: without(await reading.rows("remote_project")),
    tasks: without(await reading.rows("remote_task")),
    members: without(await reading.rows("remote_member")),
    accounts: await db.all(
      `select external_id, user_name, active, state, person_id, rule, resource,
         (select count(*) from account_key k where k.company_id = ?1 and k.account_id = a.id) as keys
       from account a where company_id = ?1 order by external_id`,
      companyId,
    ),
    runs: await db.all(
      "select state, work, json_extract(counts, '$.projects') as projects from target_run where company_id = ?1 and asked_by <> 'today'",
      companyId,
    ),
  };
}

async function runOf({ call, id }: Reading): Promise<Run | undefined> {
  return (await call<{ runs: Run[] }>("GET", `/api/targets/${id}/runs`)).body.runs[0];
}

/** A town where two projects are read after the projects themselves. */
async function furnish(): Promise<Reading> {
  const reading = await openTown();
  const { db, companyId } = reading.town;
  for (const [project, remote] of [
    ["lang", "1"],
    ["shui", "2"],
  ] as const) {
    await db.all(
      `insert into destination (company_id, target_id, project_id, remote_project, changed_at, changed_by)
       values (?1, ?2, ?3, ?4, 1, 'tester')`,
      ...[companyId, reading.id, project, remote],
    );
  }
  return reading;
}

test("killed between any two calls, a reading ends the same", async () => {
  const whole = await furnish();
  await whole.read();
  const [wanted, calls] = [await left(whole), whole.asked.length];
  expect(calls).toBeGreaterThan(8);
  for (let n = 1; n <= calls; n += 1) {
    const reading = await furnish();
    // Whoever reads dies with the answer of a call: nothing is written down any more, and the message is lost.
    reading.answer = () => {
      if (reading.asked.length === n) reading.die();
      return null;
    };
    await reading.call("POST", `/api/targets/${reading.id}/runs`, { kind: "read" });
    await reading.town.stepIn(reading.town.world);
    expect(reading.isDead()).toBe(true);
    reading.town.queue.length = 0;
    reading.revive();
    await reading.town.sweepFor(10);
    expect(await left(reading), `killed at call ${n}`).toEqual(wanted);
  }
}, 120_000);

test("an answer of 429 lets the whole target alone for as long as it asks, then the reading goes on", async () => {
  const reading = await furnish();
  let storms = 3;
  reading.answer = () => {
    storms -= 1;
    return storms >= 0 ? new Response("", { status: 429, headers: { "retry-after": "120" } }) : null;
  };
  const run = await reading.read();
  expect(run).toMatchObject({ state: "running", problem: "throttled", attempts: 1, nextAt: expect.any(String) });
  const calls = reading.asked.length;
  await reading.town.drain();
  expect(reading.asked).toHaveLength(calls);
  await reading.town.sweepFor(30);
  expect(await runOf(reading)).toMatchObject({ state: "done", problem: null, counts: { projects: 130, tasks: 232 } });
});

test("a reading that waits goes on at once when somebody asks for it", async () => {
  const reading = await furnish();
  reading.answer = () => new Response("", { status: 500 });
  const waiting = await reading.read();
  expect(waiting).toMatchObject({ state: "running", problem: "busy", nextAt: expect.any(String) });
  reading.answer = () => null;
  expect(await reading.read()).toMatchObject({ id: waiting.id, state: "done", problem: null, attempts: 0 });
});

test("messages that come twice and at the same time leave the same", async () => {
  const [once, often] = [await furnish(), await furnish()];
  await once.read();
  await often.call("POST", `/api/targets/${often.id}/runs`, { kind: "read" });
  often.town.queue.push(...often.town.queue, ...often.town.queue);
  await often.town.drain();
  expect(await left(often)).toEqual(await left(once));
});

test("a far side that is down for long ends the reading as failed, and a new one goes on where it stopped", async () => {
  const reading = await furnish();
  let isDown = false;
  reading.answer = (request) => {
    isDown ||= request.url.includes("issues.json");
    return isDown ? new Response("<h1>502</h1>", { status: 502 }) : null;
  };
  await reading.read();
  await reading.town.sweepFor(60 * 8, 30);
  const failed = await runOf(reading);
  expect(failed).toMatchObject({ state: "failed", problem: "busy", attempts: 8 });
  reading.answer = () => null;
  reading.asked.length = 0;
  const run = await reading.read();
  expect(run).toMatchObject({ id: failed?.id, state: "done", counts: { projects: 130, tasks: 232 } });
  expect(reading.asked.filter((one) => one.includes("projects.json"))).toEqual([]);
});

test("with a key that is good for nothing the reading fails at once, the target says why, and nothing is asked by night", async () => {
  const reading = await furnish();
  reading.stub.revoke();
  expect(await reading.read()).toMatchObject({ state: "failed", problem: "credentials" });
  const target = await reading.call("GET", `/api/targets/${reading.id}`);
  expect(target.body).toMatchObject({ problem: "credentials" });
  reading.asked.length = 0;
  await reading.town.goTo("2026-09-19", 300);
  await reading.town.sweepFor(10);
  expect(reading.asked).toEqual([]);
});

test("a list that may not be seen is put aside with its problem while the others are read", async () => {
  const reading = await furnish();
  reading.answer = (request) =>
    request.url.includes("/projects/1/memberships") ? Response.json({}, { status: 403 }) : null;
  expect(await reading.read()).toMatchObject({
    state: "failed",
    problem: "permission",
    counts: { tasks: 232 },
    aside: [{ part: "members", project: "1", problem: "permission" }],
  });
  reading.answer = () => null;
  expect(await reading.read()).toMatchObject({ state: "done", aside: [] });
});

test("one reading of a target runs at a time", async () => {
  const { call, id, town } = await furnish();
  const start = () => call<Run>("POST", `/api/targets/${id}/runs`, { kind: "read" });
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.body.id).toBe(other.body.id);
  await town.drain();
  expect((await call<{ runs: Run[] }>("GET", `/api/targets/${id}/runs`)).body.runs).toHaveLength(1);
});

test("once a day, after the night, whatever is on is read by itself", async () => {
  const reading = await furnish();
  await reading.town.goTo("2026-09-18", 200);
  await reading.town.sweepFor(5);
  expect(reading.asked).toEqual([]);
  await reading.town.goTo("2026-09-18", 250);
  await reading.town.sweepFor(20);
  expect(await runOf(reading)).toMatchObject({ state: "done", counts: { projects: 130 } });
  expect(reading.asked.filter((one) => one.includes("/projects.json"))).toHaveLength(2);
});
