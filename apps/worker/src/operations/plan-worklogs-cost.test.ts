import { expect, test } from "vitest";
import { type House, productIn } from "../testing.ts";
import { openLinkedOffice, pretendPush } from "../testing-worklog.ts";
import { planWorklogs } from "./plan-worklogs.ts";

const days = 1500;
const projects = 40;

/** A hundred people with accounts and one approved day after another on forty linked projects. */
async function crowd({ id, db }: House): Promise<void> {
  const listOf = (count: number) => JSON.stringify(Array.from({ length: count }, (_, n) => n));
  await db.batch([
    db.prepare(
      `insert into project (company_id, id, code, name, short_name, mark, color, created_at)
       select ?1, 'q' || value, 'q' || value, 'Q', 'Q', 'Q', 1, 0 from json_each(?2)`,
      ...[id, listOf(projects)],
    ),
    db.prepare(
      `insert into destination (company_id, target_id, project_id, remote_project, changed_at, changed_by)
       select ?1, 'red', 'q' || value, value, 1, 'ada' from json_each(?2)`,
      ...[id, listOf(projects)],
    ),
    db.prepare(
      `insert into account (company_id, id, source, external_id, user_name, user_key, active, resource, created_at, changed_at,
         keyed_by, state, person_id)
       select ?1, 'p' || value, 'target:red', 'x' || value, 'x' || value, 'x' || value, 1, '{}', 1, 1, '', 'matched', 'p' || value from json_each(?2)`,
      ...[id, listOf(100)],
    ),
    db.prepare(
      `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place, state)
       select ?1, 'q' || (value % ${projects}), date('2026-05-01', (value / 100) || ' days'), 'p' || (value % 100), 0, 480, 'pick',
         'onsite', 'approved' from json_each(?2)`,
      ...[id, listOf(days)],
    ),
  ]);
}

/** Rows read and written for a day that is planned. */
async function costOf(house: House) {
  const ctx = await productIn(house);
  await planWorklogs(ctx);
  const { rowsRead, rowsWritten } = ctx.db.usage;
  return { read: rowsRead / days, written: rowsWritten / days };
}

test("planning costs what its days cost, however many are kept", { timeout: 60_000 }, async () => {
  const house = await openLinkedOffice();
  await crowd(house);
  const first = await costOf(house);
  await pretendPush(house);
  await house.db.all("update allocation set minutes = 470 where company_id = ?1 and date < '2026-08-01'", house.id);
  const changed = await costOf(house);
  const anew = "update target set starts_on = '2026-08-01' where company_id = ?1";
  await house.db.all(
    "update worklog set state = 'due', sent_digest = null, remote_id = null, sent_at = null where company_id = ?1",
    house.id,
  );
  await house.db.all(anew, house.id);
  const removed = await costOf(house);
  for (const { read } of [first, changed, removed]) expect(read).toBeLessThan(30);
  for (const { written } of [first, changed, removed]) expect(written).toBeLessThan(8);
  const left = await house.db.all("select 1 from worklog where company_id = ?1 and date < '2026-08-01'", house.id);
  expect(left).toEqual([]);
});
