import { type AuditedCall, keepCalls } from "@today/db/call-audit";
import { addCalls } from "@today/db/call-count";
import { addPeople, beijing } from "@today/db/testing";
import { expect, test } from "vitest";
import type { CallSummary, Calls } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const records = "/attendance/listRecord";
const token = "/v1.0/oauth2/accessToken";

/** 250 calls of Wednesday and three of Thursday, of which one was refused. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["lin"]);
  await house.db.batch([house.db.prepare("insert into role_grant values (?1, 'lin', 'admin')", house.id)]);
  const call = (at: number, over: Partial<AuditedCall> = {}): AuditedCall => ({
    ...{ at, path: records, people: 50, outcome: "ok", code: null, cost: 1, took: 120, runId: "night-2026-09-16" },
    ...over,
  });
  const wednesday = Array.from({ length: 250 }, (_, n) => call(beijing("2026-09-16", 130) + n * 50));
  const thursday = [
    call(beijing("2026-09-17", 130), { path: token, people: 0, cost: 0, runId: null }),
    call(beijing("2026-09-17", 131), { outcome: "permission", code: "60011", runId: "r" }),
    call(beijing("2026-09-17", 132), { path: "=cmd|'/c calc'!A1", people: 1 }),
  ];
  await house.db.batch(keepCalls(house.db, house.id, [...wednesday, ...thursday]));
  return house;
}

const list = async (house: House, query = "") => (await house.as("lin").call<Calls>("GET", `/api/calls${query}`)).body;

test("calls come by hundreds, the latest first, each once", async () => {
  const house = await furnish();
  const seen: number[] = [];
  let query = "";
  do {
    const { calls, next } = await list(house, query);
    expect(calls.length).toBeLessThanOrEqual(100);
    seen.push(...calls.map(({ id }) => id));
    query = next === null ? "" : `?cursor=${next}`;
  } while (query !== "");
  expect(new Set(seen).size).toBe(253);
  const { calls } = await list(house);
  expect(calls[1]).toMatchObject({
    ...{ at: "2026-09-17T02:11:00+08:00", path: records, kind: "punches", people: 50, outcome: "permission" },
    ...{ code: "60011", cost: 1, took: 120, runId: "r" },
  });
});

test.each([
  ["?day=2026-09-17", 3],
  ["?outcome=failed", 1],
  ["?outcome=permission&day=2026-09-16", 0],
  [`?path=${encodeURIComponent(token)}`, 1],
  ["?run=r", 1],
])("calls are looked for by %s", async (query, count) => {
  expect((await list(await furnish(), query)).calls).toHaveLength(count);
});

test("all of them leave as a file, in which nothing is a formula", async () => {
  const house = await furnish();
  const { body, headers } = await house.as("lin").call<string>("GET", "/api/calls?format=csv&lang=en");
  const lines = body.trim().split("\r\n");
  expect(lines).toHaveLength(254);
  expect(lines[0]).toBe("Time,API,People,Outcome,DingTalk code,Cost,Milliseconds,Run");
  expect(lines[1]).toContain("'=cmd");
  expect(lines[2]).toBe(`2026-09-17 02:11:00,${records},50,permission,60011,1,120,r`);
  expect(headers.get("content-disposition")).toContain('filename="calls-2026-09-17.csv"');
  const sheet = await house.as("lin").call("GET", "/api/calls?format=xlsx&outcome=failed");
  expect(sheet.headers.get("content-type")).toContain("spreadsheetml");
});

test("a month is summed by day, kind and API, beside what it allows", async () => {
  const house = await furnish();
  const day = (date: string) => ({ companyId: house.id, date });
  await house.db.batch([
    addCalls(house.db, day("2026-09-16"), [
      { path: records, counted: 240, ok: 230, failed: 10 },
      { path: token, counted: 0, ok: 2, failed: 0 },
    ]),
    addCalls(house.db, day("2026-09-17"), [{ path: records, counted: 3, ok: 3, failed: 0 }]),
    addCalls(house.db, day("2026-08-31"), [{ path: records, counted: 9, ok: 9, failed: 0 }]),
  ]);
  const plan = { reasons: [{ code: "refused", elsewhere: 900 }] };
  await house.db.batch([
    house.db.prepare("insert into quota_plan values (?1, ?2, null, ?3)", house.id, house.now, JSON.stringify(plan)),
  ]);
  const read = async (query: string) =>
    (await house.as("lin").call<CallSummary>("GET", `/api/calls/summary${query}`)).body;
  expect(await read("")).toEqual({
    ...{ month: "2026-09", used: 243, limit: 5000, elsewhere: 900 },
    days: [
      { date: "2026-09-16", used: 240, failed: 10, kinds: [{ kind: "punches", used: 240 }] },
      { date: "2026-09-17", used: 3, failed: 0, kinds: [{ kind: "punches", used: 3 }] },
    ],
    apis: [
      { path: records, kind: "punches", used: 243, ok: 233, failed: 10 },
      { path: token, kind: "access", used: 0, ok: 2, failed: 0 },
    ],
  });
  expect(await read("?month=2026-08")).toMatchObject({ used: 9, elsewhere: null });
});
