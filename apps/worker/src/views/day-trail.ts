import type { DayKey } from "@today/db/arrival";
import { readDayAdjustments } from "@today/db/day-adjustment";
import { readPeriodNames } from "@today/db/period";
import { listRequests } from "@today/db/request-list";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { AdjustmentView, DayDetail } from "../contract.ts";
import { historyOf } from "./history.ts";
import { adjustmentView } from "./period.ts";
import { projectsOfRequest, requestViews } from "./request.ts";

/** What was asked about a day, booked late, and changed; with the projects that are spoken of. */
export async function dayTrail(
  ctx: Context,
  day: DayKey,
): Promise<{ trail: Pick<DayDetail, "requests" | "adjustments" | "history">; projects: string[] }> {
  const { personId: person, date } = day;
  const found = await listRequests(ctx.db, authorOf(ctx), { person, dates: [date], waiting: false });
  const requests = await requestViews(ctx, found);
  const adjustments = await adjustmentsOf(ctx, day);
  const history = await historyOf(ctx, day);
  const spoken = [
    ...requests.flatMap(projectsOfRequest),
    ...adjustments.flatMap(({ parts }) => parts.map(({ project }) => project)),
    ...history.map(({ project }) => project),
  ];
  return { trail: { requests, adjustments, history }, projects: spoken.filter((project) => project !== null) };
}

async function adjustmentsOf(ctx: Context, day: DayKey): Promise<AdjustmentView[]> {
  const rows = await readDayAdjustments(ctx.db, ctx.company.id, day);
  if (rows.length === 0) return [];
  const named = await readPeriodNames(ctx.db, ctx.company.id);
  return rows.map((row) => adjustmentView(row, { named, zone: ctx.company.zone }));
}
