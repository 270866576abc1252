import { expect, test } from "vitest";
import type { RequestInput } from "./api.ts";
import { AskQueue } from "./ask-queue.ts";
import { ApiProblem } from "./problem.ts";

const rq = (id: string, at: string, date = "2026-09-16"): RequestInput => ({
  ...{ id, kind: "clock-out", date, at, reason: "忘了" },
});

function offlineQueue(kept: string | null = null) {
  const memory = { text: kept };
  const queue = new AskQueue({
    send: async () => {
      throw new ApiProblem("offline", 0);
    },
    withdraw: async () => undefined,
    load: () => memory.text,
    store: (text) => {
      memory.text = text;
    },
    now: () => 0,
    later: () => () => undefined,
  });
  return { queue, memory, ids: () => queue.entries().map(({ item }) => item.id) };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 0));

test("another time for the same day replaces the one that still waits on the phone", async () => {
  const { queue, ids } = offlineQueue();
  queue.add(rq("a", "18:00"));
  await rest();
  queue.add(rq("b", "18:30"));
  queue.add(rq("c", "18:00", "2026-09-15"));
  expect(ids()).toEqual(["b", "c"]);
});

test("own words do not lie on the phone: after a reload the reason is asked for once more", async () => {
  const { queue, memory } = offlineQueue();
  queue.add({ ...rq("a", "18:00"), reason: "下午去医院" }, rq("b", "18:00", "2026-09-15"));
  await rest();
  expect(queue.entries()[0]?.item.reason).toBe("下午去医院");
  expect(memory.text).not.toContain("医院");
  const reloaded = offlineQueue(memory.text).queue;
  expect(reloaded.entries()).toMatchObject([
    { item: { id: "a", reason: "" }, state: "refused", code: "reason-missing" },
    { item: { id: "b", reason: "忘了" }, state: "waiting" },
  ]);
  reloaded.retry();
  expect(reloaded.entries()[0]).toMatchObject({ state: "refused", code: "reason-missing" });
});

test("what waits is kept on the phone and nothing foreign is read back", () => {
  const kept = JSON.stringify([rq("a", "18:00"), { id: 7 }, null]);
  expect(offlineQueue(kept).ids()).toEqual(["a"]);
  expect(offlineQueue("no JSON").ids()).toEqual([]);
});
