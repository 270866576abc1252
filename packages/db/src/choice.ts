import type { Pick, SplitPart } from "@today/core/allocation";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { DayKey } from "./arrival.ts";
import { parseStored } from "./json-rows.ts";

/** A pick that was not withdrawn. */
export interface PickRow extends DayKey {
  readonly id: string;
  readonly projectId: string;
  readonly taskId: string | null;
  readonly fromMinute: Minutes | null;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** `app`, or `request` when it was accepted later. */
  readonly channel: string;
}

/** A split; `parts` is the JSON of `SplitPart`s, none of them when it was withdrawn. */
export interface SplitRow extends DayKey {
  readonly version: number;
  readonly parts: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** `app`, or `request` when it was accepted later. */
  readonly channel: string;
}

/** The picks of days that stand. */
export const picksSql = `select p.person_id as personId, p.date, p.id, p.project_id as projectId, p.task_id as taskId,
  p.from_minute as fromMinute, p.made_at as madeAt, p.made_by as madeBy, p.channel
  from json_each(?2) k cross join pick p indexed by pick_day
    where p.company_id = ?1 and p.person_id = k.value ->> 0 and p.date = k.value ->> 1
    and not exists (select 1 from pick_withdrawal w where w.company_id = ?1 and w.person_id = p.person_id
    and w.date = p.date and w.pick_id = p.id)
  order by p.made_at, p.id`;

/** The split of each day with the greatest version. */
export const splitsSql = `select s.person_id as personId, s.date, s.version, s.parts, s.made_at as madeAt,
  s.made_by as madeBy, s.channel
  from json_each(?2) k cross join split s
    where s.company_id = ?1 and s.person_id = k.value ->> 0 and s.date = k.value ->> 1
    and s.version = (select max(l.version) from split l where l.company_id = ?1 and l.person_id = k.value ->> 0
      and l.date = k.value ->> 1)`;

/** A stored pick in the core's words. */
export function pickOf(row: PickRow): Pick {
  return { id: row.id, project: row.projectId, task: row.taskId, from: row.fromMinute, madeAt: row.madeAt };
}

/** The parts of a stored split in the core's words. */
export function splitPartsOf(row: SplitRow | null): SplitPart[] {
  return parseStored<SplitPart[]>(row?.parts ?? null, []);
}
