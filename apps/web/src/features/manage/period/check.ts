import type { WorkDate } from "@today/core/time/date";
import type { ApprovalRef, PeriodDetail, PersonBrief } from "../../../api.ts";

/** What one look before closing found, up to 50 of it. */
export type Check = PeriodDetail["checks"][number];
export type Item = Check["items"][number];

/** One line of a check: a thing, or one person's days where a single choice mends them all. */
export interface Row {
  readonly key: string;
  readonly kind: Check["kind"];
  readonly person: PersonBrief;
  readonly items: readonly Item[];
}

/** The checks whose answer goes through 审批. */
const answered: readonly Check["kind"][] = ["overtime-waiting", "request-waiting", "allocation-waiting"];

/** Whether the things of a check are approved or returned. */
export function isAnswered(kind: Check["kind"]): boolean {
  return answered.includes(kind);
}

/** The lines of a check in their order; a person's unassigned days are one line. */
export function rowsOf({ kind, items }: Check): Row[] {
  const rows = new Map<string, Row>();
  for (const item of items) {
    if (item.person === null) continue;
    const key = keyOf(kind, item);
    const before = rows.get(key);
    rows.set(key, { key, kind, person: item.person, items: [...(before?.items ?? []), item] });
  }
  return [...rows.values()];
}

/** What is answered when a thing is approved or returned; null for what is mended otherwise. */
export function refOf({ person, date, project, requestId, allocation }: Item): ApprovalRef | null {
  if (requestId !== null) return { type: "request", id: requestId };
  if (person === null || date === null || project === null || allocation === null) return null;
  return { type: "allocation", personId: person.id, date, projectId: project, ...allocation };
}

/** The same thing has the same key in the next answer. */
export function refKey(ref: ApprovalRef): string {
  if (ref.type === "request") return ref.id;
  return [ref.personId, ref.date, ref.projectId, ref.key, ref.minutes].join(" ");
}

/** The days of a line, in order. */
export function datesOf({ items }: Row): WorkDate[] {
  return items.flatMap(({ date }) => date ?? []).sort();
}

/** The minutes of a line together; 0 where it is not about minutes. */
export function minutesOf({ items }: Row): number {
  return items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

/** Those that found something, and how many found nothing. */
export function dividedChecks(checks: readonly Check[]): { found: Check[]; fine: Check[] } {
  return { found: checks.filter(({ count }) => count > 0), fine: checks.filter(({ count }) => count === 0) };
}

function keyOf(kind: Check["kind"], item: Item): string {
  const ref = refOf(item);
  if (isAnswered(kind) && ref !== null) return refKey(ref);
  const about = kind === "unassigned" ? null : [item.date, item.project, item.what, item.allocation?.key];
  return [kind, item.person?.id, ...(about ?? [])].join(" ");
}
