import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { statesOf, type TargetStates as Told } from "../operations/read-states.ts";
import { Id } from "../schema/quantity.ts";
import { TargetStates } from "../schema/target-state.ts";
import { bySession, type Door } from "../signed-in.ts";

const states = createRoute({
  method: "get",
  path: "/api/targets/{id}/states",
  summary: "States that tasks may have at a product",
  ...bySession,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: json(TargetStates, "to choose among, and how ours stand"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const targetState = new OpenAPIHono<Door>().openapi(states, async (c) =>
  c.json(view(await statesOf(c.var.ctx, c.req.valid("param").id)), 200),
);

function view({ seen, choices, problem, counts, reminders, failed }: Told) {
  const more = choices.filter(({ id }) => seen.every((one) => one.id !== id));
  return {
    states: [...seen, ...more.map(({ id, name }) => ({ id, name, tasks: 0 }))],
    problem,
    counts: countView(counts),
    reminders: countView(reminders),
    failed: [...failed],
  };
}

function countView({ due = 0, sending = 0, unknown = 0, done = 0, failed = 0 }: Told["counts"]) {
  return { due: due + sending + unknown, done, failed };
}
