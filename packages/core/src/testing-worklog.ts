import { monday } from "./testing.ts";
import type { KeptWorklog, ToldWorklog, WorklogDifference } from "./worklog-difference.ts";
import type { ProjectHours } from "./worklog-hours.ts";
import type { DayAtTarget, TargetRules, WantedWorklog } from "./worklog-plan.ts";

/** Minutes of a project worked on site. */
export function hours(project: string, ready: number, more: Partial<ProjectHours> = {}): ProjectHours {
  const parts = [{ place: "onsite" as const, overtime: null, minutes: ready + (more.waiting ?? 0) }];
  return { project, task: null, ready, waiting: 0, parts, ...more };
}

/** The rules of a target that takes every minute of whoever has an account. */
export const plainRules: TargetRules = {
  approvedOnly: true,
  rounding: "exact",
  startsOn: "2026-01-01",
  stepMinutes: 1,
  needsTask: false,
  needsPerson: true,
  backDateDays: null,
  serializeBy: "task",
};

/** Monday of `zhao`, who is `5` there; projects A and B go to 7 and 8, B's to its task 80. */
export function dayAt(hoursOfDay: readonly ProjectHours[], more: Partial<DayAtTarget> = {}): DayAtTarget {
  return {
    ...{ company: "c", target: "t", person: "zhao", date: monday, today: monday, hours: hoursOfDay },
    destinations: new Map([
      ["A", { remoteProject: "7", remoteTask: null }],
      ["B", { remoteProject: "8", remoteTask: "80" }],
    ]),
    tasks: new Map([["71", "7"]]),
    account: { id: "5", usable: true },
    rules: plainRules,
    ...more,
  };
}

/** A worklog in words: its digest is its minutes. */
export function say({ hours: _, ...wanted }: WantedWorklog): ToldWorklog {
  return { ...wanted, body: { note: wanted.project, personName: "赵工" }, digest: `${wanted.minutes} minutes` };
}

/** The rows after a difference was written. */
export function keep(kept: readonly KeptWorklog[], { changes, gone }: WorklogDifference): KeptWorklog[] {
  const rows = new Map(kept.map((row) => [row.key, row]));
  for (const key of gone) rows.delete(key);
  for (const { wanted: _, anew, ...change } of changes) {
    const row = rows.get(change.key) ?? fresh;
    rows.set(change.key, { ...row, ...change, attempts: anew ? 0 : row.attempts });
  }
  return [...rows.values()];
}

const fresh = { sentDigest: null, sentMinutes: 0, remoteId: null, attempts: 0, sentAt: null };

/** The rows after all that was due has reached the other side. */
export function push(kept: readonly KeptWorklog[]): KeptWorklog[] {
  return kept.map((row) => {
    if (row.state !== "due") return row;
    const { minutes, digest } = row;
    if (minutes === 0) return { ...row, state: "done", sentDigest: null, sentMinutes: 0, remoteId: null, sentAt: 1 };
    return { ...row, state: "done", sentDigest: digest, sentMinutes: minutes, remoteId: row.key, sentAt: 1 };
  });
}
