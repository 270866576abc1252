import type { Env } from "./env.ts";
import type { Job } from "./job.ts";

/** Every schedule of wrangler.toml (UTC) and the message it puts on the queue. */
export const schedules: Readonly<Record<string, Job>> = {
  "10 18 * * *": { kind: "start-run", run: "night" },
  "25 19 * * *": { kind: "start-run", run: "directory" },
  "40 20 * * *": { kind: "raise-alerts", people: null },
  "2-57/5 * * * *": { kind: "start-run", run: "day" },
  "*/5 * * * *": { kind: "resume" },
};

/** A schedule fires: its message goes on the queue, nothing else happens here. */
export async function fire(cron: string, env: Env): Promise<void> {
  const job = schedules[cron];
  if (job === undefined) throw new Error(`No message for the schedule ${cron}`);
  await env.QUEUE.send(job);
}
