import type { ComparableTarget, ComparedRow, ComparedSum } from "@today/db/comparison-page";
import type { Context } from "../context.ts";
import { isoOf } from "./instant.ts";

/** A worklog beside what is there. */
export function comparedView(row: ComparedRow) {
  const { personId, personName: name, personTitle: title, projectId, projectName, rank: _, ...rest } = row;
  return {
    ...rest,
    person: { id: personId, name, title },
    project: { id: projectId, name: projectName },
    mendable: row.state === "done" || row.state === "failed",
  };
}

/** Sums of one project. */
export function projectSumView({ id, name, title: _, ...sum }: ComparedSum) {
  return { ...sum, project: { id, name } };
}

/** Sums of one person. */
export function personSumView({ id, name, title, ...sum }: ComparedSum) {
  return { ...sum, person: { id, name, title } };
}

/** A product whose hours can be compared. */
export function comparableView({ id, kind, name, state, month, readAt }: ComparableTarget, { company }: Context) {
  return { id, kind, name, state, month, readAt: readAt === null ? null : isoOf(readAt, company.zone) };
}
