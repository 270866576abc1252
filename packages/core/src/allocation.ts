import { compareText } from "./order.ts";
import type { Stay } from "./presence.ts";
import { bestInside, type Site, type Verdict, verdicts } from "./site.ts";
import { covers, type Interval } from "./time/interval.ts";
import type { Instant, Minutes } from "./time/minutes.ts";

/** Why minutes are on a project. */
export type Basis = "split" | "pick" | "site" | "default";

/** Where the minutes of an allocation were worked; `mobile` is 移动办公. */
export type Place = "onsite" | "mobile" | "trip" | "unknown";

/** The legal kind of overtime: `workday` 150 %, `rest` 200 %, `statutory` 300 %. */
export type OvertimeKind = "workday" | "rest" | "statutory";

/** What a person said a day belongs to, from a minute on, or the whole day when `from` is null. */
export interface Pick {
  readonly id: string;
  readonly project: string;
  readonly task: string | null;
  readonly from: Minutes | null;
  readonly madeAt: Instant;
}

/** One part of a split, in order. Minutes are above 0. */
export interface SplitPart {
  readonly project: string;
  readonly task: string | null;
  readonly minutes: Minutes;
}

/** Minutes of one day on one project for one reason. */
export interface Allocation {
  readonly project: string;
  readonly task: string | null;
  readonly minutes: Minutes;
  readonly basis: Basis;
  readonly place: Place;
  readonly overtime: OvertimeKind | null;
}

/** A stretch of the day's line as the screens draw it; `fact` is the id of the pick, site or punch behind it. */
export interface LinePart extends Interval {
  readonly kind: "counted" | "uncounted" | "break" | "leave";
  readonly project: string | null;
  readonly task: string | null;
  readonly basis: Basis | null;
  readonly place: Place | null;
  readonly overtime: OvertimeKind | null;
  readonly fact: string | null;
}

/** The counted line and what is known of its minutes. */
export interface CountedLine {
  readonly counted: readonly Interval[];
  readonly overtime: readonly Interval[];
  readonly overtimeKind: OvertimeKind;
  readonly trips: readonly Interval[];
  readonly stays: readonly Stay[];
}

/** What may say to which project a minute belongs. */
export interface Claims {
  readonly split: readonly SplitPart[];
  readonly picks: readonly Pick[];
  readonly sites: readonly Site[];
  readonly defaultProject: string | null;
}

/** A stay and where its clock-in was, seen from each site. */
interface SeenStay extends Stay {
  readonly seen: readonly Verdict[];
  readonly best: Verdict | null;
}

/** A counted stretch and the stay it lies in; null on a trip without punches. */
export interface Share extends LinePart {
  readonly stay: SeenStay | null;
}

interface Claim {
  readonly project: string | null;
  readonly task: string | null;
  readonly basis: Basis | null;
  readonly fact: string | null;
}

interface LaidPart extends Interval {
  readonly claim: Claim;
}

const unclaimed: Claim = { project: null, task: null, basis: null, fact: null };

/** Gives each counted minute to the first of split, pick, site and default that claims it; `project` is null where none does. */
export function allocate(line: CountedLine, claims: Claims): readonly Share[] {
  const stays = line.stays.map((stay) => seeStay(stay, claims.sites));
  const picks = standingPicks(claims.picks);
  const laid = laySplit(line.counted, claims.split);
  const rest = claims.defaultProject === null ? unclaimed : byDefault(claims.defaultProject);
  const shares: Share[] = [];
  for (const { start, end } of cutUp(line.counted, cutsOf(line, picks, laid))) {
    const stay = stays.find((one) => one.start <= start && start < one.end) ?? null;
    const claim = laid.find((one) => one.end > start)?.claim ?? pickAt(picks, start) ?? bySite(stay) ?? rest;
    const overtime = covers(line.overtime, start) ? line.overtimeKind : null;
    const place = placeOf(claim.project, stay, covers(line.trips, start));
    const { project, task, basis, fact } = claim;
    shares.push({ start, end, kind: "counted", project, task, basis, place, overtime, fact, stay });
  }
  return shares;
}

/** One row for each combination of project, task, basis, place and overtime, sorted by them; unassigned minutes have none. */
export function sumAllocations(parts: readonly LinePart[]): Allocation[] {
  const rows: { -readonly [Key in keyof Allocation]: Allocation[Key] }[] = [];
  for (const { project, task, basis, place, overtime, start, end } of parts) {
    if (project === null || basis === null || place === null) continue;
    const row = { project, task, minutes: 0, basis, place, overtime };
    const known = rows.find((one) => compareAllocations(one, row) === 0) ?? row;
    if (known === row) rows.push(row);
    known.minutes += end - start;
  }
  return rows.sort(compareAllocations);
}

type RowName = Readonly<Record<"project" | "task" | "basis" | "place" | "overtime", string | null>>;

/** Order of rows in lists and files: project, task, basis, place, overtime kind, of each none first. */
export function compareAllocations(a: RowName, b: RowName): number {
  return (
    compareText(a.project, b.project) ||
    compareText(a.task, b.task) ||
    compareText(a.basis, b.basis) ||
    compareText(a.place, b.place) ||
    compareText(a.overtime, b.overtime)
  );
}

function seeStay(stay: Stay, sites: readonly Site[]): SeenStay {
  const seen = verdicts(stay.on, sites);
  return { start: stay.start, end: stay.end, on: stay.on, seen, best: bestInside(seen) };
}

/** The picks that hold, by `from`; one that a later pick replaces is gone. */
function standingPicks(picks: readonly Pick[]): readonly Pick[] {
  const made = picks.toSorted((a, b) => a.madeAt - b.madeAt || compareText(a.id, b.id));
  const standing = made.slice(
    Math.max(
      0,
      made.findLastIndex((pick) => pick.from === null),
    ),
  );
  return standing.sort((a, b) => startOf(a) - startOf(b));
}

function startOf(pick: Pick): number {
  return pick.from ?? Number.MIN_SAFE_INTEGER;
}

function pickAt(picks: readonly Pick[], minute: Minutes): Claim | null {
  const pick = picks.findLast((one) => startOf(one) <= minute);
  return pick === undefined ? null : { project: pick.project, task: pick.task, basis: "pick", fact: pick.id };
}

function bySite(stay: SeenStay | null): Claim | null {
  const best = stay?.best ?? null;
  return best && { project: best.project, task: null, basis: "site", fact: best.siteId };
}

function byDefault(project: string): Claim {
  return { project, task: null, basis: "default", fact: null };
}

function laySplit(counted: readonly Interval[], split: readonly SplitPart[]): readonly LaidPart[] {
  const laid: LaidPart[] = [];
  let index = 0;
  let left = split[0]?.minutes ?? 0;
  for (const { start, end } of counted) {
    let at = start;
    while (at < end) {
      const part = split[index];
      if (part === undefined) return laid;
      const until = Math.min(end, at + Math.max(0, left));
      const claim: Claim = { project: part.project, task: part.task, basis: "split", fact: String(index) };
      laid.push({ start: at, end: until, claim });
      left -= until - at;
      at = until;
      if (left <= 0) left = split[++index]?.minutes ?? 0;
    }
  }
  return laid;
}

function cutsOf(line: CountedLine, picks: readonly Pick[], laid: readonly LaidPart[]): readonly Minutes[] {
  const cuts = picks.map(startOf);
  for (const list of [line.overtime, line.trips, line.stays, laid]) {
    for (const { start, end } of list) cuts.push(start, end);
  }
  return cuts.sort((a, b) => a - b);
}

function cutUp(intervals: readonly Interval[], cuts: readonly Minutes[]): readonly Interval[] {
  const pieces: Interval[] = [];
  for (const { start, end } of intervals) {
    let at = start;
    for (const cut of cuts) {
      if (cut <= at) continue;
      if (cut >= end) break;
      pieces.push({ start: at, end: cut });
      at = cut;
    }
    pieces.push({ start: at, end });
  }
  return pieces;
}

function placeOf(project: string | null, stay: SeenStay | null, onTrip: boolean): Place | null {
  if (project === null) return null;
  if (onTrip) return "trip";
  const own = stay?.seen.filter((one) => one.project === project);
  if (own?.some((one) => one.verdict === "inside")) return "onsite";
  return own?.length && own.every((one) => one.verdict === "outside") ? "mobile" : "unknown";
}
