import { expect, test, vi } from "vitest";
import { openPushing, type Pushing } from "../../testing-push.ts";

vi.setConfig({ testTimeout: 60_000 });

const place = { remote_person: "5", remote_project: "1", remote_task: "12" };

function minutesOf({ stub }: Pushing): number[] {
  return stub.held().map(({ minutes }) => minutes);
}

test("what is due stands there once, with its marker, and is done", async () => {
  const pushing = await openPushing();
  const keys = Array.from({ length: 25 }, (_, n) => `k${String(n).padStart(2, "0")}`);
  await pushing.want(keys.map((key, n) => ({ key, ...place, date: `2026-09-${String(1 + n).padStart(2, "0")}` })));
  await pushing.push();
  await pushing.push();
  expect(
    pushing.stub
      .held()
      .map(({ text }) => text)
      .sort(),
  ).toEqual(keys.map((key) => `砌墙 [wk:${key}]`));
  expect(new Set((await pushing.rows()).map(({ state }) => state))).toEqual(new Set(["done"]));
  expect(pushing.calls.filter((call) => call.startsWith("POST"))).toHaveLength(25);
  const pushed = "select 1 from target where company_id = ?1 and pushed_at > 0";
  expect(await pushing.town.db.all(pushed, pushing.town.companyId)).toHaveLength(1);
});

test("more minutes are one change, none is one removal", async () => {
  const pushing = await openPushing();
  await pushing.want([{ key: "a", ...place }]);
  await pushing.push();
  await want(pushing, "a", 90);
  await pushing.push();
  expect(minutesOf(pushing)).toEqual([90]);
  await want(pushing, "a", 0);
  await pushing.push();
  expect(minutesOf(pushing)).toEqual([]);
  expect(await pushing.rows()).toMatchObject([{ state: "done", remote_id: null, sent_minutes: 0 }]);
  const methods = pushing.calls.map((call) => call.split(" ")[0]).filter((method) => method !== "GET");
  expect(methods).toEqual(["POST", "PUT", "DELETE"]);
});

test("what somebody removed there is written anew when it changes", async () => {
  const pushing = await openPushing();
  await pushing.want([{ key: "a", ...place }]);
  await pushing.push();
  const [row] = await pushing.rows();
  const request = new Request(`${pushing.stub.settings.address}/time_entries/${row?.remote_id}.json`, {
    method: "DELETE",
    headers: { "x-redmine-api-key": pushing.stub.settings.key ?? "" },
  });
  await pushing.stub.fetch(request);
  await want(pushing, "a", 90);
  await pushing.push();
  expect(minutesOf(pushing)).toEqual([90]);
});

test("hours that are refused are set aside with the reason, and the others go on", async () => {
  const pushing = await openPushing();
  await pushing.want([
    { key: "a", ...place, remote_person: "987654321" },
    { key: "b", ...place },
  ]);
  await pushing.push();
  expect(minutesOf(pushing)).toEqual([60]);
  expect(await pushing.rows()).toMatchObject([{ state: "failed", remote_id: null }, { state: "done" }]);
});

async function want({ town, id }: Pushing, key: string, minutes: number): Promise<void> {
  await town.db.all(
    `update worklog set minutes = ?4, digest = 'd' || ?4, state = iif(state in ('sending', 'unknown'), state, 'due')
      where company_id = ?1 and target_id = ?2 and key = ?3`,
    ...[town.companyId, id, key, minutes],
  );
}

const deaths = ["dead-before", "dead-after", "lost-before", "lost-after", 500, 503, 429] as const;

test.each(deaths)("at whatever call it happens, hours stand as they should in the end: %s", async (fate) => {
  const clean = await calmly(() => "fine");
  for (let at = 1; at <= clean.length; at += 1) await calmly((call) => (call === at ? fate : "fine"));
});

test("at whatever transaction the worker dies, hours stand as they should in the end", async () => {
  for (let commits = 0; commits < 5; commits += 1) await calmly(() => "fine", commits);
});

/** Creates, changes and removes while something goes wrong, and proves what is there when everything is calm. */
async function calmly(fateOf: Parameters<Pushing["meet"]>[0], commits = Number.POSITIVE_INFINITY) {
  const pushing = await openPushing();
  pushing.meet(fateOf);
  pushing.dieAfterCommits(commits);
  await pushing.want(["a", "b", "c", "d"].map((key) => ({ key, ...place, serial: key })));
  await pushing.push();
  pushing.dieAfterCommits(commits);
  for (const [key, minutes] of [
    ["a", 30],
    ["b", 0],
    ["c", 45],
  ] as const)
    await want(pushing, key, minutes);
  await pushing.push();
  await want(pushing, "c", 0);
  const made = [...pushing.calls];
  await pushing.calmDown();
  expect(
    pushing.stub
      .held()
      .map(({ minutes, text }) => `${text.slice(-3)} ${minutes}`)
      .sort(),
  ).toEqual(["a] 30", "d] 60"].map((one) => `:${one}`));
  expect(new Set((await pushing.rows()).map(({ state }) => state))).toEqual(new Set(["done"]));
  return made;
}
