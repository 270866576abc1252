import { type Described, describeWorklog, type WorklogSubject } from "@today/core/worklog-note";
import type { DayKey } from "@today/db/arrival";
import type { Context } from "../../context.ts";
import type { PlannedTarget } from "./planned-target.ts";

/** Puts a worklog into words. */
export type Describe = (subject: WorklogSubject) => Described;

/** Who puts the worklogs of these days into words; what he needs is read here, once for all of them. */
export async function describerOf(
  _ctx: Context,
  _wanted: { readonly targets: readonly PlannedTarget[]; readonly days: readonly DayKey[] },
): Promise<Describe> {
  return describeWorklog;
}
