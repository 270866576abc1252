import type { ComparedRow, ComparedSum } from "@today/db/comparison-page";

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
