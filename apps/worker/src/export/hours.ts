import {
  type ExportAdjustment,
  type ExportAllocation,
  type ExportProject,
  type ExportRange,
  exportAdjustments,
  exportAllocations,
  exportProjects,
  exportUnassigned,
} from "@today/db/export-page";
import type { Context } from "../context.ts";
import { isoOf } from "../views/instant.ts";
import type { Cell, Sheet } from "./sheet.ts";
import { columnsOf, type Language, titleOf, wordOf } from "./words.ts";

/** What list, of which days of which project (null for all), in which words. */
export interface Wish extends ExportRange {
  readonly language: Language;
}

const where = ["date", "jobNumber", "name", "code", "project", "task"] as const;
const much = ["minutes", "hours"] as const;

/** Every counted minute of the range: on projects, unassigned, and adjustments that were booked in it. */
export function hoursSheet(ctx: Context, wish: Wish): Sheet {
  const names = [...where, "basis", "place", "overtime", "state", ...much, "bookedOn"] as const;
  return {
    name: titleOf("hours", wish.language),
    columns: columnsOf(names, wish.language),
    rows: hoursRows(ctx, wish),
  };
}

async function* hoursRows(ctx: Context, wish: Wish): AsyncGenerator<readonly Cell[]> {
  const { db, company } = ctx;
  const say = (value: string | null) => wordOf(value, wish.language);
  const projects = await exportProjects(db, company.id, wish.projectId);
  for (const project of projects) {
    for await (const one of exportAllocations(db, company.id, { ...wish, projectId: project.id })) {
      const kind = [say(one.basis), say(one.place), say(one.overtime ?? "regular"), say(one.state)];
      yield [...placed(one, project), ...kind, ...long(one.minutes), null];
    }
  }
  if (wish.projectId === null) {
    for await (const { date, jobNumber, name, minutes } of exportUnassigned(db, company.id, wish)) {
      yield [date, jobNumber, name, null, say("unassigned"), null, null, null, null, null, ...long(minutes), null];
    }
  }
  yield* adjustedRows(await exportAdjustments(db, company.id, wish), projects, say);
}

function* adjustedRows(
  adjusted: readonly ExportAdjustment[],
  projects: readonly ExportProject[],
  say: (value: string | null) => string | null,
): Generator<readonly Cell[]> {
  for (const one of adjusted) {
    const project = projects.find(({ id }) => id === one.project) ?? { code: null, name: say("unassigned") };
    const kind = [say(one.basis), say(one.place), say(one.overtime ?? "regular"), say("adjusted")];
    yield [...placed(one, project), ...kind, ...long(one.minutes), one.bookedOn];
  }
}

/** The allocations of the range with their state, why they waited, and who said what of them. */
export function approvalsSheet(ctx: Context, wish: Wish): Sheet {
  const names = [...where, "overtime", ...much, "state", "reasons", "decidedBy", "decidedAt", "remark"] as const;
  return {
    name: titleOf("approvals", wish.language),
    columns: columnsOf(names, wish.language),
    rows: approvalRows(ctx, wish),
  };
}

async function* approvalRows(ctx: Context, wish: Wish): AsyncGenerator<readonly Cell[]> {
  const { db, company } = ctx;
  const say = (value: string) => wordOf(value, wish.language);
  for (const project of await exportProjects(db, company.id, wish.projectId)) {
    for await (const one of exportAllocations(db, company.id, { ...wish, projectId: project.id })) {
      const reasons: string[] = JSON.parse(one.reasons);
      const at = one.decidedAt === null ? null : isoOf(one.decidedAt, company.zone).slice(0, 16).replace("T", " ");
      const said = [reasons.map(say).join("; "), one.decidedBy, at, one.remark];
      yield [...placed(one, project), say(one.overtime ?? "regular"), ...long(one.minutes), say(one.state), ...said];
    }
  }
}

function placed(
  { date, jobNumber, name, task }: Pick<ExportAllocation, "date" | "jobNumber" | "name" | "task">,
  project: { readonly code: string | null; readonly name: string | null },
): Cell[] {
  return [date, jobNumber, name, project.code, project.name, task];
}

/** Minutes, and hours to the hundredth. */
export function long(minutes: number): [number, number] {
  return [minutes, Math.round((minutes * 100) / 60) / 100];
}
