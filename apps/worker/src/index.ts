import { createApi } from "./api.ts";
import { readClock } from "./clock.ts";
import type { World } from "./context.ts";
import { fire } from "./cron.ts";
import type { Env } from "./env.ts";
import type { Job } from "./job.ts";
import { consume } from "./queue.ts";

const world: World = { fetch: (request) => fetch(request), now: (env) => readClock(env.CLOCK) };
const api = createApi(world);

export default {
  fetch: api.fetch,
  scheduled: (controller, env) => fire(controller.cron, env),
  queue: (batch, env) => consume(batch, env, world),
} satisfies ExportedHandler<Env, Job>;
