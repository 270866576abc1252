import { Hono } from "hono";
import { SECOND } from "../company/beijing.ts";
import type { House } from "../house.ts";
import { FAULT_KINDS, type FaultKind, isFaultKind } from "../wire/fault-kind.ts";
import { type Asked, askedOf, optionalNumber, Problem, textIn } from "./asked.ts";

const SILENCE_MS = 30_000;
const SLOW_MS = 5000;

/** What goes wrong, for which calls, how often and for how long. */
export function faultRoutes({ ground }: House): Hono {
  const { faults, clock } = ground;
  const routes = new Hono();
  routes.get("/fault-kinds", (context) => context.json({ kinds: FAULT_KINDS }));
  routes.post("/fault", async (context) => {
    const asked = await askedOf(context.req.raw);
    const kind = kindIn(asked);
    const rate = optionalNumber(asked, "rate");
    if (rate !== null && (rate < 0 || rate > 1)) throw new Problem("rate is not from 0 to 1");
    const seconds = optionalNumber(asked, "seconds");
    const fault = faults.add({
      match: textIn(asked, "match"),
      kind,
      rate,
      count: optionalNumber(asked, "count") ?? (rate === null && seconds === null ? 1 : null),
      until: seconds === null ? null : clock.now() + seconds * SECOND,
      delayMs: optionalNumber(asked, "delayMs") ?? (kind === "slow" ? SLOW_MS : SILENCE_MS),
      code: codeIn(asked, kind),
      status: optionalNumber(asked, "status"),
      isBusiness: asked.business === true,
    });
    return context.json({ fault });
  });
  routes.delete("/fault", (context) => {
    faults.clear();
    return context.json({ faults: [] });
  });
  return routes;
}

function kindIn({ kind }: Asked): FaultKind {
  if (!isFaultKind(kind)) throw new Problem("no fault is of that kind");
  return kind;
}

function codeIn({ code }: Asked, kind: FaultKind): string | number | null {
  if (typeof code === "string" || typeof code === "number") return code;
  if (kind === "code") throw new Problem("code is missing");
  return null;
}
