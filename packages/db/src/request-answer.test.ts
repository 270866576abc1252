import { expect, test } from "vitest";
import type { Author } from "./history.ts";
import { type AnswerableRequest, acceptAll, acceptStatements, returnStatements } from "./request-answer.ts";
import { addPeople, addProject, beijing, mintCompany, type TestCompany } from "./testing.ts";

const date = "2026-09-14";
const bodies = {
  "clock-out": { minute: 1080 },
  "clock-in": { minute: 540 },
  pick: { project: "lang", task: null, from: null },
  split: { parts: [{ project: "lang", task: null, minutes: 60 }] },
  overtime: { start: 1140, end: 1260, lieu: true },
  note: {},
} as const;
const kinds = Object.keys(bodies) as AnswerableRequest["kind"][];

/** Zhao asks for one thing of each kind; `chen` manages the project. */
async function asking() {
  const company = await mintCompany();
  await addPeople(company, ["zhao", "chen"]);
  await addProject(company, { id: "lang", members: ["zhao"] });
  const { db, id } = company;
  await db.batch([
    db.prepare(
      "insert into project_member (company_id, person_id, project_id, role) values (?1, 'chen', 'lang', 'manager')",
      id,
    ),
  ]);
  const requests = kinds.map((kind): AnswerableRequest => {
    const at = kind === "clock-in" || kind === "clock-out" ? beijing(date, bodies[kind].minute) : null;
    return { id: crypto.randomUUID(), personId: "zhao", date, kind, at };
  });
  await db.batch(
    requests.map((one) =>
      db.prepare(
        `insert into request values (?1, ?2, 'zhao', ?3, ?4, ?5, '忘了', 'lang', '{}', 'waiting', 1, 'zhao', 'app')`,
        ...[id, one.id, date, one.kind, JSON.stringify(bodies[one.kind])],
      ),
    ),
  );
  return { company, requests };
}

function author({ id }: TestCompany, person: string): Author {
  return { company: id, person, today: "2026-09-15", at: 100, channel: "app" };
}

async function factsOf({ db, id }: TestCompany) {
  const all = (sql: string) => db.all<Record<string, unknown>>(sql, id);
  return {
    punches: await all("select type, at, valid, source_type from punch where company_id = ?1 order by at"),
    picks: await all("select project_id, channel, made_by from pick where company_id = ?1"),
    splits: await all("select version, parts, channel, made_by from split where company_id = ?1"),
    overtime: await all("select start_minute, end_minute, lieu, present from approved_time where company_id = ?1"),
    states: await all("select state, count(*) as n from request where company_id = ?1 group by 1"),
    answers: await all(
      "select verdict, made_by, reason, count(*) as n from request_answer where company_id = ?1 group by 1",
    ),
    history: await all(
      "select subject, action, count(*) as n from history where company_id = ?1 and subject = 'request' group by 1, 2",
    ),
  };
}

test("accepted requests become the facts they ask for, once", async () => {
  const { company, requests } = await asking();
  for (let times = 0; times < 2; times += 1) {
    await company.db.batch(requests.flatMap((one) => acceptStatements(company.db, author(company, "chen"), one, null)));
  }
  expect(await factsOf(company)).toEqual({
    punches: [
      { type: "on", at: beijing(date, 540), valid: 1, source_type: "CORRECTION" },
      { type: "off", at: beijing(date, 1080), valid: 1, source_type: "CORRECTION" },
    ],
    picks: [{ project_id: "lang", channel: "request", made_by: "zhao" }],
    splits: [{ version: 2, parts: JSON.stringify(bodies.split.parts), channel: "request", made_by: "zhao" }],
    overtime: [{ start_minute: 1140, end_minute: 1260, lieu: 1, present: 1 }],
    states: [{ state: "accepted", n: 6 }],
    answers: [{ verdict: "accepted", made_by: "chen", reason: null, n: 6 }],
    history: [{ subject: "request", action: "accept", n: 6 }],
  });
});

test("nobody accepts or returns their own, nor what they do not manage", async () => {
  const { company, requests } = await asking();
  const { db } = company;
  const before = await factsOf(company);
  const ids = requests.map(({ id }) => id);
  for (const person of ["zhao", "stranger"]) {
    await db.batch(acceptAll(db, author(company, person), requests, "b"));
    await db.batch(returnStatements(db, author(company, person), ids, { reason: "时间不对", batchId: "b" }));
  }
  expect(await factsOf(company)).toEqual(before);
});

test("what is returned carries the reason and changes no fact", async () => {
  const { company, requests } = await asking();
  const { db } = company;
  const ids = requests.map(({ id }) => id);
  await db.batch(returnStatements(db, author(company, "chen"), ids, { reason: "时间不对", batchId: "b" }));
  await db.batch(acceptAll(db, author(company, "chen"), requests, "c"));
  expect(await factsOf(company)).toMatchObject({
    ...{ punches: [], picks: [], splits: [], overtime: [] },
    states: [{ state: "returned", n: 6 }],
    answers: [{ verdict: "returned", reason: "时间不对", n: 6 }],
    history: [{ action: "return", n: 6 }],
  });
});
