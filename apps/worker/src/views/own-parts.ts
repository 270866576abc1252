import type { DayDetail, Workday } from "../contract.ts";
import { ownRequestOf } from "./request.ts";

/** A day as a manager sees it: figures and hours are whole, what others' projects are and where people were is not told. */
export function ownPartsOf(day: Workday, own: ReadonlySet<string>): Workday {
  const isOwn = (_: unknown, n: number) => own.has(day.allocations[n]?.project ?? "");
  const allOwn = day.line.every(({ project }) => project === null || own.has(project));
  return {
    ...day,
    details: allOwn ? day.details : day.details.map((detail) => ({ ...detail, metres: null })),
    allocations: day.allocations.filter(isOwn),
    approvals: day.approvals.filter(isOwn),
    line: day.line.map((part) =>
      part.project === null || own.has(part.project)
        ? part
        : { ...part, project: null, task: null, basis: null, place: null, fact: null, other: true },
    ),
  };
}

/** A day in full as a manager sees it. */
export function ownDetailOf(detail: DayDetail, own: ReadonlySet<string>): DayDetail {
  const { split } = detail;
  return {
    ...detail,
    workday: ownPartsOf(detail.workday, own),
    punches: detail.punches.map((punch) => ({
      ...punch,
      address: null,
      verdicts: punch.verdicts.filter(({ project }) => own.has(project)),
    })),
    leaves: detail.leaves.map((leave) => ({ ...leave, code: null })),
    picks: detail.picks.filter(({ projectId }) => own.has(projectId)),
    split: split && { ...split, parts: split.parts.filter(({ projectId }) => own.has(projectId)) },
    projects: detail.projects.filter(({ id }) => own.has(id)),
    bookable: detail.bookable.filter((id) => own.has(id)),
    requests: detail.requests.map((request) => ownRequestOf(request, own)),
    history: detail.history.filter(({ project }) => project !== null && own.has(project)),
    adjustments: detail.adjustments.map((one) => ({
      ...one,
      parts: one.parts.filter(({ project }) => project !== null && own.has(project)),
    })),
  };
}

/** A day as whoever sees everybody's sees it: where somebody was is said by the verdicts alone. */
export function withoutAddress(detail: DayDetail): DayDetail {
  return { ...detail, punches: detail.punches.map((punch) => ({ ...punch, address: null })) };
}

/** The projects a day speaks of. */
export function projectsOf(day: Workday): string[] {
  const onLine = day.line.flatMap(({ project }) => (project === null ? [] : [project]));
  return [...new Set([...onLine, ...day.allocations.map(({ project }) => project)])];
}
