import type { Interval } from "@today/core/time/interval";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { DayKey } from "./arrival.ts";

/** Overtime or a trip that was granted on a day, or taken back with `present` 0; minutes of the day's line. */
export interface ApprovedTimeRow extends DayKey {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly kind: "overtime" | "trip";
  readonly start: Minutes;
  readonly end: Minutes;
  readonly lieu: number;
  readonly present: number;
}

/** All versions of what was granted on days. */
export const approvedTimesSql = `select g.person_id as personId, g.date, g.id, g.received_at as receivedAt, g.kind,
  g.start_minute as start, g.end_minute as "end", g.lieu, g.present
  from json_each(?2) k cross join approved_time g
    where g.company_id = ?1 and g.person_id = k.value ->> 0 and g.date = k.value ->> 1`;

/** What stands of one kind: the version received last of each, unless it was taken back. */
export function standingTimes(versions: readonly ApprovedTimeRow[], kind: ApprovedTimeRow["kind"]): Interval[] {
  const latest = new Map<string, ApprovedTimeRow>();
  for (const row of versions) {
    const known = latest.get(row.id);
    if (known === undefined || known.receivedAt <= row.receivedAt) latest.set(row.id, row);
  }
  const standing = [...latest.values()].filter((row) => row.kind === kind && row.present === 1);
  return standing.map(({ start, end }) => ({ start, end }));
}
