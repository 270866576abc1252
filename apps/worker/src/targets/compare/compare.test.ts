import { markerOf } from "@today/connectors/marker";
import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { zentao } from "@today/connectors/zentao/connector";
import { openZentao } from "@today/connectors/zentao/testing-zentao";
import { advanceRun, openRun, readTargetRun } from "@today/db/target-run";
import { expect, test } from "vitest";
import { openComparing } from "../../testing-comparison.ts";
import { openTarget } from "../open.ts";
import { passWork, storedParts } from "./part.ts";
import { takeCompareStep } from "./step.ts";

const open = () => openComparing(redmine, openRedmine({ key: "admin" }));
const days = ["01", "02", "03", "04", "07"].map((day, at) => ({
  ...{ name: `d${day}`, date: `2026-09-${day}`, minutes: 60 + at },
}));

test("what was to be taken away is read anew before it is tried again, since its id may be somebody else's by then", async () => {
  const town = await open();
  await town.want(days.slice(0, 2));
  town.behind.copy(await markerOf("d01"));
  const copy = town.stub.world.entries.at(-1);
  await town.compare();
  expect(await town.matches()).toEqual({ d01: "double", d02: "same" });
  town.answer = ({ method }) => (method === "DELETE" ? new Response("", { status: 503 }) : null);
  const path = `/api/targets/${town.id}/mends`;
  await town.call("POST", path, { month: "2026-09", all: true });
  await town.town.drain();
  town.answer = () => null;
  if (copy !== undefined) Object.assign(copy, { comments: "自己记的", user: 6 });
  await town.town.sweepFor(30);
  expect(await town.matches()).toEqual({ d01: "same", d02: "same" });
  expect(town.stub.world.entries).toContain(copy);
});

test("what cannot be taken away is given up after some tries and told", async () => {
  const town = await open();
  await town.want(days.slice(0, 1));
  await town.behind.change("d01", { date: "2026-08-28" });
  await town.compare();
  town.answer = ({ method }) => (method === "DELETE" ? new Response("", { status: 503 }) : null);
  await town.call("POST", `/api/targets/${town.id}/mends`, { month: "2026-09", all: true });
  await town.town.sweepFor(120);
  expect(await town.comparison()).toMatchObject({ run: { state: "done" }, matches: { same: 1 } });
  const writes = await town.town.db.all(
    "select act, outcome, problem from worklog_write where company_id = ?1 and act = 'remove'",
    town.town.companyId,
  );
  expect(writes).toEqual([{ act: "remove", outcome: "unknown", problem: "not-removed" }]);
});

test("only the worklogs that are named are mended, and the history says who asked for it", async () => {
  const town = await open();
  await town.want(days);
  await town.behind.remove("d01");
  await town.behind.remove("d02");
  await town.compare();
  expect(await town.mend(["d01", "nobody's"])).toMatchObject({ status: 202 });
  expect(await town.matches()).toMatchObject({ d01: "same", d02: "missing", d03: "same" });
  const history = await town.town.db.all(
    "select actor, action, after from history where company_id = ?1 and subject = 'worklog'",
    town.town.companyId,
  );
  expect(history).toMatchObject([{ action: "mended", after: '{"count":1}' }]);
});

test("what is not wanted any more and what failed are mended too", async () => {
  const town = await open();
  await town.want(days);
  const { db, companyId } = town.town;
  const set = (key: string, sql: string) =>
    db.all(`update worklog set ${sql} where company_id = ?1 and key = ?2`, companyId, key);
  await set("d01", "minutes = 0, digest = '0', sent_digest = null, sent_minutes = 0, remote_id = null");
  await town.behind.remove("d02");
  await set("d02", "state = 'failed', problem = 'outcome-unknown', attempts = 8");
  await town.compare();
  expect(await town.matches()).toMatchObject({ d01: "extra", d02: "missing" });
  expect(await town.comparison()).toMatchObject({ waiting: [{ state: "failed", why: "outcome-unknown", count: 1 }] });
  await town.mend("all");
  expect(await town.matches()).toEqual({ d02: "same", d03: "same", d04: "same", d07: "same" });
  expect(town.standing()).toEqual(["2026-09-02 61", "2026-09-03 62", "2026-09-04 63", "2026-09-07 64"]);
  expect(await town.comparison()).toMatchObject({ waiting: [] });
});

test("hours in another name and on another task are taken away and written anew", async () => {
  const town = await open();
  await town.want(days.slice(0, 2));
  const [first, second] = town.stub.world.entries;
  if (first === undefined || second === undefined) throw new Error("nothing stands");
  Object.assign(first, { user: 6 });
  Object.assign(second, { issue: 13 });
  await town.compare();
  expect(await town.matches()).toEqual({ d01: "differs", d02: "differs" });
  await town.mend("all");
  expect(await town.matches()).toEqual({ d01: "same", d02: "same" });
  expect(town.stub.world.entries.map(({ user, issue }) => [user, issue])).toEqual([
    [5, 12],
    [5, 12],
  ]);
});

test("a record that was moved out of the month is missing, and mended it stands once", async () => {
  const town = await open();
  await town.want(days);
  await town.behind.change("d01", { date: "2026-08-28" });
  await town.compare();
  expect(await town.matches()).toMatchObject({ d01: "missing" });
  await town.mend("all");
  expect(town.standing()).toHaveLength(5);
  expect(await town.matches()).toMatchObject({ d01: "same" });
});

test("a comparison that is broken off goes on where it was, and says the same", async () => {
  const town = await open();
  await town.want(days);
  for (let n = 0; n < 120; n += 1) {
    town.stub.book({ date: "2026-09-08", minutes: 10, person: "6", text: "自己记的" });
  }
  let calls = 0;
  town.answer = ({ url }) => {
    calls += url.includes("offset=100") ? 1 : 0;
    return url.includes("offset=100") && calls <= 2 ? new Response("", { status: 503 }) : null;
  };
  expect(await town.compare()).toMatchObject({ state: "running", problem: "busy" });
  await town.town.sweepFor(20);
  expect(calls).toBeGreaterThan(2);
  expect(await town.comparison()).toMatchObject({
    ...{ run: { state: "done", problem: null }, matches: { same: 5 }, foreign: { count: 120, minutes: 1200 } },
  });
});

test("hours sent while the month was read are not judged by it", async () => {
  const town = await open();
  await town.want(days.slice(0, 1));
  const { db, companyId } = town.town;
  await db.all("update worklog set sent_at = sent_at + 3600000 where company_id = ?1", companyId);
  await town.compare();
  expect(await town.matches()).toEqual({ d01: "unread" });
});

test("a place that may not be seen is not compared, and a task that is gone has nothing", async () => {
  const town = await openComparing(zentao, openZentao());
  await town.want([{ name: "a", date: "2026-09-01", minutes: 60 }]);
  town.answer = ({ url }) => (url.includes("/estimate") ? new Response("{}", { status: 403 }) : null);
  expect(await town.compare()).toMatchObject({ state: "done", counts: { placesUnread: 1 } });
  expect(await town.matches()).toEqual({ a: "unread" });
  town.answer = ({ url }) =>
    url.includes("/estimate") ? Response.json({ error: "not found" }, { status: 404 }) : null;
  await town.compare();
  expect(await town.matches()).toEqual({ a: "missing" });
});

test("where nothing can be changed several records add up, and what is missing is added", async () => {
  const town = await openComparing(zentao, openZentao());
  await town.want([
    { name: "a", date: "2026-09-01", minutes: 60 },
    { name: "b", date: "2026-09-02", minutes: 90 },
  ]);
  const [row] = town.stub.world.rows;
  if (row !== undefined) row.consumed = 0.5;
  town.behind.copy(await markerOf("b"));
  await town.compare();
  expect(await town.matches()).toEqual({ a: "differs", b: "differs" });
  await town.mend("all");
  expect(await town.matches()).toEqual({ a: "same", b: "differs" });
  const { worklogs } = await town.comparison();
  expect(worklogs[0]).toMatchObject({ key: "b", ours: 90, theirs: 180, state: "failed" });
  expect(worklogs[0]).toMatchObject({ problem: "correction-impossible" });
});

test("one comparison at a time: of the same month it is the one that runs, nothing is mended meanwhile", async () => {
  const town = await open();
  await town.want(days.slice(0, 1));
  const path = `/api/targets/${town.id}`;
  const first = await town.call<{ id: string }>("POST", `${path}/comparisons`, { month: "2026-09" });
  const again = await town.call("POST", `${path}/comparisons`, { month: "2026-09" });
  expect(again).toMatchObject({ status: 202, body: { id: first.body.id } });
  const refused = { status: 409, body: { code: "comparison-running" } };
  expect(await town.call("POST", `${path}/comparisons`, { month: "2026-08" })).toMatchObject(refused);
  expect(await town.call("POST", `${path}/mends`, { month: "2026-09", all: true })).toMatchObject(refused);
  await town.town.drain();
  expect(await town.town.db.all("select * from worklog_seen where company_id = ?1", town.town.companyId)).toEqual([]);
});

test("what lists nothing is read back worklog by worklog, and says the same", async () => {
  const town = await open();
  await town.want(days);
  await town.behind.change("d01", { minutes: 10 });
  await town.behind.remove("d02");
  town.behind.copy(await markerOf("d03"));
  await town.town.simulator.advanceTo(town.town.simulator.now() + 60_000);
  const ctx = await town.town.context();
  const { db, company, now } = ctx;
  const target = await openTarget(ctx, town.id);
  const { list: _, ...worklogs } = target.session.worklogs ?? {};
  const without = { ...target, session: { ...target.session, worklogs } } as typeof target;
  const wish = { targetId: town.id, id: "slow", kind: "compare", month: "2026-09", askedBy: "lin", at: now } as const;
  await db.batch(openRun(db, company.id, { ...wish, work: storedParts(passWork("all", now)) }));
  for (;;) {
    const run = await readTargetRun(db, company.id, { targetId: town.id, id: "slow" });
    if (run?.state !== "running") break;
    const { statements, work, counts } = await takeCompareStep({ ctx, open: without, run });
    await db.batch([...statements, advanceRun(db, company.id, { run, work, counts, at: now })]);
  }
  const one = await town.matches();
  expect(one).toMatchObject({ d01: "differs", d02: "missing", d03: "double", d04: "same" });
  await town.compare();
  expect(await town.matches()).toEqual(one);
});
