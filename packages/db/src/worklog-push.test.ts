import { expect, test } from "vitest";
import { mintCompany, type TestCompany } from "./testing.ts";
import { addTarget, addWorklogs } from "./testing-worklog.ts";
import {
  type ClaimedWorklog,
  claimWorklogs,
  keepEnds,
  type Lease,
  releaseStale,
  takeLease,
  type WorklogEnd,
} from "./worklog-push.ts";

async function open() {
  const company = await mintCompany();
  await addTarget(company, "t1");
  const lease = await takeLease(company.db, { companyId: company.id, targetId: "t1", until: 100_000 }, 1000);
  if (lease === null) throw new Error("no lease");
  return { ...company, lease };
}

async function claim(
  { db, lease }: TestCompany & { lease: Lease },
  now: number,
  limit = 50,
): Promise<ClaimedWorklog[]> {
  const [result] = await db.batch([claimWorklogs(db, lease, { now, limit })]);
  return (result?.results ?? []) as unknown as ClaimedWorklog[];
}

function endOf(log: ClaimedWorklog, over: Partial<WorklogEnd> = {}): WorklogEnd {
  const { key, sendingAt, digest, minutes } = log;
  return {
    ...{ key, sendingAt, digest, state: "done", remoteId: `r-${key}`, sentMinutes: minutes, sentDigest: digest },
    ...{ problem: null, field: null, attempts: 0, nextAt: 0, sentAt: 1500 },
    calls: [{ at: 1500, act: "create", minutes, outcome: "applied", problem: null }],
    ...over,
  };
}

const keysOf = (logs: readonly ClaimedWorklog[]) => logs.map(({ key }) => key).sort();

test("one alone may send to a target, and nobody while it is paused or left alone", async () => {
  const { id, db, lease } = await open();
  const mine = { companyId: id, targetId: "t1", until: 200_000 };
  expect(await takeLease(db, mine, 99_999)).toBeNull();
  expect(await takeLease(db, mine, lease.until)).toEqual(mine);
  await db.all("update target set quiet_until = 300001 where company_id = ?1", id);
  expect(await takeLease(db, { ...mine, until: 400_000 }, 300_000)).toBeNull();
  await db.all("update target set quiet_until = 0, state = 'paused' where company_id = ?1", id);
  expect(await takeLease(db, { ...mine, until: 400_000 }, 300_000)).toBeNull();
});

test("rows of one serial are taken together and not again while one of them is being sent", async () => {
  const town = await open();
  await addWorklogs(
    town,
    "t1",
    ["a", "b", "c", "d"].map((key) => ({ key, serial: key < "c" ? "s1" : key })),
  );
  expect(keysOf(await claim(town, 2000, 3))).toHaveLength(3);
  await addWorklogs(town, "t1", [{ key: "e", serial: "s1" }]);
  expect(keysOf(await claim(town, 2001))).not.toContain("e");
  expect(await claim({ ...town, lease: { ...town.lease, until: 5 } }, 2002)).toEqual([]);
});

test("what adds to a day waits for what is still to be taken away from it", async () => {
  const town = await open();
  await addWorklogs(town, "t1", [
    { key: "a", minutes: 480 },
    { key: "b", minutes: 0, remote_id: "7", sent_minutes: 480, sent_digest: "d480" },
    { key: "c", date: "2026-09-15" },
  ]);
  const first = await claim(town, 2000);
  expect(keysOf(first)).toEqual(["b", "c"]);
  const removed = first.filter(({ key }) => key === "b").map((log) => endOf(log, { remoteId: null, sentDigest: null }));
  await town.db.batch(keepEnds(town.db, town.lease, removed));
  expect(keysOf(await claim(town, 2001))).toEqual(["a"]);
});

test("an end is kept once, with its calls, and what was changed meanwhile goes out again", async () => {
  const town = await open();
  await addWorklogs(town, "t1", [{ key: "a" }, { key: "b" }]);
  const logs = await claim(town, 2000);
  await town.db.all("update worklog set minutes = 30, digest = 'd30' where company_id = ?1 and key = 'b'", town.id);
  for (let n = 0; n < 2; n += 1)
    await town.db.batch(
      keepEnds(
        town.db,
        town.lease,
        logs.map((log) => endOf(log)),
      ),
    );
  const rows = await town.db.all(
    "select key, state, remote_id, sent_digest, attempts from worklog where company_id = ?1 order by key",
    town.id,
  );
  expect(rows).toEqual([
    { key: "a", state: "done", remote_id: "r-a", sent_digest: "d60", attempts: 0 },
    { key: "b", state: "due", remote_id: "r-b", sent_digest: "d60", attempts: 0 },
  ]);
  const writes = await town.db.all("select key, n, act, outcome from worklog_write where company_id = ?1", town.id);
  expect(writes).toEqual(["a", "b"].map((key) => ({ key, n: 0, act: "create", outcome: "applied" })));
});

test("what never came back is unknown, is looked for first, and who comes late changes nothing", async () => {
  const town = await open();
  await addWorklogs(town, "t1", [{ key: "a" }]);
  const [late] = await claim(town, 2000);
  await town.db.batch([releaseStale(town.db, town.lease, { before: 2001, mostAttempts: 8 })]);
  const [again] = await claim(town, 3000);
  expect(again).toMatchObject({ sentDigest: "?", remoteId: null, attempts: 2, sendingAt: 3000 });
  if (late !== undefined) await town.db.batch(keepEnds(town.db, town.lease, [endOf(late)]));
  expect(await town.db.all("select state from worklog where company_id = ?1", town.id)).toEqual([{ state: "sending" }]);
});

test("what a batch reads hangs on the batch and not on how many worklogs there are", async () => {
  const town = await open();
  const rows = Array.from({ length: 400 }, (_, n) => ({ key: `k${n}`, date: "2026-09-14", person_id: `p${n}` }));
  await addWorklogs(
    town,
    "t1",
    rows.map((row, n) => (n < 20 ? row : { ...row, state: "done" })),
  );
  const logs = await claim(town, 2000, 20);
  const before = town.db.usage.rowsRead;
  await town.db.batch(
    keepEnds(
      town.db,
      town.lease,
      logs.map((log) => endOf(log)),
    ),
  );
  expect(logs).toHaveLength(20);
  expect(town.db.usage.rowsRead - before).toBeLessThanOrEqual(20 * 15);
});
