import type { Instant } from "./time/minutes.ts";

/** Somebody's leave from one instant to another. */
export interface LeaveSpan {
  readonly personId: string;
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

/** The leave that an approval speaks of; `holds` is false while it runs, when it was refused and when it was taken back. */
export interface ApprovedLeave extends LeaveSpan {
  readonly id: string;
  readonly holds: boolean;
}

/** What the approvals make of leaves: which stand, which fall, and which approvals nobody else speaks of. */
export interface MatchedLeaves<Row, Approval> {
  readonly standing: readonly Row[];
  readonly falling: readonly Row[];
  readonly lacking: readonly Approval[];
  /** The approvals that some leave belongs to. */
  readonly told: readonly Approval[];
}

/**
 * Lays leaves beside approvals of the same people. A leave belongs to the approval that it overlaps and whose ends are nearest to its
 * own (whole days may be told from midnight or from the shift's begin), and stands or falls with it; one of no approval stands.
 */
export function matchLeaves<Row extends LeaveSpan, Approval extends ApprovedLeave>(
  rows: readonly Row[],
  approvals: readonly Approval[],
): MatchedLeaves<Row, Approval> {
  const owners = new Map(rows.map((row) => [row, ownerOf(row, approvals)]));
  const falls = (row: Row) => owners.get(row)?.holds === false;
  const keyOf = ({ id, personId }: ApprovedLeave) => `${id} ${personId}`;
  const owned = new Set([...owners.values()].flatMap((owner) => (owner === null ? [] : [keyOf(owner)])));
  return {
    standing: rows.filter((row) => !falls(row)),
    falling: rows.filter(falls),
    lacking: approvals.filter((one) => one.holds && !owned.has(keyOf(one))),
    told: approvals.filter((one) => owned.has(keyOf(one))),
  };
}

function ownerOf(row: LeaveSpan, approvals: readonly ApprovedLeave[]): ApprovedLeave | null {
  const near = approvals.filter((one) => one.personId === row.personId && overlaps(one, row));
  const rank = (one: ApprovedLeave) => Math.abs(one.fromAt - row.fromAt) + Math.abs(one.toAt - row.toAt);
  return near.toSorted((a, b) => rank(a) - rank(b) || Number(b.holds) - Number(a.holds))[0] ?? null;
}

/** A leave as it was and as it is: one side is null when it came or went. */
export interface LeaveChange<Row> {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** What happened to leaves, the same ones left out: one that went and one that came and overlap are one that changed. */
export function leaveChanges<Row extends LeaveSpan>(
  before: readonly Row[],
  after: readonly Row[],
): readonly LeaveChange<Row>[] {
  const keyOf = ({ personId, fromAt, toAt }: Row) => `${personId} ${fromAt} ${toAt}`;
  const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const gone = before.filter((row) => !has.has(keyOf(row)));
  const changes: LeaveChange<Row>[] = [];
  for (const row of after.filter((one) => !had.has(keyOf(one)))) {
    const index = gone.findIndex((one) => one.personId === row.personId && overlaps(one, row));
    changes.push({ before: index < 0 ? null : (gone.splice(index, 1)[0] ?? null), after: row });
  }
  return [...changes, ...gone.map((row) => ({ before: row, after: null }))];
}

function overlaps(a: LeaveSpan, b: LeaveSpan): boolean {
  return a.fromAt < b.toAt && b.fromAt < a.toAt;
}
