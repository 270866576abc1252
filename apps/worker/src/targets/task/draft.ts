import type { TaskDraft } from "@today/connectors/connector";
import { applyMapping, type Mapped } from "@today/core/mapping";
import { taskRecord } from "@today/core/mapping-record";
import { type MappingVersion, readMapping } from "@today/db/mapping";
import { readMappedPeople, readMappedProjects } from "@today/db/mapping-facts";
import { type ClaimedTask, readRemoteId } from "@today/db/task-push";
import type { Context } from "../../context.ts";
import { rulesOf } from "../mapping/ground.ts";
import type { OpenTarget } from "../open.ts";

/** A task in the words of the mapping, or why it cannot be told so. */
export type ToldTask = { readonly draft: TaskDraft } | { readonly problem: string; readonly field: string | null };

/** Puts a task into the words of the target's mapping as it holds now. */
export async function tellTask(ctx: Context, { target, connector }: OpenTarget, task: ClaimedTask): Promise<ToldTask> {
  const { fields } = connector;
  const mapping = await readMapping(ctx.db, ctx.company.id, target.id);
  const record = await recordOf(ctx, target.id, task);
  if (record === null) return { problem: "destination-missing", field: "project" };
  const ground = { fields, offers: mapping?.offers ?? {} };
  const { values, flaws } = applyMapping(rulesOf(mapping, fields), "task", { ground, record });
  const [flaw] = flaws;
  if (flaw !== undefined) return { problem: `mapping-${flaw.problem}`, field: flaw.field };
  if (isForNobody(task, mapping, values)) return { problem: "person-unlinked", field: "assigneeId" };
  const { title = "", description = "", assigneeId = null, startsOn = null, dueOn = null } = values;
  return {
    draft: { marker: task.marker, projectId: task.remoteProject, title, description, assigneeId, startsOn, dueOn },
  };
}

async function recordOf(ctx: Context, targetId: string, task: ClaimedTask) {
  const { db, company } = ctx;
  const { assigneeId, createdBy, projectId } = task;
  const named = assigneeId === null ? [] : [assigneeId];
  const people = await readMappedPeople(db, company.id, [createdBy, ...named]);
  const project = (await readMappedProjects(db, company.id)).get(projectId);
  if (project === undefined) return null;
  const account = assigneeId === null ? null : await readRemoteId(db, { companyId: company.id, targetId }, assigneeId);
  return taskRecord({
    ...{ project, title: task.title, description: task.description, start: task.startsOn, deadline: task.dueOn },
    ...{ askerName: people.get(createdBy)?.name ?? "", account },
    assigneeName: assigneeId === null ? null : (people.get(assigneeId)?.name ?? null),
  });
}

/** Whether a task that is for somebody would be for nobody there, and no rule says that this does not matter. */
function isForNobody(task: ClaimedTask, mapping: MappingVersion | null, values: Mapped["values"]): boolean {
  if (task.assigneeId === null || values.assigneeId !== undefined) return false;
  if (mapping === null) return true;
  const rule = mapping.rules.find(({ of, to }) => of === "task" && to === "assigneeId");
  return rule !== undefined && !rule.optional;
}
