import { countWaitingEvents } from "@today/db/event";
import { expect, test } from "vitest";
import { openTown, rowsOf, type Town } from "../testing-town.ts";
import { resumeWork } from "./resume-work.ts";

const noon = 12 * 60;

/** A morning whose punches are pushed while it passes. */
async function morning(switches: object = {}, until = noon): Promise<Town> {
  const town = await openTown({ start: "2026-09-17T06:00:00+08:00" });
  await town.listen({ punchEvents: true, ...switches });
  await town.goTo("2026-09-17", until);
  return town;
}

function personOf({ db, companyId }: Town, id: string): Promise<Record<string, unknown>[]> {
  return db.all("select name, title, active from person where company_id = ?1 and id = ?2", companyId, id);
}

async function pathsOf({ db, companyId }: Town): Promise<unknown[]> {
  return db.all("select path, ok from call_count where company_id = ?1 and counted > 0", companyId);
}

test("pushed punches are pulled for the people they name, many in one call", async () => {
  const town = await morning();
  expect(town.pushes.length).toBeGreaterThan(20);
  await town.drain();
  expect(await countWaitingEvents(town.db, town.companyId)).toBe(0);
  expect((await rowsOf(town)).punches?.length).toBeGreaterThan(20);
  const calls = await pathsOf(town);
  expect(calls).toMatchObject([{ path: "/attendance/listRecord" }]);
  expect(calls[0]).toHaveProperty(
    "ok",
    expect.toSatisfy((ok: number) => ok <= 4),
  );
});

test("nothing is asked of DingTalk while a push is answered", async () => {
  const town = await openTown({ start: "2026-09-17T06:00:00+08:00" });
  const { fetch } = town.world;
  town.world.fetch = () => Promise.reject(new Error("asked within the push"));
  await town.listen({ punchEvents: true });
  await town.goTo("2026-09-17", 9 * 60);
  expect(await countWaitingEvents(town.db, town.companyId)).toBeGreaterThan(0);
  town.world.fetch = fetch;
  await town.drain();
  expect(await countWaitingEvents(town.db, town.companyId)).toBe(0);
});

test("events in any order, twice and in any casing leave the same rows", async () => {
  const straight = await morning();
  await straight.drain();
  for (const eventCasing of ["documented", "capitals", "no-event-id"]) {
    const twisted = await morning({ duplicateEvents: true, eventCasing });
    twisted.queue.push(...twisted.queue);
    twisted.queue.reverse();
    await twisted.drain();
    expect(await rowsOf(twisted), eventCasing).toEqual(await rowsOf(straight));
  }
});

test("events whose messages were lost are found by the sweeper", async () => {
  const town = await morning();
  town.queue.length = 0;
  await resumeWork(await town.context(), true);
  await town.drain();
  expect(await countWaitingEvents(town.db, town.companyId)).toBe(0);
});

test("people come, change and go by events", async () => {
  const town = await openTown();
  await town.listen();
  await town.control("employees", { name: "新人", title: "焊工" });
  await town.drain();
  const [added] = await town.db.all<{ id: string }>(
    "select id from person where company_id = ?1 and name = '新人'",
    town.companyId,
  );
  const id = added?.id ?? "";
  const employee = `http://simulator/_simulator/employees/${id}`;
  await town.simulator.fetch(new Request(employee, { method: "PATCH", body: JSON.stringify({ title: "班长" }) }));
  await town.drain();
  expect(await personOf(town, id)).toEqual([{ name: "新人", title: "班长", active: 1 }]);
  await town.simulator.fetch(new Request(employee, { method: "DELETE" }));
  await town.drain();
  expect(await personOf(town, id)).toEqual([{ name: "新人", title: "班长", active: 0 }]);
});

test("a push that is forged, tampered with or stale is refused, a replayed one is answered, and none changes anything", async () => {
  const town = await morning({}, 9 * 60);
  await town.drain();
  const before = await rowsOf(town);
  const push = town.pushes.at(-1);
  if (push === undefined) throw new Error("nothing was pushed");
  const body = await push.clone().text();
  const send = async (change: (url: URL) => void, content = body) => {
    const url = new URL(push.url);
    change(url);
    const headers = { "content-type": "application/json" };
    const answer = await town.receive(new Request(url, { method: "POST", headers, body: content }));
    return { status: answer.status, body: await answer.json<Record<string, unknown>>() };
  };
  const forged = (url: URL) => {
    for (const name of ["signature", "msg_signature"]) url.searchParams.set(name, "0".repeat(40));
  };
  expect(await send(forged)).toMatchObject({ status: 401, body: { code: "signature-invalid" } });
  expect(await send((url) => url.searchParams.set("nonce", "other"))).toMatchObject({ status: 401 });
  expect(await send(() => {}, JSON.stringify({ encrypt: "AAAA" }))).toMatchObject({ status: 401 });
  expect(await send(() => {})).toMatchObject({ status: 200, body: { encrypt: expect.any(String) } });
  expect(town.queue).toEqual([]);
  await town.simulator.advanceTo(town.simulator.now() + 3_700_000);
  town.queue.length = 0;
  expect(await send(() => {})).toMatchObject({ status: 401, body: { code: "signature-expired" } });
  expect(town.queue).toEqual([]);
  expect(await rowsOf(town)).toEqual(before);
});
