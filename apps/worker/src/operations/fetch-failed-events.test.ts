import { countWaitingEvents } from "@today/db/event";
import { expect, test } from "vitest";
import { openTown, type Town } from "../testing-town.ts";
import { startRun } from "./start-run.ts";

const path = "/call_back/get_call_back_failed_result";

/** A town whose address refused every push for an hour while people changed. */
async function deafTown(changes: number): Promise<Town> {
  const town = await openTown();
  await town.listen();
  const { receive } = town;
  town.receive = async () => new Response("down", { status: 503 });
  for (let n = 0; n < changes; n += 1) {
    await town.simulator.advanceTo(town.simulator.now() + 1000);
    const address = `http://simulator/_simulator/employees/zhao001`;
    await town.simulator.fetch(new Request(address, { method: "PATCH", body: JSON.stringify({ title: `第${n}次` }) }));
  }
  await town.simulator.advanceTo(town.simulator.now() + 3_600_000);
  town.receive = receive;
  return town;
}

async function titleOf({ db, companyId }: Town): Promise<unknown> {
  const rows = await db.all<{ title: string }>(
    "select title from person where company_id = ?1 and id = 'zhao001'",
    companyId,
  );
  return rows[0]?.title;
}

test("pushes that failed are fetched, page by page, and take effect", { timeout: 60_000 }, async () => {
  const town = await deafTown(210);
  expect(await titleOf(town)).not.toBe("第209次");
  await town.run({ kind: "failed-events" });
  expect(await titleOf(town)).toBe("第209次");
  expect(await countWaitingEvents(town.db, town.companyId)).toBe(0);
  const [run] = await town.db.all(
    "select state, counts from sync_run where company_id = ?1 and kind = 'failed-events'",
    town.companyId,
  );
  expect(run).toEqual({ state: "done", counts: JSON.stringify({ events: 210, rejected: 0 }) });
  const calls = await town.db.all(
    "select ok from call_count where company_id = ?1 and path = ?2",
    town.companyId,
    path,
  );
  expect(calls).toEqual([{ ok: 2 }]);
});

test("a page is kept before DingTalk is asked for the next one", { timeout: 60_000 }, async () => {
  const town = await deafTown(210);
  const { fetch } = town.world;
  let asked = 0;
  town.world.fetch = async (request) => {
    if (new URL(request.url).pathname !== path) return fetch(request);
    asked += 1;
    if (asked > 1) throw new Error("the network is down");
    return fetch(request);
  };
  await startRun(await town.context(), { kind: "failed-events" });
  await town.stepIn(town.world);
  expect(await countWaitingEvents(town.db, town.companyId)).toBe(200);
  town.world.fetch = fetch;
  await town.drain();
  expect(await titleOf(town)).toBe("第209次");
  expect(await countWaitingEvents(town.db, town.companyId)).toBe(0);
});

test("nothing is asked where no events are pushed", async () => {
  const town = await openTown();
  const ctx = await town.context();
  const deaf = { ...ctx, company: { ...ctx.company, eventsBy: "stream" as const } };
  expect(await startRun(deaf, { kind: "failed-events" })).toEqual({ runId: null, started: false });
});

test("the night and a restart ask for them, once a half hour", async () => {
  const town = await deafTown(3);
  for (const job of [
    { kind: "start-run", run: "failed-events" },
    { kind: "resume", afterRestart: true },
  ] as const) {
    town.queue.push(job);
    await town.drain();
  }
  expect(await titleOf(town)).toBe("第2次");
  const runs = await town.db.all(
    "select 1 from sync_run where company_id = ?1 and kind = 'failed-events'",
    town.companyId,
  );
  expect(runs).toHaveLength(1);
});
