import { expect, test } from "vitest";
import type { ApprovalRef } from "../contract.ts";
import type { House } from "../testing.ts";
import { approvalsOf, decideOn, openOffice, waitingFor } from "../testing-approval.ts";

/** 150 waiting allocations of Zhao's and Qian's and 60 requests of theirs, 20 of each of three kinds. */
async function crowd(house: House): Promise<void> {
  const { db, id } = house;
  const days = JSON.stringify(Array.from({ length: 150 }, (_, n) => n));
  const bodies = `case n.value % 3 when 0 then '{"minute":1080}' when 1 then '{"project":"lang","task":null,"from":null}'
    else '{"start":1080,"end":1200,"lieu":false}' end`;
  await db.batch([
    db.prepare("delete from allocation where company_id = ?1", id),
    db.prepare(
      `insert into allocation (company_id, project_id, date, person_id, n, task_id, minutes, basis, place, state, reasons)
       select ?1, 'lang', date('2026-09-14', '-' || (n.value / 4) || ' days'), iif(n.value % 2, 'zhao', 'qian'), n.value,
         'T-' || n.value, 100 + n.value, 'site', 'onsite', 'waiting', '["off-plan"]' from json_each(?2) n`,
      ...[id, days],
    ),
    db.prepare(
      `insert into workday select distinct a.company_id, a.person_id, a.date, 480, 300, 0, 0, 300, 0, 0, 'normal', '[]', '{}', 1
       from allocation a where a.company_id = ?1 on conflict do nothing`,
      id,
    ),
    db.prepare(
      `insert into request select ?1, printf('%08x-7a51-4f7e-9a7b-3f0d5b8f2c11', n.value), 'zhao',
         date('2026-09-14', '-' || n.value || ' days'),
         case n.value % 3 when 0 then 'clock-out' when 1 then 'pick' else 'overtime' end, ${bodies}, '忘了', 'lang',
         '{"minutes":60,"project":"lang","overtime":null}', 'waiting', 1, 'zhao', 'app' from json_each(?2) n where n.value < 60`,
      ...[id, days],
    ),
  ]);
}

async function measured(work: () => Promise<{ readonly headers: Headers }>) {
  const timing = (await work()).headers.get("server-timing") ?? "";
  const [read = 0, written = 0, statements = 0] = [...timing.matchAll(/\d+/g)].map(Number);
  return { read, written, statements };
}

test("of more than 200 things 200 are listed, and all of them are answered in a dozen statements", async () => {
  const house = await openOffice();
  await crowd(house);
  const seen = await approvalsOf(house, "wang");
  expect([seen.count, seen.more]).toEqual([210, 10]);
  const refs = await waitingFor(house, "wang");
  expect(refs).toHaveLength(200);
  let done: readonly ApprovalRef[] = [];
  let id = "";
  const deciding = await measured(async () => {
    const answer = await decideOn(house, "wang", refs);
    ({ done, id } = answer.body);
    return answer;
  });
  expect(done).toHaveLength(200);
  expect(deciding.statements).toBeLessThan(16);
  expect(deciding.read).toBeLessThan(5500);
  const undoing = await measured(() => house.as("wang").call("DELETE", `/api/approvals/${id}`));
  expect(undoing.statements).toBeLessThan(20);
  expect(undoing.read).toBeLessThan(8500);
  expect((await approvalsOf(house, "wang")).count).toBe(210);
  const listing = await measured(() => house.as("wang").call("GET", "/api/approvals"));
  const counting = await measured(() => house.as("wang").call("GET", "/api/approvals/count"));
  expect(listing.read).toBeLessThan(2200);
  expect(counting.read).toBeLessThan(400);
});
