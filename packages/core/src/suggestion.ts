import { compareText } from "./order.ts";
import type { Punch } from "./punch.ts";
import { bestInside, byNearness, type Site, type Verdict, verdicts } from "./site.ts";
import type { WorkDate } from "./time/date.ts";

/** Why a project is suggested; earlier ones go first. */
export type SuggestionReason = "inside-site" | "planned" | "yesterday" | "habit" | "default" | "only" | "member";

/**
 * A project to offer, with the figures of its reason in metres: `inside-site` has them all, or only `radius` when Wi-Fi or a
 * machine told. `accuracy` without `distance`, on the first suggestion, says that the place could not be told and how exact it was.
 */
export interface Suggestion {
  readonly project: string;
  readonly reason: SuggestionReason;
  readonly distance: number | null;
  readonly accuracy: number | null;
  readonly radius: number | null;
}

/** What happens without a tap: the minutes go by site, by default project, or stay unassigned. */
export type Consequence = "site" | "default" | "unassigned";

/** The projects that had hours on one of the person's last workdays. */
export interface RecentDay {
  readonly date: WorkDate;
  readonly projects: readonly string[];
}

/** What a suggestion is made from. */
export interface SuggestionFacts {
  readonly date: WorkDate;
  readonly punches: readonly Punch[];
  readonly sites: readonly Site[];
  /** Ids of the projects that may be booked on the date, in a stable order. */
  readonly bookable: readonly string[];
  readonly recentDays: readonly RecentDay[];
  readonly planned: readonly string[];
  readonly defaultProject: string | null;
}

const most = 5;
const habitWindow = 10;
const habitFrom = 3;

/** At most five bookable projects, the first of them to be preselected; several by site go by smallest radius, then nearest. */
export function suggestProjects(facts: SuggestionFacts): Suggestion[] {
  const seen = verdictsNow(facts);
  const reasons = [
    ...insideFirst(seen).map(bySite),
    ...facts.planned.map((project) => because(project, "planned")),
    ...workedLast(facts).map((project) => because(project, "yesterday")),
    ...usual(facts).map((project) => because(project, "habit")),
    ...facts.bookable
      .filter((project) => project === facts.defaultProject)
      .map((project) => because(project, "default")),
    ...facts.bookable.map((project) => because(project, facts.bookable.length === 1 ? "only" : "member")),
  ];
  const chosen = new Map<string, Suggestion>();
  for (const one of reasons) {
    if (chosen.size < most && !chosen.has(one.project) && facts.bookable.includes(one.project)) {
      chosen.set(one.project, one);
    }
  }
  return withDoubt([...chosen.values()], doubtOf(seen));
}

/** What happens to the day's minutes if nobody says anything. */
export function consequenceOf(facts: Pick<SuggestionFacts, "punches" | "sites" | "defaultProject">): Consequence {
  if (bestInside(verdictsNow(facts)) !== null) return "site";
  return facts.defaultProject === null ? "unassigned" : "default";
}

function verdictsNow({ punches, sites }: Pick<SuggestionFacts, "punches" | "sites">): readonly Verdict[] {
  const ons = punches.filter(({ valid, type }) => valid && type === "on").sort(latestFirst);
  return ons.slice(0, 1).flatMap((latest) => verdicts(latest, sites));
}

function latestFirst(a: Punch, b: Punch): number {
  return b.at - a.at || b.arrivedAt - a.arrivedAt || compareText(b.id, a.id);
}

function insideFirst(seen: readonly Verdict[]): readonly Verdict[] {
  return seen.filter(({ verdict }) => verdict === "inside").sort(byNearness);
}

function workedLast({ date, bookable, recentDays }: SuggestionFacts): readonly string[] {
  const last = before(recentDays, date)[0];
  return bookable.filter((project) => last?.projects.includes(project));
}

function usual({ date, bookable, recentDays }: SuggestionFacts): readonly string[] {
  const days = before(recentDays, date).slice(0, habitWindow);
  const count = (project: string) => days.filter(({ projects }) => projects.includes(project)).length;
  return bookable.filter((project) => count(project) >= habitFrom).sort((a, b) => count(b) - count(a));
}

function before(days: readonly RecentDay[], date: WorkDate): readonly RecentDay[] {
  return days.filter((day) => day.date < date).sort((a, b) => compareText(b.date, a.date));
}

/** The accuracy of a punch that could have been on a site and could have been off it; null when there is no such doubt. */
function doubtOf(seen: readonly Verdict[]): number | null {
  if (seen.some(({ verdict }) => verdict === "inside")) return null;
  return seen.find(({ verdict, distance }) => verdict === "unknown" && distance !== null)?.accuracy ?? null;
}

function withDoubt(suggestions: readonly Suggestion[], accuracy: number | null): Suggestion[] {
  return suggestions.map((one, index) => (index === 0 && accuracy !== null ? { ...one, accuracy } : one));
}

function bySite({ project, distance, accuracy, radius }: Verdict): Suggestion {
  return { project, reason: "inside-site", distance, accuracy, radius };
}

function because(project: string, reason: SuggestionReason): Suggestion {
  return { project, reason, distance: null, accuracy: null, radius: null };
}
