import { daysBetween, type WorkDate } from "./time/date.ts";
import type { Minutes } from "./time/minutes.ts";
import type { ProjectHours } from "./worklog-hours.ts";
import { type Rounding, roundParts } from "./worklog-rounding.ts";

/** Why hours do not leave yet. */
export type Held = (typeof holds)[number];

/** Every reason there is. */
export const holds = [
  ...(["not-approved", "person-unlinked", "task-missing", "too-old", "unfit", "correction-impossible"] as const),
];

/** Where a project's hours go; without a task on the remote project alone. */
export interface Place {
  readonly remoteProject: string;
  readonly remoteTask: string | null;
}

/** Who a person is there; hours of somebody who may not book there any more wait, and those that are there stay. */
export interface RemoteAccount {
  readonly id: string;
  readonly usable: boolean;
}

/** What a target wants of hours: by its own rules and by its product's. */
export interface TargetRules {
  readonly approvedOnly: boolean;
  readonly rounding: Rounding;
  readonly startsOn: WorkDate;
  readonly stepMinutes: Minutes;
  readonly needsTask: boolean;
  /** Whether hours stand under the person's own account there. */
  readonly needsPerson: boolean;
  readonly backDateDays: number | null;
  readonly serializeBy: "connection" | "task";
}

/** One person's day as one target sees it. */
export interface DayAtTarget {
  readonly company: string;
  readonly target: string;
  readonly person: string;
  readonly date: WorkDate;
  readonly today: WorkDate;
  readonly hours: readonly ProjectHours[];
  /** Where each linked project's hours go. */
  readonly destinations: ReadonlyMap<string, Place>;
  /** The remote project of each known task there, by the task's id there. */
  readonly tasks: ReadonlyMap<string, string>;
  readonly account: RemoteAccount | null;
  readonly rules: TargetRules;
}

/** A worklog as it should be: minutes that may leave, rounded, and those that may not yet. */
export interface WantedWorklog extends Place {
  readonly key: string;
  readonly project: string;
  readonly task: string | null;
  readonly remotePerson: string | null;
  readonly serial: string;
  readonly minutes: Minutes;
  readonly waiting: Minutes;
  readonly held: Held | null;
  /** Why not even what may leave can be written there, null when it can. */
  readonly barred: Held | null;
  readonly hours: ProjectHours;
}

/** The worklogs that a person's day should have at a target, in the order of project and task; none before the target's first date. */
export function wantedWorklogs(day: DayAtTarget): WantedWorklog[] {
  if (day.date < day.rules.startsOn) return [];
  const placed = day.hours.flatMap((hours) => {
    const destination = day.destinations.get(hours.project);
    return destination === undefined ? [] : [{ hours, place: placeOf(day, hours.task, destination) }];
  });
  const { rounding, stepMinutes } = day.rules;
  const minutes = roundParts(
    placed.map(({ hours }) => hours.ready),
    rounding,
    stepMinutes,
  );
  return placed.map(({ hours, place }, n) => worklogOf(day, { hours, place, minutes: minutes[n] ?? 0 }));
}

function worklogOf(
  day: DayAtTarget,
  { hours, place, minutes }: { readonly hours: ProjectHours; readonly place: Place; readonly minutes: Minutes },
): WantedWorklog {
  const { project, task, waiting } = hours;
  const remotePerson = day.rules.needsPerson ? (day.account?.id ?? null) : null;
  const barred = barOf(day, place);
  return {
    key: keyOf([day.company, day.target, day.person, day.date, project, task, remotePerson, ...Object.values(place)]),
    ...{ project, task, remotePerson, ...place, minutes, waiting, barred, hours },
    serial: day.rules.serializeBy === "connection" ? "" : (place.remoteTask ?? `project ${place.remoteProject}`),
    held: barred ?? (waiting > 0 ? "not-approved" : null),
  };
}

/** Hours of a task of theirs stand on that task; all others where the project's hours go. */
function placeOf({ target, tasks }: DayAtTarget, task: string | null, destination: Place): Place {
  const { remoteProject, remoteTask } = destination;
  const named = task?.startsWith(`${target}/`) ? task.slice(target.length + 1) : null;
  const project = named === null ? undefined : tasks.get(named);
  return project === undefined ? { remoteProject, remoteTask } : { remoteProject: project, remoteTask: named };
}

function barOf({ rules, account, date, today }: DayAtTarget, place: Place): Held | null {
  if (rules.needsPerson && account?.usable !== true) return "person-unlinked";
  if (rules.needsTask && place.remoteTask === null) return "task-missing";
  return rules.backDateDays !== null && daysBetween(date, today) > rules.backDateDays ? "too-old" : null;
}

function keyOf(parts: readonly (string | null)[]): string {
  return parts.map((part) => (part ?? "").replaceAll("|", "%7C")).join("|");
}
