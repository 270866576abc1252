import { applyMapping, checkMapping, type MappingGround, type MappingRule } from "@today/core/mapping";
import { hoursRecord, taskRecord } from "@today/core/mapping-record";
import type { MappingRecord } from "@today/core/mapping-source";
import { addDays, type WorkDate } from "@today/core/time/date";
import {
  readMappedPeople,
  readMappedProjects,
  readSampleHours,
  readSampleTask,
  type SampleWish,
} from "@today/db/mapping-facts";
import { readKnownTasks } from "@today/db/worklog-facts";
import { demandRole, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { MappingPreview } from "../contract.ts";
import { readGround, readMappedTarget } from "../targets/mapping/ground.ts";

const daysBack = 62;

interface PreviewWish {
  readonly targetId: string;
  readonly rules: readonly MappingRule[];
  readonly personId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly date?: WorkDate | undefined;
}

/** Shows what rules would make of real hours and of a real task, with what does not fit. Writes nothing. */
export async function previewMapping(ctx: Context, wish: PreviewWish): Promise<MappingPreview> {
  demandRole(ctx, "admin");
  const ground = await readGround(ctx, await readMappedTarget(ctx, wish.targetId));
  const sample = {
    ...{
      target: wish.targetId,
      person: wish.personId ?? null,
      project: wish.projectId ?? null,
      date: wish.date ?? null,
    },
    since: wish.date ?? addDays(todayOf(ctx), -daysBack),
  };
  const how = { rules: wish.rules, ground };
  const [worklog, task] = [await previewHours(ctx, sample, how), await previewTask(ctx, sample, how)];
  return { flaws: checkMapping(wish.rules, ground), worklog, task };
}

interface Filling {
  readonly rules: readonly MappingRule[];
  readonly ground: MappingGround;
}

async function previewHours(ctx: Context, wish: SampleWish, how: Filling): Promise<MappingPreview["worklog"]> {
  const { db, company } = ctx;
  const hours = await readSampleHours(db, company.id, wish);
  if (hours === null) return null;
  const { personId, projectId, date, taskId, usualTask, planned, parts } = hours;
  const own = taskId?.startsWith(`${wish.target}/`) ? taskId.slice(wish.target.length + 1) : usualTask;
  const [people, projects, tasks] = await Promise.all([
    readMappedPeople(db, company.id, [personId]),
    readMappedProjects(db, company.id),
    readKnownTasks(db, company.id, own === null ? [] : [[wish.target, own]]),
  ]);
  const [person, project] = [people.get(personId), projects.get(projectId)];
  if (person === undefined || project === undefined) return null;
  const minutes = planned ?? parts.reduce((sum, part) => sum + part.minutes, 0);
  const record = hoursRecord({ person, project, date, minutes, parts, taskTitle: tasks[0]?.title ?? null });
  const brief = { id: personId, name: person.name, title: person.title };
  return { ...fill("worklog", record, how), person: brief, projectId, date };
}

async function previewTask(ctx: Context, wish: SampleWish, how: Filling): Promise<MappingPreview["task"]> {
  const { db, company, actor } = ctx;
  const task = await readSampleTask(db, company.id, wish);
  if (task === null) return null;
  const [projects, people] = await Promise.all([
    readMappedProjects(db, company.id),
    readMappedPeople(db, company.id, [actor.id]),
  ]);
  const project = projects.get(task.projectId);
  if (project === undefined) return null;
  const record = taskRecord({
    ...{ project, title: task.title, description: "", deadline: task.dueOn, start: task.startsOn },
    ...{ askerName: people.get(actor.id)?.name ?? "", assigneeName: null, account: task.assigneeId },
  });
  return { ...fill("task", record, how), projectId: task.projectId };
}

function fill(of: "worklog" | "task", record: MappingRecord, { rules, ground }: Filling) {
  const { values, flaws, eased } = applyMapping(rules, of, { ground, record });
  return { values: { ...values }, flaws: [...flaws], eased: [...eased], record: { ...record } };
}
