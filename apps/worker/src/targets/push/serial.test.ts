import { zentao } from "@today/connectors/zentao/connector";
import { openZentao } from "@today/connectors/zentao/testing-zentao";
import { expect, test, vi } from "vitest";
import { openPushing, type Pushing } from "../../testing-push.ts";
import { connectProduct } from "../../testing-target.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Has the product answer late, and tells the most writes of one task and of all that were under way at the same time. */
function watch({ town, stub }: Pushing): { readonly most: { ofTask: number; ofAll: number } } {
  const most = { ofTask: 0, ofAll: 0 };
  const under = new Map<string, number>();
  for (const [host, answer] of Object.entries(town.outside)) {
    town.outside[host] = async (request) => {
      if (request.method !== "POST") return answer(request);
      const task = String(JSON.parse(await request.clone().text()).time_entry.issue_id);
      under.set(task, (under.get(task) ?? 0) + 1);
      most.ofTask = Math.max(most.ofTask, under.get(task) ?? 0);
      most.ofAll = Math.max(
        most.ofAll,
        [...under.values()].reduce((sum, one) => sum + one, 0),
      );
      await new Promise((done) => setTimeout(done, 3));
      const response = await answer(request);
      under.set(task, (under.get(task) ?? 1) - 1);
      return response;
    };
  }
  expect(stub.held()).toEqual([]);
  return { most };
}

const rows = Array.from({ length: 60 }, (_, n) => ({
  ...{ key: `k${n}`, date: `2026-09-${String(1 + (n % 15)).padStart(2, "0")}` },
  ...{ remote_person: "5", remote_project: "1", remote_task: String(12 + (n % 6)) },
}));

test("a task is written to by one at a time, and others meanwhile", async () => {
  const pushing = await openPushing();
  const { most } = watch(pushing);
  await pushing.want(rows);
  await Promise.all([pushing.push(), pushing.push(), pushing.push()]);
  expect(most).toEqual({ ofTask: 1, ofAll: 6 });
  expect(pushing.stub.held()).toHaveLength(60);
});

test("also when two send at once because a lease was lost", async () => {
  const pushing = await openPushing();
  const { most } = watch(pushing);
  await pushing.want(rows);
  const lose = "update target set sending_until = 0 where company_id = ?1";
  const first = pushing.push();
  await new Promise((done) => setTimeout(done, 15));
  await pushing.town.db.all(lose, pushing.town.companyId);
  await Promise.all([first, pushing.push()]);
  await pushing.calmDown();
  expect(most.ofTask).toBe(1);
  expect(pushing.stub.held()).toHaveLength(60);
  expect(new Set((await pushing.rows()).map(({ state }) => state))).toEqual(new Set(["done"]));
});

async function openAdding() {
  const stub = openZentao();
  const pushing = await openPushing((town) => connectProduct(town, zentao, { stub }));
  const { projectId, taskId } = stub.task;
  await pushing.want([{ key: "a", remote_project: projectId, remote_task: taskId }]);
  const want = (minutes: number) =>
    pushing.town.db.all(
      "update worklog set minutes = ?3, digest = 'd' || ?3, state = 'due' where company_id = ?1 and target_id = ?2",
      ...[pushing.town.companyId, pushing.id, minutes],
    );
  return { ...pushing, want, minutes: () => stub.held().map((one) => one.minutes) };
}

test("where nothing can be changed what is missing is written beside it, and too much is told", async () => {
  const { want, push, minutes, rows: standing } = await openAdding();
  await push();
  await want(90);
  await push();
  expect(minutes()).toEqual([60, 30]);
  await want(45);
  await push();
  expect(minutes()).toEqual([60, 30]);
  expect(await standing()).toMatchObject([{ state: "failed", problem: "correction-impossible", sent_minutes: 90 }]);
  await want(100);
  await push();
  expect(minutes()).toEqual([60, 30, 10]);
});

test("a further record whose answer was lost is looked for", async () => {
  for (const fate of ["lost-before", "lost-after", "dead-before", "dead-after"] as const) {
    const { want, push, minutes, meet, calmDown } = await openAdding();
    await push();
    await want(90);
    meet((_, request) => (request.method === "POST" && request.url.endsWith("/estimate") ? fate : "fine"));
    await push();
    meet(() => "fine");
    await calmDown();
    expect(minutes()).toEqual([60, 30]);
  }
});
