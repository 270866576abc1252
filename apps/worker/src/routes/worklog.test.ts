import { beijing } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Worklogs } from "../contract.ts";
import type { House } from "../testing.ts";
import { openLinkedOffice, plan, pretendPush } from "../testing-worklog.ts";

async function list(house: House, query = ""): Promise<Worklogs> {
  const answer = await house.as("ada").call<Worklogs>("GET", `/api/targets/red/worklogs${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

test("what leaves next is shown before it leaves: who, for what, where to and when", async () => {
  const house = await openLinkedOffice({ state: "paused", pace: "night" });
  await house.db.all("insert into remote_project values (?1, 'red', '7', '管廊', null, 0, 1, 1, null)", house.id);
  const { worklogs, next } = await list(house, "?state=due&date=2026-09-14");
  expect(next).toBeNull();
  expect(worklogs).toEqual([
    {
      key: `${house.id}|red|zhao|2026-09-14|lang||5|7|`,
      ...{ date: "2026-09-14", person: { id: "zhao", name: "zhao" }, project: { id: "lang", name: "lang" } },
      ...{ taskId: null, remotePerson: "5", remoteProject: { id: "7", name: "管廊" }, remoteTask: null },
      ...{ note: "P · 现场", minutes: 480, waiting: 0, held: null, state: "due", sentMinutes: 0 },
      ...{ problem: null, field: null, attempts: 0, nextAt: "2026-09-18T04:00:00+08:00", sentAt: null },
    },
  ]);
});

test("what waits is told with its reason, and all of a range is summed whatever is listed", async () => {
  const house = await openLinkedOffice();
  await pretendPush(house);
  const { worklogs, totals } = await list(house, "?state=held&month=2026-09");
  expect(worklogs.map(({ person, waiting, held }) => `${person.id} ${waiting} ${held}`).slice(0, 2)).toEqual([
    "qian 480 not-approved",
    "wang 480 person-unlinked",
  ]);
  expect(totals.find(({ state }) => state === "done")).toEqual({
    ...{ state: "done", held: null, count: 1, minutes: 480, waiting: 0, sentMinutes: 480 },
  });
  const counted = totals.reduce((sum, { minutes, waiting }) => sum + minutes + waiting, 0);
  const sql = "select sum(minutes) as all_minutes from allocation where company_id = ?1 and project_id = 'lang'";
  expect(await house.db.all(sql, house.id)).toEqual([{ all_minutes: counted }]);
  expect((await list(house, "?month=2026-08")).totals).toEqual([]);
  expect((await list(house, "?month=2026-08&date=2026-09-14")).worklogs).toEqual([]);
});

test("a long list is read page by page, each worklog once", async () => {
  const house = await openLinkedOffice({ approvedOnly: false });
  await house.db.all(
    `insert into allocation (company_id, project_id, date, person_id, n, task_id, minutes, basis, place, state)
     select ?1, 'lang', '2026-09-0' || (1 + n.value % 9), 'zhao', 100 + n.value, 'T' || n.value, 10, 'pick', 'onsite', 'approved'
     from json_each(?2) n`,
    ...[house.id, JSON.stringify(Array.from({ length: 120 }, (_, n) => n))],
  );
  await plan(house);
  const keys: string[] = [];
  let cursor = "";
  let pages = 0;
  do {
    const page = await list(house, cursor);
    keys.push(...page.worklogs.map(({ date, key }) => `${date} ${key}`));
    cursor = page.next === null ? "" : `?cursor=${encodeURIComponent(page.next)}`;
    pages += 1;
  } while (cursor !== "");
  expect(pages).toBe(3);
  expect(keys).toHaveLength(126);
  expect(keys).toEqual([...new Set(keys)].sort());
});

test("a day of many people is planned and listed without looking at everybody else's", async () => {
  const house = await openLinkedOffice({ approvedOnly: false });
  const start = beijing("2026-09-17", 0);
  await house.db.all(
    `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place, state)
     select ?1, 'lang', '2026-08-' || printf('%02d', 1 + n.value % 28), 'p' || (n.value / 28), 0, 480, 'pick', 'onsite', 'approved'
     from json_each(?2) n`,
    ...[house.id, JSON.stringify(Array.from({ length: 28 * 40 }, (_, n) => n))],
  );
  house.now = Math.max(house.now, start);
  await plan(house);
  expect(await house.db.all("select 1 from worklog_day where company_id = ?1", house.id)).toEqual([]);
  const before = house.usage.rowsRead;
  expect((await list(house, "?date=2026-08-03")).worklogs).toHaveLength(40);
  expect(house.usage.rowsRead - before).toBeLessThan(1000);
});
