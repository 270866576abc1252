import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { contextOf, theProduct } from "./context.ts";
import type { Env } from "./env.ts";
import type { Job } from "./job.ts";
import { openHouse } from "./testing.ts";
import { keepingQueue } from "./testing-queue.ts";

async function open(more: Partial<Env> = {}) {
  const house = await openHouse();
  const kept = { QUEUE: [] as Job[], SETTLING: [] as Job[], PUSHING: [] as Job[] };
  const [QUEUE, SETTLING, PUSHING] = [kept.QUEUE, kept.SETTLING, kept.PUSHING].map(keepingQueue);
  const world = { fetch: async () => new Response("world"), now: async () => house.now };
  const bindings = { ...house.env, ...(QUEUE && SETTLING && PUSHING ? { QUEUE, SETTLING, PUSHING } : {}), ...more };
  return { kept, ctx: await contextOf(bindings, world, theProduct) };
}

test("each message goes where its kind is consumed, in order", async () => {
  const { kept, ctx } = await open();
  const jobs: Job[] = [
    { kind: "tally" },
    { kind: "push-worklogs", targetId: "a" },
    { kind: "settle", people: null },
    { kind: "target-run", targetId: "a", runId: "r" },
    { kind: "resume" },
  ];
  await ctx.queue.sendBatch(jobs.map((body) => ({ body })));
  expect(kept).toEqual({ QUEUE: [jobs[0], jobs[4]], SETTLING: [jobs[2]], PUSHING: [jobs[1], jobs[3]] });
});

test("every queue that is written to is read, and other systems hold up nothing but one another", () => {
  const named = (what: string) => [...env.WRANGLER_TOML.matchAll(what === "producers" ? producer : consumer)];
  const queues = named("producers").map(([, queue]) => queue);
  expect(queues).toEqual(["today", "today-settling", "today-pushing"]);
  expect(named("consumers").map(([, queue]) => queue)).toEqual(queues);
});

const producer = /\[\[queues\.producers\]\]\nbinding = "\w+"\nqueue = "([\w-]+)"/g;
const consumer = /\[\[queues\.consumers\]\]\nqueue = "([\w-]+)"/g;

test("other systems are called through the host where it offers a way, DingTalk is not", async () => {
  const url = "https://pm.example.com/";
  const asked: string[] = [];
  const host = {
    fetch: async (request: Request) => {
      asked.push(request.url);
      return new Response("host");
    },
  };
  const outside = async ({ ctx }: Awaited<ReturnType<typeof open>>) => {
    const answer = await ctx.targets.fetchFor(["pm.example.com"])(new Request(url));
    return answer.text();
  };
  expect(await outside(await open())).toBe("world");
  expect(await outside(await open({ OUTGOING: host as unknown as Fetcher }))).toBe("host");
  expect(asked).toEqual([url]);
});
