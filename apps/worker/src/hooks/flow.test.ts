import { insertHook } from "@today/db/hook";
import { expect, test } from "vitest";
import { openReceiver } from "../testing-hooks.ts";
import { openTown } from "../testing-town.ts";

const last = "2026-09-16";
const dayMs = 86_400_000;

async function open() {
  const receiver = openReceiver();
  const town = await openTown({ people: 12, outside: { "hooks.example.com": receiver.fetch } });
  const ctx = await town.context();
  await town.db.all("insert into role_grant (company_id, person_id, role) values (?1, 'lin', 'admin')", town.companyId);
  await insertHook(
    town.db,
    { company: town.companyId, person: "lin", today: last, at: ctx.now, channel: "app" },
    {
      ...{ id: "h", kind: "webhook", name: "平台", host: "hooks.example.com", events: ["workday.settled"] },
      ...{ projectId: null, keyId: null, secret: null },
      url: await ctx.targets.seal("h", { url: "https://hooks.example.com/today" }),
    },
  );
  const states = async () => {
    const sql = "select state, count(*) as n from hook_delivery where company_id = ?1 group by 1 order by 1";
    return Object.fromEntries(
      (await town.db.all<{ state: string; n: number }>(sql, town.companyId)).map(({ state, n }) => [state, n]),
    );
  };
  return { town, receiver, states };
}

test("days that a pull brings are told in the same go, each once", async () => {
  const { town, receiver, states } = await open();
  await town.run({ kind: "punches", from: last, to: last });
  const [{ n = 0 } = {}] = await town.db.all<{ n: number }>(
    "select count(*) as n from workday where company_id = ?1 and body ->> '$.over'",
    town.companyId,
  );
  expect(n).toBeGreaterThan(5);
  expect(await states()).toEqual({ done: n });
  expect(receiver.got).toHaveLength(n);
  await town.run({ kind: "punches", from: last, to: last });
  expect(receiver.got).toHaveLength(n);
});

test("the sweeper brings what waits, and what nobody wrote down the end of", async () => {
  const { town, receiver, states } = await open();
  receiver.answer = () => new Response(null, { status: 503 });
  await town.run({ kind: "punches", from: last, to: last });
  expect((await states()).waiting).toBeGreaterThan(5);
  receiver.answer = () => new Response("ok");
  const [{ id = "" } = {}] = await town.db.all<{ id: string }>(
    "select min(event_id) as id from hook_delivery where company_id = ?1",
    town.companyId,
  );
  const lost = "update hook_delivery set state = 'sending', sent_at = ?3 where company_id = ?1 and event_id = ?2";
  await town.db.all(lost, town.companyId, id, town.simulator.now());
  await town.sweepFor(15);
  expect(await states()).toEqual({ done: expect.any(Number) });
});

test("what was told is forgotten after thirty days", async () => {
  const { town, receiver, states } = await open();
  await town.run({ kind: "punches", from: last, to: last });
  const count = receiver.got.length;
  const told = town.simulator.now();
  town.world.now = async () => told + 29 * dayMs;
  town.queue.push({ kind: "forget-hook-events" });
  await town.drain();
  expect(await states()).toEqual({ done: count });
  town.world.now = async () => told + 31 * dayMs;
  town.queue.push({ kind: "forget-hook-events" });
  await town.drain();
  expect(await states()).toEqual({});
  expect(await town.db.all("select 1 from hook_event where company_id = ?1", town.companyId)).toEqual([]);
});
