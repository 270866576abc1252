import { accept, type Refusal, type Result, refuse } from "./problem.ts";
import type { WorkDate } from "./time/date.ts";

/** What hours are for. `mark` is one Chinese character or two Latin letters; `color` is a slot 1–8. */
export interface Project {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** At most 8 characters. */
  readonly shortName: string;
  readonly mark: string;
  readonly color: number;
  readonly startsOn: WorkDate | null;
  /** The last day on which it can be booked. */
  readonly closedOn: WorkDate | null;
}

/** From when to when a person belongs to a project, both days included; null is without limit. */
export interface Membership {
  readonly startsOn: WorkDate | null;
  readonly endsOn: WorkDate | null;
}

/** A project somebody wants to book on a date; `membership` is null when the person has none. */
export interface Booking {
  readonly project: Pick<Project, "startsOn" | "closedOn">;
  readonly membership: Membership | null;
  readonly date: WorkDate;
}

const shortNameLength = 8;
const markShape = /^(\p{Script=Han}|[A-Za-z]{2})$/u;

/** The colour slot of a company's next project: `1 + count of earlier projects mod 8`. */
export function nextColor(earlierProjects: number): number {
  return 1 + (earlierProjects % 8);
}

/** Refuses `name-missing`, `short-name-too-long` (more than 8 characters) and `mark-malformed`. */
export function makeProject(project: Project): Result<Project> {
  if ([project.code, project.name, project.shortName].some((text) => text.trim() === "")) return refuse("name-missing");
  if ([...project.shortName].length > shortNameLength) return refuse("short-name-too-long");
  return markShape.test(project.mark) ? accept(project) : refuse("mark-malformed");
}

/** Whether a person may book the project on that date. */
export function isBookable(booking: Booking): boolean {
  return refusePick(booking) === null;
}

/** Refuses `project-closed` (also before its first day) and `not-a-member`; null when the pick may be made. */
export function refusePick({ project, membership, date }: Booking): Refusal | null {
  if (!within(date, project.startsOn, project.closedOn)) return refuse("project-closed");
  if (membership === null || !within(date, membership.startsOn, membership.endsOn)) return refuse("not-a-member");
  return null;
}

function within(date: WorkDate, first: WorkDate | null, last: WorkDate | null): boolean {
  return (first === null || first <= date) && (last === null || date <= last);
}
