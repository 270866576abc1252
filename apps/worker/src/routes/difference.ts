import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { addDays, daysBetween } from "@today/core/time/date";
import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { acceptDifference, type Difference, placeOfDifference, readDifferences } from "@today/db/difference";
import { countReconciled } from "@today/db/reconciliation";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole, todayOf } from "../author.ts";
import type { Differences as Contract } from "../contract.ts";
import { Refusal } from "../error.ts";
import { startRun } from "../operations/start-run.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { demandRange } from "../range.ts";
import { DifferenceAnswer, DifferenceQuery, Differences, ReconciliationInput } from "../schema/difference.ts";
import { Accepted } from "../schema/sync.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

type Facts = Contract["differences"][number]["facts"];

const shown = 50;
const farthestDays = 180;
const mostDays = 31;
const weekMs = 7 * minutesPerDay * minuteMs;

const list = createRoute({
  method: "get",
  path: "/api/differences",
  summary: "Where our days and DingTalk's own report do not agree, with both sides' facts",
  ...bySession,
  request: { query: DifferenceQuery },
  responses: {
    200: json(Differences, "newest day first"),
    ...refusesSigned("invalid-input", "forbidden", "range-reversed", "range-too-long"),
  },
});

const answer = createRoute({
  method: "put",
  path: "/api/differences",
  summary: "Accept a difference as it is, or open it again",
  ...bySession,
  request: {
    body: {
      required: true,
      ...json(DifferenceAnswer, "why it may stay", {
        ...{ personId: "zhao001", date: "2026-09-16", figure: "late", reason: "钉钉里补过卡，报表还没更新" },
      }),
    },
  },
  responses: {
    204: { description: "kept" },
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"),
  },
});

const start = createRoute({
  method: "post",
  path: "/api/sync/reconciliation",
  summary: "Compare everybody's days of a range with DingTalk's report now: a call a person, two for some",
  ...bySession,
  request: {
    body: { required: true, ...json(ReconciliationInput, "at most 31 days", { from: "2026-08-01", to: "2026-08-31" }) },
  },
  responses: {
    202: json(Accepted, "begun, now or in this half hour"),
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"] as const),
      ...(["range-reversed", "range-too-long", "date-out-of-range"] as const),
    ),
  },
});

export const difference = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "hr", "admin");
    const { state, from, to, cursor } = c.req.valid("query");
    demandRange(from, to);
    const page = { state, from, to, after: placeOf(cursor), limit: shown + 1 };
    const found = await readDifferences(ctx.db, authorOf(ctx), page);
    const { last: lastAt, ...counts } = await countReconciled(ctx.db, ctx.company.id, ctx.now - weekMs);
    const zone = ctx.company.zone;
    const last = found.length > shown ? found[shown - 1] : undefined;
    const body = {
      ...counts,
      lastAt: lastAt === null ? null : isoOf(lastAt, zone),
      differences: found.slice(0, shown).map((one) => viewOf(one, zone)),
      next: cursorOf(last === undefined ? null : placeOfDifference(last)),
    };
    return c.json(body, 200);
  })
  .openapi(answer, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "hr", "admin");
    const changed = await acceptDifference(ctx.db, authorOf(ctx), c.req.valid("json"));
    if (!changed) throw new Refusal("not-found");
    return c.body(null, 204);
  })
  .openapi(start, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "hr", "admin");
    const { from, to } = c.req.valid("json");
    demandRange(from, to);
    const today = todayOf(ctx);
    if (daysBetween(from, to) >= mostDays) throw new Refusal("range-too-long");
    if (from < addDays(today, -farthestDays) || to >= today) throw new Refusal("date-out-of-range");
    const { runId } = await startRun(ctx, { kind: "reconciliation", range: { from, to } });
    if (runId === null) throw new Refusal("not-found");
    return c.json({ runId }, 202);
  });

function viewOf({ facts, changedBy: _, foundAt, changedAt, ...rest }: Difference, zone: string) {
  const both = facts as Facts;
  return { ...rest, facts: both, foundAt: isoOf(foundAt, zone), changedAt: isoOf(changedAt, zone) };
}
