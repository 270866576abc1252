import type { CallEvidence } from "@today/db/call-evidence";
import type { SeenStep, StepFinding } from "@today/db/connection-check";
import type { LinkProblem } from "@today/db/link-problem";
import { scopeProbes, tokenPath } from "@today/dingtalk/probe";
import { scopes } from "@today/dingtalk/scope";
import type { StepId } from "./console-menu.ts";
import { broken, works } from "./finding.ts";

/** What is known of the steps: what was kept, unless a later call of ordinary life showed something else. */
export function latestOf(
  kept: readonly SeenStep[],
  calls: readonly CallEvidence[],
  problems: readonly LinkProblem[] = [],
): SeenStep[] {
  const ordinary = [tokenSeen(calls), addressSeen(calls, problems), scopesSeen(calls)].filter((one) => one !== null);
  const known = new Map(kept.map((one) => [one.step, one]));
  for (const seen of ordinary) {
    const had = known.get(seen.step);
    if (had === undefined || (seen.at > had.at && says(seen) !== says(had))) known.set(seen.step, seen);
    else if (seen.at > had.at) known.set(seen.step, { ...had, at: seen.at });
  }
  return [...known.values()];
}

function says({ state, problem }: StepFinding): string {
  return `${state} ${problem}`;
}

type Seen = SeenStep | null;

function tokenSeen(calls: readonly CallEvidence[]): Seen {
  return laterOf(
    lastSeen(
      calls,
      ({ path, outcome }) => path === tokenPath && outcome === "ok",
      works("credentials", { code: "token" }),
    ),
    lastSeen(
      calls,
      ({ path, outcome }) => path === tokenPath && outcome === "credentials",
      broken("credentials", "credentials"),
    ),
  );
}

function addressSeen(calls: readonly CallEvidence[], problems: readonly LinkProblem[]): Seen {
  const address = problems.find(({ code }) => code === "ip-refused")?.detail.refusedAddress ?? null;
  return laterOf(
    lastSeen(
      calls,
      ({ path, outcome }) => path !== tokenPath && outcome === "ok",
      works("address", { code: "passed" }),
    ),
    lastSeen(calls, ({ outcome }) => outcome === "ip-refused", broken("address", "ip-refused", { address })),
  );
}

/** All four were used with success, or the last use of one was refused. */
function scopesSeen(calls: readonly CallEvidence[]): Seen {
  const each = scopeProbes.map(({ scope }) => scopeSeen(scope, calls));
  const found = each.filter((one) => one !== null);
  const missing = found.filter(({ state }) => state === "broken").flatMap(({ detail }) => detail.missing ?? []);
  const had = found.length - missing.length;
  const of = scopeProbes.length;
  const at = Math.max(...found.map((one) => one.at));
  const proof = { code: "scopes", had, of };
  if (missing.length > 0) return { ...broken("scopes", "permission", { missing }), proof, at };
  return had === of ? { ...works("scopes", proof), at } : null;
}

/** Whether the last call behind a permission went well or was refused for want of it; null without any. */
export function scopeSeen(name: string, calls: readonly CallEvidence[]): Seen {
  const paths = scopes.find((scope) => scope.name === name)?.paths ?? [];
  const mine = calls.filter(({ path }) => paths.includes(path));
  const missing = broken("scopes", "permission", { missing: [name] });
  return laterOf(
    lastSeen(mine, ({ outcome }) => outcome === "ok", works("scopes", { code: "scopes", had: 1, of: 1 })),
    lastSeen(mine, ({ outcome }) => outcome === "permission", missing),
  );
}

function lastSeen(calls: readonly CallEvidence[], test: (call: CallEvidence) => boolean, finding: StepFinding): Seen {
  const found = calls.filter(test).sort((a, b) => b.at - a.at)[0];
  if (found === undefined) return null;
  const code = finding.state === "broken" && found.code !== null ? { code: found.code } : {};
  return { ...finding, detail: { ...finding.detail, ...code }, at: found.at };
}

function laterOf(one: Seen, other: Seen): Seen {
  if (one === null || other === null) return one ?? other;
  return other.at > one.at ? other : one;
}

/** The step that an admin is to look at first: the first broken one, else the first that was not reached. */
export function firstOpen(steps: readonly { readonly id: StepId; readonly state: string }[]): StepId | null {
  const found = steps.find(({ state }) => state === "broken") ?? steps.find(({ state }) => state === "not-reached");
  return found?.id ?? null;
}
