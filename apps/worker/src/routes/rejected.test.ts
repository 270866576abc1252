import { digestOf } from "@today/db/digest";
import { keepRejected } from "@today/db/rejected-row";
import { beijing } from "@today/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { Rejected } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const punch = {
  id: 98233451207,
  userId: "qian",
  workDate: beijing("2026-09-16", 0),
  checkType: "OnDuty",
  timeResult: "Normal",
  sourceType: "USER",
  isLegal: "Y",
  userCheckTime: beijing("2026-09-16", 540),
  gmtModified: beijing("2026-09-16", 540),
};
const idOf = (raw: unknown) => digestOf(JSON.stringify(raw));

let house: House;

async function setAside(raw: unknown, source = "attendance/listRecord", at = house.now): Promise<string> {
  await house.db.batch(keepRejected(house.db, { companyId: house.id, at }, [{ source, reason: "userCheckTime", raw }]));
  return idOf(raw);
}

async function listed(cursor = ""): Promise<Rejected> {
  return (await house.as("lin").call<Rejected>("GET", `/api/sync/rejected${cursor}`)).body;
}

beforeEach(async () => {
  house = await openHouse();
  await house.db.batch([
    house.db.prepare("insert into person (company_id, id, name) values (?1, 'lin', '林')", house.id),
    house.db.prepare("insert into role_grant values (?1, 'lin', 'admin')", house.id),
  ]);
});

test("a row that today's reader understands becomes a fact and is listed no more", async () => {
  const id = await setAside(punch);
  expect((await listed()).rows).toMatchObject([{ id, source: "attendance/listRecord", reason: "userCheckTime" }]);
  expect((await house.as("lin").call("POST", `/api/sync/rejected/${id}/retry`)).status).toBe(204);
  expect((await listed()).rows).toEqual([]);
  expect((await house.count()).punch).toBe(1);
  expect(house.sent).toContainEqual({ kind: "settle", people: ["qian"] });
});

test("a row that still cannot be read stays, and so does one that means nothing alone", async () => {
  const { userCheckTime: _, ...bad } = punch;
  for (const id of [await setAside(bad), await setAside({ userid: "qian" }, "directory")]) {
    const { status, body } = await house.as("lin").refused("POST", `/api/sync/rejected/${id}/retry`);
    expect([status, body.code]).toEqual([409, "row-unreadable"]);
  }
  expect((await listed()).rows).toHaveLength(2);
  expect((await house.count()).punch).toBe(0);
});

test("a row that is dismissed is not listed again when it comes again, and history says who did it, not about whom", async () => {
  const id = await setAside(punch);
  expect((await house.as("lin").call("POST", `/api/sync/rejected/${id}/dismiss`)).status).toBe(204);
  await house.as("lin").call("POST", `/api/sync/rejected/${id}/dismiss`);
  await setAside(punch);
  expect((await listed()).rows).toEqual([]);
  const history = await house.db.all(
    "select * from history where company_id = ?1 and subject = 'rejected-row'",
    house.id,
  );
  expect(history).toMatchObject([{ actor: "lin", action: "dismiss", subject_id: id }]);
  expect(JSON.stringify(history)).not.toContain("qian");
});

test("rows come in pages, each once", async () => {
  for (let n = 0; n < 120; n += 1) await setAside({ ...punch, id: n }, undefined, house.now + (n % 7));
  const seen = new Set<string>();
  let next: string | null = "";
  while (next !== null) {
    const page: Rejected = await listed(next === "" ? "" : `?cursor=${next}`);
    for (const { id } of page.rows) seen.add(id);
    next = page.next;
  }
  expect(seen.size).toBe(120);
});
