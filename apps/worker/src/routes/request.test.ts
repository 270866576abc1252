import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { DayDetail, Requests, RequestView } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";

const date = "2026-09-16";
const site = { lat: 30.2854, lng: 120.0171 };

/** Zhao clocked in at 08:55 on Wednesday on the site of `lang`, and never out. Wang and Chen manage it, He is HR. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang", "chen", "he"]);
  await addProject(house, { id: "lang", members: ["zhao"], site });
  await addProject(house, { id: "shui", members: ["zhao", "qian"] });
  await plan(house, ["zhao", "qian"], ["2026-09-14", date, "2026-09-17"]);
  await pull(house, beijing(date, 800), [punch("zhao", date, [535, "on"], { ...site, accuracy: 5 })]);
  const { db, id } = house;
  const manager = "insert into project_member (company_id, person_id, project_id, role) values (?1, ?2, ?3, 'manager')";
  await db.batch([
    ...(["wang", "chen"] as const).map((one) => db.prepare(manager, id, one, "lang")),
    db.prepare("insert into role_grant values (?1, 'he', 'hr')", id),
  ]);
  await settleDays(await productIn(house), null);
  return house;
}

function clockOut(over: object = {}) {
  return { id: crypto.randomUUID(), date, kind: "clock-out", at: "18:00", reason: "忘了打卡", ...over };
}

async function ask(house: House, who: string, body: object) {
  return house.as(who).call<RequestView>("POST", "/api/requests", body);
}

async function refusal(house: House, who: string, body: object) {
  const { status, body: problem } = await house.as(who).refused("POST", "/api/requests", body);
  return `${status} ${problem.code}`;
}

async function all(house: House, who: string, query = "state=all") {
  return (await house.as(who).call<Requests>("GET", `/api/requests?${query}`)).body.requests;
}

async function counted(house: House): Promise<number | undefined> {
  await settleDays(await productIn(house), null);
  const sql = "select counted from workday where company_id = ?1 and person_id = 'zhao' and date = ?2";
  return (await house.db.all<{ counted: number }>(sql, house.id, date))[0]?.counted;
}

test("a missing clock-out is asked for with what it comes to, and waits for the project's manager", async () => {
  const house = await furnish();
  const { status, body } = await ask(house, "zhao", clockOut());
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...{ kind: "clock-out", date, state: "waiting", at: 1080, reason: "忘了打卡", bookedIn: null, answer: null },
    effect: { minutes: 480, project: "lang", overtime: null },
    ...{ person: { id: "zhao" }, madeBy: { id: "zhao" }, answerer: { id: "chen" } },
  });
  expect(await counted(house)).toBe(0);
  const sql = "select action, reason from history where company_id = ?1 and subject = 'request'";
  expect(await house.db.all(sql, house.id)).toEqual([{ action: "ask", reason: "忘了打卡" }]);
});

test("the same request again, also at the same time, answers the same; another content is refused", async () => {
  const house = await furnish();
  const body = clockOut();
  const both = await Promise.all([ask(house, "zhao", body), ask(house, "zhao", body)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
  expect(both[0]?.body).toEqual(both[1]?.body);
  expect(await refusal(house, "zhao", { ...body, at: "18:01" })).toBe("409 request-id-reused");
  expect(await refusal(house, "zhao", { ...body, reason: "没电" })).toBe("409 request-id-reused");
  expect(await refusal(house, "qian", body)).toBe("409 request-id-reused");
  expect(await all(house, "zhao")).toHaveLength(1);
});

test("a second waiting request of the same kind and date takes the place of the first", async () => {
  const house = await furnish();
  const first = (await ask(house, "zhao", clockOut())).body;
  const second = (await ask(house, "zhao", clockOut({ at: "17:30" }))).body;
  expect(second.effect.minutes).toBe(450);
  const states = (await all(house, "zhao")).map(({ id, state }) => [id, state]);
  expect(new Map(states as [string, string][])).toEqual(
    new Map([
      [first.id, "withdrawn"],
      [second.id, "waiting"],
    ]),
  );
});

test("a whole day is asked for by a clock-in and a clock-out, one after the other", async () => {
  const house = await furnish();
  const day = { date: "2026-09-14" };
  expect(await refusal(house, "zhao", clockOut(day))).toBe("422 request-empty");
  expect((await ask(house, "zhao", clockOut({ ...day, kind: "clock-in", at: "09:00" }))).body.effect.minutes).toBe(0);
  expect((await ask(house, "zhao", clockOut(day))).body.effect).toEqual({
    minutes: 480,
    project: null,
    overtime: null,
  });
});

test("what a manager enters for somebody is accepted at once, under the manager's name", async () => {
  const house = await furnish();
  const waiting = (await ask(house, "zhao", clockOut())).body;
  const { body } = await ask(house, "wang", clockOut({ personId: "zhao", at: "18:05" }));
  expect(body).toMatchObject({
    ...{ state: "accepted", person: { id: "zhao" }, madeBy: { id: "wang" }, answer: { by: { id: "wang" } } },
  });
  expect((await all(house, "zhao")).find(({ id }) => id === waiting.id)?.state).toBe("withdrawn");
  expect(house.sent).toContainEqual({ kind: "settle", people: ["zhao"] });
  expect(await counted(house)).toBe(480);
});

test("what a manager asks for themself waits for the other manager, and without one for HR", async () => {
  const house = await furnish();
  const note = () => ({ id: crypto.randomUUID(), date, kind: "note", reason: "在总部" });
  expect((await ask(house, "wang", note())).body).toMatchObject({ state: "waiting", answerer: { id: "chen" } });
  const alone = "delete from project_member where company_id = ?1 and person_id = 'chen'";
  await house.db.batch([house.db.prepare(alone, house.id)]);
  expect((await ask(house, "wang", note())).body).toMatchObject({ state: "waiting", answerer: null });
});

test("only a manager of the request's project, or HR, enters something for somebody else", async () => {
  const house = await furnish();
  const mine = (over: object = {}) => clockOut({ personId: "zhao", ...over });
  expect(await refusal(house, "qian", mine())).toBe("404 not-found");
  const pick = { id: crypto.randomUUID(), date, kind: "pick", personId: "zhao", projectId: "shui", reason: "r" };
  expect(await refusal(house, "wang", pick)).toBe("404 not-found");
  expect(await refusal(house, "wang", clockOut({ personId: "qian" }))).toBe("404 not-found");
  expect(await refusal(house, "he", clockOut({ personId: "nobody" }))).toBe("404 not-found");
  expect(await refusal(house, "he", pick)).toBe("422 request-empty");
  expect((await ask(house, "he", mine())).body.state).toBe("accepted");
  expect((await ask(house, "he", pick)).body).toMatchObject({
    state: "accepted",
    effect: { project: "shui", minutes: 0 },
  });
  const left = "update project_member set ends_on = '2026-09-15' where company_id = ?1 and person_id = 'zhao'";
  await house.db.batch([house.db.prepare(left, house.id)]);
  expect(await refusal(house, "wang", mine())).toBe("404 not-found");
});

test("a person withdraws what waits, once and twice alike, and not what was answered", async () => {
  const house = await furnish();
  const { id } = (await ask(house, "zhao", clockOut())).body;
  const path = `/api/requests/${id}`;
  expect((await house.as("qian").refused("DELETE", path)).status).toBe(404);
  expect((await house.as("wang").refused("DELETE", path)).status).toBe(404);
  expect((await house.as("zhao").call("DELETE", path)).status).toBe(204);
  expect((await house.as("zhao").call("DELETE", path)).status).toBe(204);
  expect(await all(house, "zhao", "state=waiting")).toEqual([]);
  const entered = (await ask(house, "wang", clockOut({ personId: "zhao" }))).body;
  const refused = await house.as("zhao").refused("DELETE", `/api/requests/${entered.id}`);
  expect([refused.status, refused.body.code]).toEqual([409, "request-answered"]);
});

test("each sees their own, managers those of their projects, HR all", async () => {
  const house = await furnish();
  await ask(house, "zhao", clockOut());
  await ask(house, "qian", { id: crypto.randomUUID(), date, kind: "note", reason: "在医院" });
  const seen = async (who: string, query?: string) =>
    (await all(house, who, query)).map(({ person }) => person.id).sort();
  expect(await seen("zhao")).toEqual(["zhao"]);
  expect(await seen("wang", "state=waiting")).toEqual(["zhao"]);
  expect(await seen("wang")).toEqual(["zhao"]);
  expect(await seen("he")).toEqual(["qian", "zhao"]);
  expect(await seen("he", "person=qian")).toEqual(["qian"]);
  expect((await house.as("wang").refused("GET", "/api/requests?person=qian")).status).toBe(404);
  expect((await house.as("zhao").refused("GET", "/api/requests?person=qian")).status).toBe(404);
});

test("the day tells what was asked about it, and each step under its name", async () => {
  const house = await furnish();
  const { id } = (await ask(house, "zhao", clockOut({ at: "17:00" }))).body;
  house.now += 60_000;
  await ask(house, "wang", clockOut({ personId: "zhao", reason: "我看到他六点走的" }));
  const { body } = await house.as("zhao").call<DayDetail>("GET", `/api/workdays/${date}`);
  expect(body.requests.map(({ state, at }) => [state, at])).toEqual([
    ["accepted", 1080],
    ["withdrawn", 1020],
  ]);
  expect(body.requests[1]?.id).toBe(id);
  const marks = body.history.map(({ subject, action, after, by }) => [subject, action, after, by.id].join(" | "));
  expect(marks.toSorted()).toEqual([
    "request | accepted | clock-out 18:00 | wang",
    "request | asked | clock-out 17:00 | zhao",
    "request | asked | clock-out 18:00 | wang",
    "request | withdrawn | clock-out 17:00 | wang",
  ]);
  const seen = (await house.as("wang").call<DayDetail>("GET", `/api/workdays/${date}?person=zhao`)).body;
  expect([seen.requests.length, seen.history.length]).toEqual([2, 4]);
});

test("a period that is open for approvers lets in approvers and grace; a closed one books later", async () => {
  const house = await furnish();
  const period = "insert into period values (?1, '2026-W38', '2026-09-14', '2026-09-20', ?2, 1, 0, 1, 'he')";
  const move = "update period set state = 'closed' where company_id = ?1 and id = '2026-W38'";
  const { db, id } = house;
  await db.batch([db.prepare(period, id, "open-for-approvers")]);
  expect(await refusal(house, "zhao", clockOut())).toBe("409 period-approvers-only");
  const grace = "insert into period_grace values (?1, '2026-W38', 'zhao', '2026-09-17', '出差', 1, 'he')";
  await db.batch([db.prepare(grace, id)]);
  expect((await ask(house, "zhao", clockOut())).status).toBe(201);
  await db.batch([db.prepare(move, id)]);
  expect((await ask(house, "zhao", clockOut({ at: "17:00" }))).body).toMatchObject({
    state: "waiting",
    bookedIn: "2026-09",
  });
  expect((await ask(house, "wang", clockOut({ personId: "zhao" }))).body.state).toBe("accepted");
  expect(await counted(house)).toBe(0);
  const { body } = await house.as("zhao").call<DayDetail>("GET", `/api/workdays/${date}`);
  expect(body.adjustments).toMatchObject([
    { counted: 480, bookedOn: "2026-09-17", parts: [{ project: "lang", minutes: 480 }] },
  ]);
});
