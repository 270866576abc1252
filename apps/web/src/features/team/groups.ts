import type { Minutes } from "@today/core/time/minutes";
import type { ProjectBrief, Team, TeamMember } from "../../api.ts";

/** The people of one project today; `minutes` are all that was counted on it, also by people who stand under another project. */
export interface ProjectGroup {
  /** Null: it is not known yet what these people work on. */
  readonly project: ProjectBrief | null;
  readonly members: readonly TeamMember[];
  readonly minutes: Minutes;
}

/** A team as the page shows it, exceptions first. */
export interface TeamGroups {
  /** Two-day ones first; empty while the punches are too old to call anybody missing. */
  readonly missing: readonly TeamMember[];
  /** Biggest first, those without a project last. */
  readonly projects: readonly ProjectGroup[];
  readonly onLeave: readonly TeamMember[];
  readonly off: readonly TeamMember[];
}

/** Sorts a team's people into what the page shows of them. */
export function groupTeam(team: Pick<Team, "members" | "projects" | "missingKnown">): TeamGroups {
  const at = (place: TeamMember["place"]) => team.members.filter((member) => member.place === place);
  return {
    missing: team.missingKnown ? at("missing").sort(longestFirst) : [],
    projects: groupByProject(team),
    onLeave: at("leave"),
    off: at("off"),
  };
}

function groupByProject({ members, projects }: Pick<Team, "members" | "projects">): ProjectGroup[] {
  const here = members.filter(({ place }) => place === "onsite" || place === "mobile" || place === "unknown");
  const known = new Map(projects.map((project) => [project.id, project]));
  const people = new Map<string | null, TeamMember[]>();
  for (const member of here) {
    const id = member.project !== null && known.has(member.project) ? member.project : null;
    people.set(id, [...(people.get(id) ?? []), member]);
  }
  const minutes = countedByProject(members);
  const groups = [...people].map(([id, members]): ProjectGroup => {
    const unassigned = members.reduce((sum, { workday }) => sum + (workday?.unassigned ?? 0), 0);
    return id === null
      ? { project: null, members, minutes: unassigned }
      : { project: known.get(id) ?? null, members, minutes: minutes.get(id) ?? 0 };
  });
  return groups.sort(biggestFirst);
}

function countedByProject(members: readonly TeamMember[]): Map<string, Minutes> {
  const minutes = new Map<string, Minutes>();
  for (const { workday } of members) {
    for (const one of workday?.allocations ?? []) {
      minutes.set(one.project, (minutes.get(one.project) ?? 0) + one.minutes);
    }
  }
  return minutes;
}

function longestFirst(a: TeamMember, b: TeamMember): number {
  return b.daysMissing - a.daysMissing || (a.shiftStart ?? 0) - (b.shiftStart ?? 0) || byId(a.person.id, b.person.id);
}

function biggestFirst(a: ProjectGroup, b: ProjectGroup): number {
  if (a.project === null || b.project === null) return Number(a.project === null) - Number(b.project === null);
  return b.members.length - a.members.length || byId(a.project.id, b.project.id);
}

function byId(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
