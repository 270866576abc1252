import type { Pick } from "./allocation.ts";
import type { Punch } from "./punch.ts";
import { distanceBetween, type Site } from "./site.ts";
import { dayNumber } from "./time/date.ts";
import type { Interval } from "./time/interval.ts";
import type { DayFacts } from "./workday.ts";

/**
 * The rules read a second time, slowly: every minute asks for itself, without interval arithmetic. Tests hold `settleWorkday`
 * to it. Knows Asia/Shanghai only; leaves out status and `pick-off-site`.
 */
export function settleByMinute(facts: DayFacts) {
  const shift = facts.dayKind === "workday" || facts.dayKind === "swapped-workday" ? facts.shift : null;
  const stays = staysOf(facts, shift?.sections ?? []);
  const inSection = (m: number) => within(shift?.sections ?? [], m);
  const inShiftBreak = (m: number) => within(shift?.breaks ?? [], m);
  const onLeave = (m: number) => within(facts.leaves, m);
  const regularOnly = shift === null && (facts.dayKind === "workday" || facts.dayKind === "swapped-workday");
  const result = { planned: 0, attended: 0, overtimeAttended: 0, overtimeApproved: 0, leave: 0, workedOnLeave: 0 };
  const line: { minute: number; overtime: boolean; onTrip: boolean; on: Punch | null }[] = [];
  let numbered = 0;
  for (let m = -2000; m < 5000; m++) {
    const planned = inSection(m) && !inShiftBreak(m);
    if (planned) result.planned++;
    if (planned && onLeave(m)) result.leave++;
    const stay = stays.find((one) => one.start <= m && m < one.end);
    const onTrip = within(facts.trips, m);
    if (stay === undefined && !onTrip) continue;
    const { breaks, overtime: rule } = facts.policy;
    const number = numbered++;
    const inBreak =
      breaks.rule === "shift" ? inShiftBreak(m) : number >= breaks.after && number < breaks.after + breaks.minutes;
    if (inBreak) continue;
    if (onLeave(m)) {
      result.workedOnLeave++;
      continue;
    }
    result.attended++;
    const overtime = !regularOnly && !inSection(m);
    const approved = overtime && (rule === "all" || (rule === "approved" && within(facts.overtime, m)));
    if (overtime) result.overtimeAttended++;
    if (approved) result.overtimeApproved++;
    if (!overtime || approved) line.push({ minute: m, overtime, onTrip, on: stay?.on ?? null });
  }
  const parts = facts.split.flatMap((one, index) => Array.from({ length: one.minutes }, () => ({ ...one, index })));
  const shares = line.map(({ minute, overtime, onTrip, on }, index) => {
    const claim = claimOf(facts, { minute, on, part: parts[index] ?? null });
    return { minute, overtime, ...claim, place: claim.project && placeOf(claim.project, on, onTrip, facts.sites) };
  });
  return { ...result, counted: line.length, shares };
}

function staysOf(facts: DayFacts, sections: readonly Interval[]): { start: number; end: number; on: Punch }[] {
  const minute = (instant: number) => Math.floor(instant / 60_000) + 480 - dayNumber(facts.date) * 1440;
  const now = minute(facts.now);
  const over = now >= (sections.length > 0 ? Math.max(...sections.map((one) => one.end)) + 720 : 2160);
  const valid = facts.punches.filter((one) => one.valid);
  valid.sort(
    (a, b) => minute(a.at) - minute(b.at) || a.arrivedAt - b.arrivedAt || a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  const stays: { start: number; end: number; on: Punch }[] = [];
  let open: Punch | null = null;
  for (const one of valid) {
    const m = minute(one.at);
    const last = stays.at(-1);
    if (one.type === "on") {
      const from = open === null ? null : minute(open.at);
      if (from === null || sections.some(({ end }) => from <= end && end <= m)) open = one;
    } else if (open !== null) {
      stays.push({ start: minute(open.at), end: m, on: open });
      open = null;
    } else if (last !== undefined && !sections.some(({ start }) => last.end <= start && start < m)) {
      last.end = m;
    }
  }
  if (open !== null && !over) stays.push({ start: minute(open.at), end: now, on: open });
  return stays;
}

interface Asked {
  readonly minute: number;
  readonly on: Punch | null;
  readonly part: { project: string; task: string | null; index: number } | null;
}

function claimOf(facts: DayFacts, { minute, on, part }: Asked) {
  if (part !== null) return { project: part.project, task: part.task, basis: "split", fact: String(part.index) };
  const pick = pickFor(facts.picks, minute);
  if (pick !== null) return { project: pick.project, task: pick.task, basis: "pick", fact: pick.id };
  const site = on === null ? null : siteOf(on, facts.sites);
  if (site !== null) return { project: site.project, task: null, basis: "site", fact: site.id };
  return { project: facts.defaultProject, task: null, basis: facts.defaultProject && "default", fact: null };
}

function pickFor(picks: readonly Pick[], minute: number): Pick | null {
  let best: Pick | null = null;
  for (const one of [...picks].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))) {
    if (one.from === null) best = one;
    else if (one.from <= minute && (best === null || best.from === null || one.from >= best.from)) best = one;
  }
  return best;
}

function siteOf(on: Punch, sites: readonly Site[]): Site | null {
  const inside = sites.filter((one) => sees(on, one) === "inside");
  const far = (one: Site) => metres(on, one) ?? 1e12;
  inside.sort((a, b) => a.radius - b.radius || far(a) - far(b) || (a.project + a.id < b.project + b.id ? -1 : 1));
  return inside[0] ?? null;
}

function placeOf(project: string, on: Punch | null, onTrip: boolean, sites: readonly Site[]) {
  if (onTrip) return "trip";
  const seen = sites.filter((one) => one.project === project).map((one) => on && sees(on, one));
  if (seen.includes("inside")) return "onsite";
  return seen.length > 0 && seen.every((one) => one === "outside") ? "mobile" : "unknown";
}

function sees(on: Punch, site: Site): "inside" | "outside" | "unknown" {
  if (on.ssid !== null && site.ssids.includes(on.ssid)) return "inside";
  const distance = metres(on, site);
  if (distance === null) return "unknown";
  if (distance + (on.accuracy ?? 0) <= site.radius) return "inside";
  return distance - (on.accuracy ?? 0) > site.radius ? "outside" : "unknown";
}

function metres(on: Punch, { lat, lng }: Site): number | null {
  if (on.lat === null || on.lng === null || lat === null || lng === null) return null;
  return distanceBetween({ lat: on.lat, lng: on.lng }, { lat, lng });
}

function within(intervals: readonly Interval[], minute: number): boolean {
  return intervals.some((one) => one.start <= minute && minute < one.end);
}
