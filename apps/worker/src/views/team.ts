import { addDays, type WorkDate } from "@today/core/time/date";
import { type Instant, minuteMs } from "@today/core/time/minutes";
import { loadDayFacts } from "@today/db/facts";
import type { Employee } from "@today/db/person";
import { readNextPull } from "@today/db/quota-plan";
import {
  type EarlierDay,
  type RosterRow,
  readEarlierDays,
  readManaged,
  readRoster,
  readTeamVersions,
} from "@today/db/team";
import { readLastRuns } from "@today/db/today";
import { authorOf, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { Team, TeamMember } from "../contract.ts";
import { freshnessOf } from "./freshness.ts";
import { isoOf } from "./instant.ts";
import { briefsOf } from "./names.ts";
import { ownPartsOf, projectsOf } from "./own-parts.ts";
import { memberOf } from "./team-member.ts";

const mostListed = 500;
const missingFreshMs = 30 * minuteMs;
const missingDays = 31;

/** Who is on what on a date and who is missing, as the actor may see it; days that run are settled on the way. */
export async function readTeam(ctx: Context, me: Employee, date: WorkDate): Promise<Team> {
  const { db, company, now } = ctx;
  const reader = authorOf(ctx);
  const all = ctx.actor.roles.includes("hr");
  const roster = await readRoster(db, reader, { date, all });
  const own = all ? null : new Set(await readManaged(db, reader));
  const pulledAt = roster.length === 0 ? null : Math.min(...roster.map((row) => row.pulledAt)) || null;
  const running = date >= todayOf(ctx);
  const missingKnown = !running || (pulledAt !== null && now - pulledAt <= missingFreshMs);
  const listed = roster.toSorted(doubtfulFirst).slice(0, mostListed);
  const members = await settleMembers(ctx, listed, {
    date,
    knownUntil: missingKnown ? (running ? pulledAt : now) : null,
  });
  const shown = members.map((member) => seenBy(own, member));
  const ids = [
    ...new Set(
      shown.flatMap(({ project, workday }) => [...(project ? [project] : []), ...(workday ? projectsOf(workday) : [])]),
    ),
  ];
  const projects = await briefsOf(ctx, [], own === null ? ids : [...new Set([...ids, ...own])]);
  const runs = await readLastRuns(db, company.id, me.id);
  const nextPullAt = await readNextPull(db, company.id);
  const rest = roster.filter((row) => !listed.includes(row));
  return {
    now: isoOf(now, company.zone),
    date,
    freshness: freshnessOf({ pulledAt, nextPullAt, runs, now, zone: company.zone }),
    ...countsOf(members, rest),
    missingKnown,
    firstShiftStart: earliest(members),
    members: shown.sort(inOrder(projects.map(({ id }) => id))),
    projects,
    more: rest.length,
  };
}

async function settleMembers(
  ctx: Context,
  listed: readonly RosterRow[],
  { date, knownUntil }: { readonly date: WorkDate; readonly knownUntil: Instant | null },
): Promise<TeamMember[]> {
  const { db, company, now } = ctx;
  const keys = listed.map(({ id }) => ({ personId: id, date }));
  const days = await loadDayFacts(db, { companyId: company.id, now }, keys);
  const versions = await readTeamVersions(db, company.id, { people: listed.map(({ id }) => id), date });
  const members = listed.flatMap((row, n) => {
    const day = days[n];
    return day === undefined ? [] : [memberOf(row, { day, version: versions.get(row.id) ?? 0 }, knownUntil)];
  });
  const people = members.filter(({ place }) => place === "missing").map(({ person }) => person.id);
  const earlier = await readEarlierDays(db, company.id, { people, since: addDays(date, -missingDays), before: date });
  return members.map((member) =>
    member.place === "missing" ? { ...member, daysMissing: 1 + absentBefore(earlier, member.person.id) } : member,
  );
}

/** Planned workdays in a row without a valid punch; days off and leave neither count nor end the row. */
function absentBefore(earlier: readonly EarlierDay[], person: string): number {
  const statuses = earlier.filter(({ personId }) => personId === person).map(({ status }) => status);
  const working = statuses.filter((status) => status !== "off" && status !== "on-leave");
  const end = working.findIndex((status) => status !== "absent");
  return end === -1 ? working.length : end;
}

function seenBy(own: ReadonlySet<string> | null, member: TeamMember): TeamMember {
  if (own === null) return member;
  const project = member.project !== null && own.has(member.project) ? member.project : null;
  return { ...member, project, workday: member.workday && ownPartsOf(member.workday, own) };
}

function doubtfulFirst(a: RosterRow, b: RosterRow): number {
  return Number(isPresent(a)) - Number(isPresent(b)) || (a.name < b.name ? -1 : 1);
}

function isPresent({ arrived, status, planned }: RosterRow): boolean {
  return arrived || planned === 0 || status === "on-leave" || status === "off";
}

function countsOf(members: readonly TeamMember[], rest: readonly RosterRow[]) {
  const at = (place: string) => members.filter((member) => member.place === place).length;
  const restAt = (place: string) => rest.filter((row) => row.arrived && (row.place ?? "unknown") === place).length;
  const isExpected = ({ workday }: TeamMember) => workday !== null && workday.planned > workday.leave;
  const restExpected = rest.filter(({ planned, leave }) => (planned ?? 0) > (leave ?? 0));
  return {
    expected: members.filter(isExpected).length + restExpected.length,
    arrived:
      members.filter((one) => isExpected(one) && one.firstOn !== null).length +
      restExpected.filter(({ arrived }) => arrived).length,
    counts: {
      onsite: at("onsite") + restAt("onsite"),
      mobile: at("mobile") + restAt("mobile"),
      unknown: at("unknown") + restAt("unknown"),
      missing: at("missing"),
      leave: at("leave") + rest.filter(({ status }) => status === "on-leave").length,
    },
  };
}

function earliest(members: readonly TeamMember[]): number | null {
  const starts = members.flatMap(({ shiftStart }) => (shiftStart === null ? [] : [shiftStart]));
  return starts.length === 0 ? null : Math.min(...starts);
}

/** Missing people first, those for days before those for today; then by project and name. */
function inOrder(projects: readonly string[]): (a: TeamMember, b: TeamMember) => number {
  const rank = ({ project }: TeamMember) => (project === null ? projects.length : projects.indexOf(project));
  return (a, b) => b.daysMissing - a.daysMissing || rank(a) - rank(b) || (a.person.name < b.person.name ? -1 : 1);
}
