import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { type ToldWorklog, type WorklogDifference, worklogDifference } from "@today/core/worklog-difference";
import { hoursOf } from "@today/core/worklog-hours";
import type { WorklogBody } from "@today/core/worklog-note";
import { type WantedWorklog, wantedWorklogs } from "@today/core/worklog-plan";
import { digestOf } from "@today/db/digest";
import type { MarkedDay } from "@today/db/worklog-day";
import type { KnownTask, LinkedProject, WorklogFacts } from "@today/db/worklog-facts";
import type { Describe } from "./describe.ts";
import type { PlannedTarget } from "./planned-target.ts";

/** A day whose worklogs are planned, and whose. */
export interface DayToPlan {
  readonly company: string;
  readonly today: WorkDate;
  readonly day: MarkedDay;
  readonly facts: WorklogFacts;
}

/** A target as a day sees it: the projects that go there, by id, tasks that it is known to have, and who writes the notes. */
export interface PlanGround {
  readonly target: PlannedTarget;
  readonly projects: ReadonlyMap<string, LinkedProject>;
  readonly tasks: readonly KnownTask[];
  readonly describe: Describe;
}

const usualStart = 540;

/** What has to change so that the day's hours are at the target as they should be. */
export function planDay(of: DayToPlan, ground: PlanGround): WorklogDifference {
  const { target, projects, tasks } = ground;
  const { company, today, day, facts } = of;
  const wanted = wantedWorklogs({
    ...{ company, today, target: target.id, person: day.personId, date: day.date, rules: target.rules },
    hours: hoursOf(facts.booked, facts.adjusted, target.rules.approvedOnly),
    destinations: projects,
    tasks: new Map(tasks.map(({ id, projectId }) => [id, projectId])),
    account: facts.accounts.find(({ targetId }) => targetId === target.id) ?? null,
  });
  const kept = facts.kept.filter(({ targetId }) => targetId === target.id);
  const told = wanted.map((one) => tell(one, of, ground));
  return worklogDifference(told, kept, target.correcting);
}

function tell({ hours, ...wanted }: WantedWorklog, { day, facts }: DayToPlan, ground: PlanGround): ToldWorklog {
  const project = ground.projects.get(wanted.project);
  if (project === undefined) throw new Error("hours of a project that goes nowhere");
  const { remoteProject, remoteTask, minutes, task } = wanted;
  const { unfit = false, ...described } = ground.describe({
    ...{ target: ground.target.id, date: day.date, person: { id: day.personId, name: facts.personName }, project },
    ...{ remoteProject, remoteTask, minutes, parts: hours.parts },
    taskTitle: ground.tasks.find(({ id }) => id === remoteTask)?.title ?? null,
    sent: sentBy(facts, wanted.key),
  });
  const start = ground.target.needsStart ? { start: startOf(facts, { project: project.id, task }) } : {};
  const body: WorklogBody = { ...described, personName: facts.personName, ...start };
  const barred = wanted.barred ?? (unfit ? "unfit" : null);
  const held = wanted.barred === null && unfit ? "unfit" : wanted.held;
  return { ...wanted, barred, held, body, digest: digestOf(JSON.stringify([minutes, body])) };
}

/** The version of the mapping by which a worklog stands there. */
function sentBy({ kept }: WorklogFacts, key: string): number | null {
  const row = kept.find((one) => one.key === key);
  return row === undefined || row.sentDigest === null ? null : (row.body.mapping ?? 0);
}

/** When the first of these minutes was worked; 09:00 where the day's line does not know them. */
function startOf({ line }: WorklogFacts, of: { readonly project: string; readonly task: string | null }): Minutes {
  const parts = line.filter(({ kind, project, task }) => {
    return kind === "counted" && project === of.project && task === of.task;
  });
  return parts.length === 0 ? usualStart : Math.min(...parts.map(({ start }) => start));
}
