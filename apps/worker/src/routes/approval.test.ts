import { beijing, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Approvals, Evidence } from "../contract.ts";
import type { House } from "../testing.ts";
import {
  approvalsOf,
  ask,
  closeSeptember,
  decideOn,
  openOffice,
  settle,
  standing,
  waitingFor,
} from "../testing-approval.ts";

const shape = ({ groups }: Approvals) =>
  Object.fromEntries(
    groups.map(({ kind, items }) => [kind, items.map(({ person, date }) => `${person.id} ${date.slice(8)}`)]),
  );

async function rowsReadBy(house: House, path: string, who = "wang"): Promise<number> {
  const before = house.usage.rowsRead;
  await house.as(who).call("GET", path);
  return house.usage.rowsRead - before;
}

test("a manager sees the exceptions, like things together, and how much passed by itself", async () => {
  const house = await openOffice();
  await ask(house, { kind: "note" });
  const seen = await approvalsOf(house, "wang");
  expect(shape(seen)).toEqual({ note: ["zhao 16"], "off-site": ["qian 14"], "off-plan": ["qian 15", "zhao 15"] });
  expect(seen).toMatchObject({ count: 4, passed: 2, more: 0, own: { count: 1, to: { id: "chen" } } });
  expect(seen.projects.map(({ id }) => id)).toEqual(["lang"]);
  expect(seen.groups[2]?.items[1]).toMatchObject({
    ref: {
      type: "allocation",
      personId: "zhao",
      date: "2026-09-15",
      projectId: "lang",
      key: "|site|onsite|",
      minutes: 300,
    },
    ...{ project: "lang", minutes: 300, overtime: null, reasons: ["off-plan"], said: null, monthOvertime: null },
  });
  expect((await house.as("wang").call("GET", "/api/approvals/count")).body).toEqual({ count: 4 });
});

test("HR sees all but their own, another project's manager only theirs", async () => {
  const house = await openOffice();
  expect(shape(await approvalsOf(house, "he"))).toEqual({
    "off-site": ["qian 14"],
    "off-plan": ["qian 15", "sun 15", "wang 15", "zhao 15"],
  });
  expect(await approvalsOf(house, "zhou")).toMatchObject({ count: 1, passed: 0, own: { count: 0, to: null } });
  expect(shape(await approvalsOf(house, "zhou"))).toEqual({ "off-plan": ["sun 15"] });
});

test("overtime that is asked for says what it makes of the month", async () => {
  const house = await openOffice();
  const { id, db } = house;
  await pull(house, beijing("2026-09-17", 0), [
    punch("zhao", "2026-09-16", [540, "on"]),
    punch("zhao", "2026-09-16", [1200, "off"]),
  ]);
  const before =
    "update workday set overtime_approved = 90 where company_id = ?1 and person_id = 'zhao' and date = '2026-09-14'";
  await db.batch([db.prepare(before, id)]);
  const { effect } = await ask(house, { kind: "overtime", start: "18:00", end: "20:00" });
  expect(effect).toMatchObject({ minutes: 120, overtime: "workday" });
  const [group] = (await approvalsOf(house, "wang")).groups;
  expect(group).toMatchObject({
    kind: "overtime",
    items: [{ said: "忘了", at: 1080, until: 1200, minutes: 120, overtime: "workday", monthOvertime: 210 }],
  });
});

test("what somebody said of a day stands beside it", async () => {
  const house = await openOffice();
  await ask(house, { kind: "note", date: "2026-09-15", reason: "下午去医院" });
  const items = (await approvalsOf(house, "wang")).groups.flatMap((group) => group.items);
  const saidBy = items.map(({ ref, person, said }) => [ref.type, person.id, said]);
  expect(saidBy).toEqual([
    ["request", "zhao", "下午去医院"],
    ["allocation", "qian", null],
    ["allocation", "qian", null],
    ["allocation", "zhao", "下午去医院"],
  ]);
});

test("a late choice waits with what was said of it", async () => {
  const house = await openOffice();
  const late = { id: crypto.randomUUID(), date: "2026-09-14", projectId: "lang", reason: "下午在三号泵站" };
  expect((await house.as("zhao").call("POST", "/api/picks", late)).status).toBe(201);
  await settle(house);
  const group = (await approvalsOf(house, "wang")).groups.find(({ kind }) => kind === "changed-late");
  expect(group?.items).toMatchObject([{ person: { id: "zhao" }, reasons: ["changed-late"], said: "下午在三号泵站" }]);
});

test("looking reads little more than what waits and what passed", async () => {
  const house = await openOffice();
  expect(await rowsReadBy(house, "/api/approvals/count")).toBeLessThan(30);
  expect(await rowsReadBy(house, "/api/approvals")).toBeLessThan(90);
});

test("what is approved passes, what is returned goes back with its reason, and nothing waits any more", async () => {
  const house = await openOffice();
  const refs = await waitingFor(house, "wang");
  const { status, body } = await decideOn(house, "wang", refs.slice(0, 2));
  expect([status, body.done, body.skipped, body.minutes]).toEqual([200, refs.slice(0, 2), [], 780]);
  expect(house.sent.at(-1)).toEqual({ kind: "settle", people: ["qian"] });
  await decideOn(house, "wang", refs.slice(2), { verdict: "return", reason: "时间不对" });
  const sums = { automatic: 960, approved: 780, rejected: 300, waiting: 300 };
  expect(await standing(house)).toEqual(sums);
  await settle(house);
  expect(await standing(house)).toEqual(sums);
  expect(await waitingFor(house, "wang")).toEqual([]);
  const sql =
    "select subject_id, action, reason from history where company_id = ?1 and subject = 'approval' order by 1";
  expect(await house.db.all(sql, house.id)).toEqual([
    { subject_id: "qian/2026-09-14/lang", action: "approved", reason: null },
    { subject_id: "qian/2026-09-15/lang", action: "approved", reason: null },
    { subject_id: "zhao/2026-09-15/lang", action: "rejected", reason: "时间不对" },
  ]);
});

test("what changed meanwhile is skipped and the rest is done", async () => {
  const house = await openOffice();
  const request = await ask(house, { kind: "note" });
  const refs = await waitingFor(house, "wang");
  await decideOn(house, "chen", [{ type: "request", id: request.id }]);
  await house.db.batch([
    house.db.prepare(
      "update allocation set minutes = 301 where company_id = ?1 and person_id = 'zhao' and minutes = 300",
      house.id,
    ),
  ]);
  const { body } = await decideOn(house, "wang", refs);
  expect(body.done).toHaveLength(2);
  expect(body.skipped).toEqual([
    { ref: { type: "request", id: request.id }, why: "changed" },
    { ref: expect.objectContaining({ personId: "zhao", minutes: 300 }), why: "changed" },
  ]);
});

test("nobody decides on their own, on other projects, or in a closed period", async () => {
  const house = await openOffice();
  const refs = await waitingFor(house, "he");
  const whys = async (who: string) =>
    (await decideOn(house, who, refs)).body.skipped.map(({ ref, why }) =>
      "personId" in ref ? `${ref.personId} ${why}` : why,
    );
  expect((await whys("zhou")).filter((one) => !one.startsWith("sun"))).toHaveLength(4);
  expect(await standing(house)).toEqual({ automatic: 960, waiting: 1380 });
  await closeSeptember(house);
  expect(await approvalsOf(house, "wang")).toMatchObject({ count: 0, groups: [], own: { count: 0, to: null } });
  expect(await whys("wang")).toEqual([
    ...["qian period-closed", "qian period-closed", "sun not-yours", "wang not-yours", "zhao period-closed"],
  ]);
  expect(await standing(house)).toEqual({ automatic: 960, waiting: 1380 });
});

test("a repeat answers the same, also at the same time; another content under the id is refused", async () => {
  const house = await openOffice();
  const [first, ...rest] = await waitingFor(house, "wang");
  if (first === undefined) throw new Error("nothing waits");
  const id = crypto.randomUUID();
  const answers = await Promise.all([
    decideOn(house, "wang", [first, first], { id }),
    decideOn(house, "wang", [first], { id }),
  ]);
  expect(answers.map(({ body }) => body)).toEqual([answers[0]?.body, answers[0]?.body]);
  expect(answers[0]?.body).toEqual({ id, done: [first], skipped: [], minutes: 480 });
  await house.as("wang").call("DELETE", `/api/approvals/${id}`);
  expect((await decideOn(house, "wang", [first], { id })).body).toEqual(answers[0]?.body);
  expect(await standing(house)).toMatchObject({ waiting: 1380 });
  const refused = [decideOn(house, "wang", rest, { id }), decideOn(house, "chen", [first], { id })];
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([409, 409]);
});

test("the evidence is the day as the reader may see it", async () => {
  const house = await openOffice();
  const request = await ask(house, { kind: "note" });
  const { body } = await house.as("wang").call<Evidence>("GET", "/api/approvals/evidence?person=zhao&date=2026-09-16");
  expect(body).toMatchObject({ workday: { person: "zhao", date: "2026-09-16" }, punches: [] });
  expect(body.requests.map(({ id }) => id)).toEqual([request.id]);
  expect((await house.as("zhou").refused("GET", "/api/approvals/evidence?person=zhao&date=2026-09-16")).status).toBe(
    404,
  );
});
