import type { WorkDate } from "@today/core/time/date";
import type { Context } from "../context.ts";
import { planApprovals } from "./approvals.ts";
import { planCheckIns } from "./checkins.ts";
import { planTheClose } from "./close.ts";
import { planToday } from "./day.ts";
import { planDirectory } from "./directory.ts";
import { planFailedEvents } from "./failed-events.ts";
import { planTheNight } from "./night.ts";
import type { PlannedRun } from "./planned-run.ts";
import { planProjectApprovals } from "./project-approvals.ts";
import { planPunches } from "./punches.ts";
import { planReconciliation, planReconciliationOf } from "./reconciliation.ts";
import { planShared } from "./shared-pull.ts";

/** A pull to begin; only `punches` has a range, both dates included. */
export type RunWish =
  | { readonly kind: "punches"; readonly from: WorkDate; readonly to: WorkDate }
  /** Without a range as much as the month's calls allow. */
  | { readonly kind: "reconciliation"; readonly range?: { readonly from: WorkDate; readonly to: WorkDate } }
  | {
      readonly kind:
        | "night"
        | "day"
        | "close"
        | "directory"
        | "shared"
        | "approvals"
        | "project-approvals"
        | "checkins"
        | "failed-events";
    };

/** The batches of a run; null when it may not begin, because of the month's calls or because one has just begun. */
export async function planRun(ctx: Context, wish: RunWish): Promise<PlannedRun | null> {
  switch (wish.kind) {
    case "punches":
      return planPunches(ctx, wish);
    case "night":
      return planTheNight(ctx);
    case "day":
      return planToday(ctx);
    case "close":
      return planTheClose(ctx);
    case "shared":
      return planShared(ctx);
    case "directory":
      return planDirectory(ctx);
    case "approvals":
      return planApprovals(ctx);
    case "checkins":
      return planCheckIns(ctx);
    case "reconciliation":
      return wish.range === undefined ? planReconciliation(ctx) : planReconciliationOf(ctx, wish.range);
    case "project-approvals":
      return planProjectApprovals(ctx);
    case "failed-events":
      return planFailedEvents(ctx);
  }
}
