import { expect, test } from "vitest";
import { keepPunches, type ReceivedPunch } from "./punch.ts";
import { insertRequest } from "./request.ts";
import { settleRequests } from "./request-settling.ts";
import { addPeople, mintCompany, punch, type TestCompany } from "./testing.ts";

const date = "2026-09-14";

async function ask(company: TestCompany, kind: "clock-in" | "clock-out", at: number, day = date): Promise<string> {
  const author = { company: company.id, person: "zhao", today: "2026-09-15", at, channel: "app" };
  const id = crypto.randomUUID();
  const effect = { minutes: 0, project: null, overtime: null };
  const wish = {
    ...{ id, personId: "zhao", date: day, kind, body: { minute: 1080 } },
    reason: "忘了",
    project: null,
    effect,
  };
  expect(await insertRequest(company.db, author, wish, [])).toBe(true);
  return id;
}

async function arrive({ id, db }: TestCompany, at: number, punches: readonly ReceivedPunch[]): Promise<void> {
  const arrival = { companyId: id, at };
  await db.batch([...keepPunches(db, arrival, punches).insert, ...settleRequests(db, arrival, punches)]);
}

async function stateOf({ id, db }: TestCompany, request: string) {
  const sql = `select r.state, (select json_array(n.verdict, n.made_by, n.at) from request_answer n where n.company_id = ?1
      and n.request_id = r.id) as answer,
      (select count(*) from history h where h.company_id = ?1 and h.subject_id = r.id and h.action = 'settle') as marks
    from request r where r.company_id = ?1 and r.id = ?2`;
  const [row] = await db.all<{ state: string; answer: string | null; marks: number }>(sql, id, request);
  return row;
}

const correction = (type: "on" | "off", sourceType = "APPROVE") =>
  punch("zhao", date, [type === "on" ? 540 : 1080, type], { sourceType, recordId: `correction:${type}` });

test("DingTalk's own correction settles what waits of that person, date and type", async () => {
  const company = await mintCompany();
  await addPeople(company, ["zhao"]);
  const out = await ask(company, "clock-out", 100);
  const into = await ask(company, "clock-in", 100);
  const other = await ask(company, "clock-out", 100, "2026-09-15");
  await arrive(company, 200, [correction("off")]);
  expect(await stateOf(company, out)).toEqual({ state: "settled", answer: '["settled","dingtalk",200]', marks: 1 });
  expect((await stateOf(company, into))?.state).toBe("waiting");
  expect((await stateOf(company, other))?.state).toBe("waiting");
  await arrive(company, 300, [correction("on", "BOSS")]);
  expect((await stateOf(company, into))?.state).toBe("settled");
});

test("an ordinary punch, an invalid one, and a correction known before somebody asked settle nothing", async () => {
  const company = await mintCompany();
  await addPeople(company, ["zhao"]);
  await arrive(company, 50, [correction("off")]);
  const out = await ask(company, "clock-out", 100);
  await arrive(company, 200, [correction("off"), punch("zhao", date, [1080, "off"])]);
  await arrive(company, 300, [{ ...correction("off"), recordId: "correction:2", valid: false }]);
  expect(await stateOf(company, out)).toEqual({ state: "waiting", answer: null, marks: 0 });
});
