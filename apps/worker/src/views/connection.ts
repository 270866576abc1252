import { countedCalls } from "@today/db/call-count";
import type { SeenStep } from "@today/db/connection-check";
import { type ConnectionFacts, type KeptPlan, readConnectionFacts } from "@today/db/connection-facts";
import { todayOf } from "../author.ts";
import { consoleAddress, menuPaths, type StepId, stepIds } from "../connection/console-menu.ts";
import { firstOpen, latestOf } from "../connection/evidence.ts";
import { broken, works } from "../connection/finding.ts";
import type { Context } from "../context.ts";
import type { Connection, ConnectionStep } from "../contract.ts";
import type { Settings } from "../env.ts";
import { isoOf } from "./instant.ts";

/** The settings that show in the steps. `origin` is the address that the request came to. */
export interface ShownSettings extends Pick<Settings, "agentId" | "events" | "callback" | "publicUrl"> {
  readonly origin: string;
}

/** How the connection to DingTalk stands; nothing is asked of DingTalk. */
export async function readConnection(ctx: Context, settings: ShownSettings): Promise<Connection> {
  const { db, company } = ctx;
  const month = todayOf(ctx).slice(0, 7);
  const [facts, used] = await Promise.all([
    readConnectionFacts(db, company.id, month),
    countedCalls(db, company.id, month),
  ]);
  const seen = [...latestOf(facts.seen, facts.calls, facts.problems), ...eventsSeen(facts, settings)];
  const steps = stepIds.map((id) => stepOf(id, seenOf(id, seen, settings), { settings, zone: company.zone }));
  return {
    ...{ steps, next: firstOpen(steps), console: consoleAddress },
    calls: { month, used, limit: company.monthlyCalls },
    plan: facts.plan === null ? null : planOf(facts.plan, company.zone),
    problems: facts.problems.map(({ since, lastAt, detail, ...problem }) => ({
      ...{ ...problem, since: isoOf(since, company.zone), lastAt: isoOf(lastAt, company.zone) },
      ...{ dingtalkCode: detail.code, missing: [...detail.missingScopes], address: detail.refusedAddress },
    })),
  };
}

/** What shows that events come, besides the check of the address. */
function eventsSeen({ stream, pushes }: ConnectionFacts, { events }: ShownSettings): SeenStep[] {
  if (events === "stream" && stream?.state === "connected") {
    return [{ ...works("events", { code: "stream" }), at: stream.since }];
  }
  if (events === "stream" && stream?.state === "refused") {
    return [{ ...broken("events", stream.problem ?? "timeout"), at: stream.since }];
  }
  return events === "http" && pushes > 0 ? [{ ...works("events", { code: "pushes", had: pushes }), at: 0 }] : [];
}

/** The last of a step's findings; the application's id is known from the settings alone. */
function seenOf(id: StepId, seen: readonly SeenStep[], { agentId }: ShownSettings): SeenStep | null {
  if (id === "app" && agentId !== null) {
    return { ...works(id, { code: "agent-id", value: agentId }), at: 0 };
  }
  return seen.findLast(({ step }) => step === id) ?? null;
}

function stepOf(
  id: StepId,
  seen: SeenStep | null,
  { settings, zone }: { readonly settings: ShownSettings; readonly zone: string },
): ConnectionStep {
  const { words, older, seenOn } = menuPaths[id];
  const detail = seen?.detail ?? {};
  return {
    ...{ id, state: stateOf(id, seen), proof: (seen?.proof ?? null) as ConnectionStep["proof"] },
    problem:
      seen === null || seen.problem === null
        ? null
        : {
            ...{ code: seen.problem, dingtalkCode: detail.code ?? null, missing: [...(detail.missing ?? [])] },
            ...{ address: detail.address ?? null, requestId: detail.requestId ?? null },
          },
    seenAt: seen === null || seen.at === 0 ? null : isoOf(seen.at, zone),
    ...{ path: [...words], olderPath: older && [...older], pathSeenOn: seenOn },
    values: valuesOf(id, seen, settings),
    cost: id === "scopes" ? 1 : 0,
  };
}

function stateOf(id: StepId, seen: SeenStep | null): ConnectionStep["state"] {
  if (seen?.state === "ok" || seen?.state === "broken") return seen.state;
  return id === "events" ? "optional" : "not-reached";
}

function valuesOf(id: StepId, seen: SeenStep | null, { origin, publicUrl }: ShownSettings): ConnectionStep["values"] {
  const base = publicUrl ?? origin;
  const { address, missing = [] } = seen?.detail ?? {};
  if (id === "home") return [{ kind: "home-url", value: `${base}/?corpId=$CORPID$` }];
  if (id === "events") return [{ kind: "callback-url", value: `${base}/dingtalk/callback` }];
  if (id === "address" && address) return [{ kind: "address", value: address }];
  return id === "scopes" ? missing.map((value) => ({ kind: "scope", value })) : [];
}

function planOf({ madeAt, nextPullAt, plan }: KeptPlan, zone: string): Connection["plan"] {
  const { left, night, reserve, days, shared, freshness, reasons } = plan;
  return {
    madeAt: isoOf(madeAt, zone),
    nextPullAt: nextPullAt === null ? null : isoOf(nextPullAt, zone),
    ...{ left, night: { ...night, calls: { ...night.calls } }, reserve: { ...reserve } },
    today: days.today.map(({ at, people, calls }) => ({ at, people, calls })),
    ...{ minutesBetween: days.minutesBetween, collectEvery: days.collectEvery },
    shared: shared && { mostToday: shared.mostToday, minutesBetween: shared.minutesBetween },
    ...{ freshness: freshness && { ...freshness }, reasons: [...reasons] },
  };
}
