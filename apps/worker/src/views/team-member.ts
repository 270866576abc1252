import { bestInside, verdicts } from "@today/core/site";
import { covers, subtract } from "@today/core/time/interval";
import type { Instant } from "@today/core/time/minutes";
import { minuteOf } from "@today/core/time/zone";
import type { DayFacts } from "@today/core/workday";
import type { LoadedDay } from "@today/db/facts";
import type { RosterRow } from "@today/db/team";
import type { TeamMember, Workday } from "../contract.ts";
import { factsOf, liveView } from "./day.ts";

/** One person of a team on a date, settled this moment. Missing is who had to come by `knownUntil`; null calls nobody missing. */
export function memberOf(
  row: RosterRow,
  { day, version }: { readonly day: LoadedDay; readonly version: number },
  knownUntil: Instant | null,
): TeamMember {
  const facts = factsOf(day);
  const workday = liveView(day, { version });
  const minute = (at: number) => minuteOf(at, day.date, facts.policy.zone);
  const first = facts.punches.find(({ valid }) => valid);
  const firstOn = facts.punches.find(({ valid, type }) => valid && type === "on") ?? first;
  const place = first === undefined ? absence(workday, facts, knownUntil) : presence(workday, facts);
  return {
    person: { id: row.id, name: row.name, title: row.title },
    group: row.group,
    place,
    project: projectOf(workday, day),
    firstOn: firstOn === undefined ? null : minute(firstOn.at),
    shiftStart: workday.shift?.sections[0]?.start ?? null,
    daysMissing: place === "missing" ? 1 : 0,
    workday,
  };
}

function presence(workday: Workday, facts: DayFacts): TeamMember["place"] {
  const place = workday.line.find(({ kind, place }) => kind === "counted" && place !== null)?.place;
  if (place === "onsite" || place === "mobile") return place;
  if (place === "trip") return "mobile";
  const opening = facts.punches.find(({ valid, type }) => valid && type === "on");
  const seen = opening === undefined ? [] : verdicts(opening, facts.sites);
  if (bestInside(seen) !== null) return "onsite";
  return seen.length > 0 && seen.every(({ verdict }) => verdict === "outside") ? "mobile" : "unknown";
}

function absence(workday: Workday, facts: DayFacts, knownUntil: Instant | null): TeamMember["place"] {
  const now = minuteOf(facts.now, facts.date, facts.policy.zone);
  const { shift, leave, planned } = workday;
  if (shift === null || planned === 0) return "off";
  if (leave >= planned || covers(facts.leaves, now)) return "leave";
  const due = subtract(subtract(shift.sections, shift.breaks), facts.leaves)[0]?.start;
  const known = knownUntil === null ? null : minuteOf(knownUntil, facts.date, facts.policy.zone);
  return known !== null && due !== undefined && known >= due ? "missing" : "off";
}

/** Where most of the minutes are; before there are any, what was picked last. */
function projectOf(workday: Workday, day: LoadedDay): string | null {
  const sums = new Map<string, number>();
  for (const { project, minutes } of workday.allocations) sums.set(project, (sums.get(project) ?? 0) + minutes);
  const [most] = [...sums].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? day.picks.at(-1)?.projectId ?? null;
}
