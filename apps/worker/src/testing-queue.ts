import type { Env } from "./env.ts";
import type { Job } from "./job.ts";

/** A queue for tests that only puts what it is sent into `jobs`, in order. */
export function keepingQueue(jobs: Job[]): Env["QUEUE"] {
  const keep = async (messages: Iterable<{ body: Job }>) => {
    for (const { body } of messages) jobs.push(body);
    return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
  };
  return {
    send: (body) => keep([{ body }]),
    sendBatch: keep,
    metrics: async () => ({ backlogCount: 0, backlogBytes: 0 }),
  };
}
