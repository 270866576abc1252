import type { TargetRun } from "@today/db/target-run";
import type { Context } from "../context.ts";
import { isoOf } from "./instant.ts";

/** A run of a target as an admin sees it. */
export function targetRunView(run: TargetRun, { company, now }: Pick<Context, "company" | "now">) {
  const { id, kind, month, state, counts, work, problem, attempts, askedBy } = run;
  const aside = work.flatMap((part) =>
    typeof part.problem === "string"
      ? [{ part: part.part, project: typeof part.project === "string" ? part.project : null, problem: part.problem }]
      : [],
  );
  const iso = (instant: number) => isoOf(instant, company.zone);
  return {
    ...{ id, kind, month, state, counts: { ...counts }, problem, aside, attempts, askedBy },
    left: work.filter(({ part }) => part !== "end").length,
    nextAt: state === "running" && run.nextAt > now ? iso(run.nextAt) : null,
    startedAt: iso(run.startedAt),
    touchedAt: iso(run.touchedAt),
    finishedAt: run.finishedAt === null ? null : iso(run.finishedAt),
  };
}
