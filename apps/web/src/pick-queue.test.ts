import { expect, test } from "vitest";
import type { PickView } from "./api.ts";
import { PickQueue, type QueuedPick } from "./pick-queue.ts";
import { ApiProblem } from "./problem.ts";

const pk = (id: string, from: string | null = null, date = "2026-09-17"): QueuedPick => ({
  id,
  projectId: `p-${id}`,
  date,
  from,
});
const view = (pick: QueuedPick): PickView => ({
  ...{ id: pick.id, date: pick.date, projectId: pick.projectId, taskId: null, from: pick.from },
  madeAt: "2026-09-17T09:03:00+08:00",
  madeBy: { id: "zhao001", name: "赵磊", title: null },
});

/** A phone, a server that can be down, and timers that only run when told. */
function town(memory: { text: string | null } = { text: null }) {
  const server = {
    picks: new Map<string, QueuedPick>(),
    calls: 0,
    fault: null as ApiProblem | null,
    losesAnswer: false,
  };
  const timers: { run: () => void; ms: number; off: boolean }[] = [];
  const queue = new PickQueue({
    send: async (pick) => {
      server.calls += 1;
      if (server.fault) throw server.fault;
      server.picks.set(pick.id, pick);
      if (server.losesAnswer) throw new ApiProblem("timeout", 0);
      return view(pick);
    },
    withdraw: async (id) => void server.picks.delete(id),
    load: () => memory.text,
    store: (text) => {
      memory.text = text;
    },
    now: () => 0,
    later: (run, ms) => {
      const timer = { run, ms, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  const wait = () => new Promise((resolve) => setTimeout(resolve, 0));
  const fire = async () => {
    const timer = timers.filter(({ off }) => !off).pop();
    if (timer) timer.off = true;
    timer?.run();
    await wait();
    return timer?.ms;
  };
  return { queue, server, memory, wait, fire, states: () => queue.entries().map(({ state }) => state) };
}

const offline = new ApiProblem("offline", 0);

test("a pick is sent at once and stays until the server's answer shows it", async () => {
  const { queue, server, memory, wait, states } = town();
  queue.add(pk("a"));
  expect(states()).toEqual(["sending"]);
  await wait();
  expect(states()).toEqual(["saved"]);
  expect([...server.picks.keys()]).toEqual(["a"]);
  expect(memory.text).toBe("[]");
  queue.settle(new Set(["a"]));
  expect(queue.entries()).toEqual([]);
});

test("without a network it waits 2, 5, 15, then every 30 seconds", async () => {
  const { queue, server, wait, fire, states } = town();
  server.fault = offline;
  queue.add(pk("a"));
  await wait();
  expect(states()).toEqual(["waiting"]);
  const pauses = [await fire(), await fire(), await fire(), await fire(), await fire()];
  expect(pauses).toEqual([2000, 5000, 15000, 30000, 30000]);
  server.fault = null;
  await fire();
  expect(states()).toEqual(["saved"]);
});

test("a retry goes out at once and starts the pauses again", async () => {
  const { queue, server, wait, fire, states } = town();
  server.fault = offline;
  queue.add(pk("a"));
  await wait();
  await fire();
  await fire();
  queue.retry();
  await wait();
  expect(await fire()).toBe(2000);
  server.fault = null;
  queue.retry();
  await wait();
  expect(states()).toEqual(["saved"]);
});

test("a reload keeps id, project, date and from, and nothing else", async () => {
  const first = town();
  first.server.fault = offline;
  first.queue.add(pk("a", "13:30"));
  await first.wait();
  expect(JSON.parse(first.memory.text ?? "")).toEqual([
    { id: "a", projectId: "p-a", date: "2026-09-17", from: "13:30" },
  ]);
  const second = town(first.memory);
  expect(second.states()).toEqual(["waiting"]);
  second.queue.retry();
  await second.wait();
  expect([...second.server.picks.keys()]).toEqual(["a"]);
});

test("an answer that got lost never makes a second entry", async () => {
  const { queue, server, wait, fire } = town();
  server.losesAnswer = true;
  queue.add(pk("a"));
  await wait();
  server.losesAnswer = false;
  await fire();
  expect(server.calls).toBe(2);
  expect(server.picks.size).toBe(1);
});

test("the same pick added twice is sent once", async () => {
  const { queue, server, wait } = town();
  queue.add(pk("a"));
  queue.add(pk("a"));
  await wait();
  expect(server.calls).toBe(1);
});

test("picks are sent one after the other in the order they were made", async () => {
  const { queue, server, wait, states } = town();
  server.fault = offline;
  queue.add(pk("a"), pk("b", "11:20"), pk("c", "15:10"));
  await wait();
  expect(server.calls).toBe(1);
  expect(states()).toEqual(["waiting", "waiting", "waiting"]);
  server.fault = null;
  queue.retry();
  await wait();
  expect([...server.picks.keys()]).toEqual(["a", "b", "c"]);
});

test("a pick for the whole day replaces what still waits for that day, not for others", async () => {
  const { queue, server, wait } = town();
  server.fault = offline;
  queue.add(pk("a"), pk("b", "13:00"), pk("other", null, "2026-09-18"));
  await wait();
  queue.add(pk("c"));
  expect(queue.entries().map(({ item }) => item.id)).toEqual(["other", "c"]);
});

test("a refusal is told with its code and does not hold up the next", async () => {
  const { queue, server, wait, states } = town();
  server.fault = new ApiProblem("project-not-bookable", 422);
  queue.add(pk("a"));
  await wait();
  expect(queue.entries()).toMatchObject([{ state: "refused", code: "project-not-bookable" }]);
  server.fault = null;
  queue.add(pk("b", "13:00"));
  await wait();
  expect(states()).toEqual(["refused", "saved"]);
});

test("another choice takes the place of a refused one", async () => {
  const { queue, server, wait } = town();
  server.fault = new ApiProblem("project-not-bookable", 422);
  queue.add(pk("a"));
  await wait();
  server.fault = null;
  queue.add(pk("b"));
  await wait();
  expect(queue.entries().map(({ item, state }) => [item.id, state])).toEqual([["b", "saved"]]);
});

test("undo takes a saved pick back on the server", async () => {
  const { queue, server, wait } = town();
  queue.add(pk("a"));
  await wait();
  await queue.undo(["a"]);
  expect(server.picks.size).toBe(0);
  expect(queue.entries()).toEqual([]);
});

test("undo while the pick is under way waits for it, then takes it back", async () => {
  const { queue, server } = town();
  queue.add(pk("a"));
  await queue.undo(["a"]);
  expect(server.picks.size).toBe(0);
  expect(queue.entries()).toEqual([]);
});

test("a session that is over is no refusal: the pick waits", async () => {
  const { queue, server, wait, states } = town();
  server.fault = new ApiProblem("session-invalid", 401);
  queue.add(pk("a"));
  await wait();
  expect(states()).toEqual(["waiting"]);
});

test("a spoilt memory is an empty queue", () => {
  expect(town({ text: "{" }).queue.entries()).toEqual([]);
  expect(town({ text: '[{"id":1}]' }).queue.entries()).toEqual([]);
});
