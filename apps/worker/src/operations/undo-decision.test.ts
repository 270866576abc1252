import { beijing, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { RequestView } from "../contract.ts";
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

const date = "2026-09-16";

async function undo(house: House, who: string, id: string): Promise<number> {
  return (await house.as(who).call("DELETE", `/api/approvals/${id}`)).status;
}

/** Zhao clocked in at 9 on the 16th, left at 20, and asks for one thing of each kind. */
async function asking(house: House): Promise<void> {
  await pull(house, beijing(date, 1300), [punch("zhao", date, [540, "on"]), punch("zhao", date, [1200, "off"])]);
  await settle(house);
  await ask(house, { kind: "clock-in", at: "08:00" });
  await ask(house, { kind: "pick", projectId: "lang", from: "14:00" });
  await ask(house, { kind: "split", parts: [{ projectId: "lang", minutes: 60 }] });
  await ask(house, { kind: "overtime", start: "18:00", end: "20:00" });
  await ask(house, { kind: "note" });
}

async function dayOf({ db, id }: House) {
  const sql = `select counted, unassigned, overtime_approved as overtime, body ->> '$.allocations' as allocations from workday
    where company_id = ?1 and person_id = 'zhao' and date = ?2`;
  return (
    await db.all<{ counted: number; unassigned: number; overtime: number; allocations: string }>(sql, id, date)
  )[0];
}

test("accepting requests changes the day, taking it back restores it, and accepting again changes it again", async () => {
  const house = await openOffice();
  await asking(house);
  const before = await dayOf(house);
  const refs = (await waitingFor(house, "wang")).filter(({ type }) => type === "request");
  expect(refs).toHaveLength(5);
  const days: unknown[] = [];
  for (let round = 0; round < 2; round += 1) {
    const { body } = await decideOn(house, "wang", refs);
    expect(body.skipped).toEqual([]);
    await settle(house);
    days.push(await dayOf(house));
    expect(await undo(house, "wang", body.id)).toBe(204);
    await settle(house);
    expect(await dayOf(house)).toEqual(before);
    expect((await waitingFor(house, "wang")).filter(({ type }) => type === "request")).toEqual(refs);
    house.now += 60_000;
  }
  expect(days[0]).toEqual(days[1]);
  expect(days[0]).toMatchObject({ counted: 600, overtime: 120 });
});

test("the split before stands again as it was made, whatever order requests are taken back in", async () => {
  const house = await openOffice();
  const put = { version: 0, parts: [{ projectId: "lang", minutes: 300 }] };
  const own = await house.as("zhao").call<{ madeAt: string }>("PUT", "/api/workdays/2026-09-15/split", put);
  const answered: string[] = [];
  for (const minutes of [60, 120]) {
    house.now += 60_000;
    const { id } = await ask(house, { kind: "split", date: "2026-09-15", parts: [{ projectId: "lang", minutes }] });
    answered.push((await decideOn(house, "wang", [{ type: "request", id }])).body.id);
  }
  house.now += 60_000;
  for (const id of answered) expect(await undo(house, "wang", id)).toBe(204);
  const day = await house.as("zhao").call<{ split: object }>("GET", "/api/workdays/2026-09-15");
  expect(day.body.split).toMatchObject({ parts: [{ minutes: 300 }], madeAt: own.body.madeAt, madeBy: { id: "zhao" } });
  await settle(house);
  const kinds = (await approvalsOf(house, "wang")).groups.map(({ kind }) => kind);
  expect(kinds).toEqual(["split", "off-site", "changed-late", "off-plan"]);
});

test("one action is taken back as a whole, once, by who made it or HR", async () => {
  const house = await openOffice();
  await asking(house);
  const refs = await waitingFor(house, "wang");
  const { body } = await decideOn(house, "wang", refs, { verdict: "return", reason: "时间不对" });
  expect(await standing(house)).toMatchObject({ rejected: 1080 });
  for (const other of ["chen", "zhou", "zhao"]) expect(await undo(house, other, body.id)).toBe(404);
  expect(await undo(house, "he", body.id)).toBe(204);
  expect(await waitingFor(house, "wang")).toEqual(refs);
  await settle(house);
  expect(await waitingFor(house, "wang")).toEqual(refs);
  const counts = await house.count();
  expect(await undo(house, "wang", body.id)).toBe(204);
  expect(await house.count()).toEqual(counts);
  const sql = "select verdict, count(*) as n from request_answer where company_id = ?1 group by 1";
  expect(await house.db.all(sql, house.id)).toEqual([
    { verdict: "returned", n: 5 },
    { verdict: "undone", n: 5 },
  ]);
});

test("what was answered by somebody else meanwhile stays", async () => {
  const house = await openOffice();
  const { id } = await ask(house, { kind: "note" });
  const ref = { type: "request", id } as const;
  const first = (await decideOn(house, "wang", [ref])).body;
  await undo(house, "wang", first.id);
  await decideOn(house, "chen", [ref]);
  expect(await undo(house, "wang", first.id)).toBe(204);
  expect(await approvalsOf(house, "wang")).toMatchObject({ count: 3 });
});

test("after the period was closed nothing is taken back", async () => {
  const house = await openOffice();
  await asking(house);
  const refs = await waitingFor(house, "wang");
  const whole = (await decideOn(house, "wang", refs)).body;
  await settle(house);
  await closeSeptember(house);
  const counts = await house.count();
  expect(await house.as("wang").refused("DELETE", `/api/approvals/${whole.id}`)).toMatchObject({
    ...{ status: 409, body: { code: "period-closed" } },
  });
  expect(await house.count()).toEqual(counts);
});

test("what is asked about a closed day is answered and taken back as adjustments that come to nothing", async () => {
  const house = await openOffice();
  await pull(house, beijing(date, 1300), [punch("zhao", date, [540, "on"])]);
  await settle(house);
  await closeSeptember(house);
  const adjusted = async () => {
    await settle(house);
    const sql = "select counted from adjustment where company_id = ?1 order by n";
    return (await house.db.all<{ counted: number }>(sql, house.id)).map(({ counted }) => counted);
  };
  house.now = beijing("2026-10-08", 600);
  const { id } = await ask(house, { kind: "clock-out", at: "18:00" });
  const refs = [{ type: "request", id }] as const;
  const { body } = await decideOn(house, "wang", refs);
  expect(body).toMatchObject({ done: refs, skipped: [] });
  expect(await adjusted()).toEqual([480]);
  expect(await undo(house, "wang", body.id)).toBe(204);
  expect(await adjusted()).toEqual([480, -480]);
});

test("what was entered for somebody is taken back by who entered it", async () => {
  const house = await openOffice();
  const body = { id: crypto.randomUUID(), date, kind: "note", personId: "zhao", reason: "代填" };
  expect((await house.as("wang").call<RequestView>("POST", "/api/requests", body)).body.state).toBe("accepted");
  expect(await undo(house, "zhao", body.id)).toBe(404);
  expect(await undo(house, "wang", body.id)).toBe(204);
  expect(await undo(house, "wang", body.id)).toBe(204);
  expect((await approvalsOf(house, "wang")).groups[0]).toMatchObject({ kind: "note", items: [{ said: "代填" }] });
});
