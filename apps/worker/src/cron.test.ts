import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { fire, schedules } from "./cron.ts";
import type { Env } from "./env.ts";
import type { Job } from "./job.ts";

test("a schedule only puts its message on the queue", async () => {
  const sent: Job[] = [];
  const queue = { send: async (job: Job) => void sent.push(job) } as unknown as Env["QUEUE"];
  for (const cron of Object.keys(schedules))
    await fire(cron, { DB: env.DB, QUEUE: queue, SETTLING: queue, PUSHING: queue });
  expect(sent).toEqual([
    { kind: "start-run", run: "night" },
    { kind: "start-run", run: "directory" },
    { kind: "raise-alerts", people: null },
    { kind: "start-run", run: "day" },
    { kind: "resume" },
  ]);
  await expect(fire("0 0 * * *", { DB: env.DB, QUEUE: queue, SETTLING: queue, PUSHING: queue })).rejects.toThrow(
    "No message",
  );
});

test("every schedule of wrangler.toml has its message, and no message waits for one that is not there", () => {
  const [crons = ""] = /^crons = \[[^\]]*\]/m.exec(env.WRANGLER_TOML) ?? [];
  const named = [...crons.matchAll(/"([^"]+)"/g)].map(([, cron]) => cron);
  expect(Object.keys(schedules).sort()).toEqual(named.sort());
});
