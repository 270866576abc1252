import type { Allocation, LinePart } from "@today/core/allocation";
import type { Shift } from "@today/core/shift";
import type { DayKind, WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Warning, WarningName } from "@today/core/warning";
import type { DayStatus, Proposal, SettledDay } from "@today/core/workday";
import { type DayKey, jsonKeys } from "./arrival.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** The shift of a day under its name. */
export interface NamedShift extends Shift {
  readonly name: string | null;
}

/** What is stored of a settled day beyond its figures. */
export interface WorkdayBody {
  readonly allocations: readonly Allocation[];
  readonly line: readonly LinePart[];
  readonly details: readonly Warning[];
  readonly proposals: readonly Proposal[];
  readonly over: boolean;
  /** When the day is over. */
  readonly overAt: Instant;
  readonly dayKind: DayKind;
  readonly shift: NamedShift | null;
}

/** A settled day as stored; `warnings` and `body` are JSON. */
export interface WorkdayRow extends DayKey {
  readonly planned: Minutes;
  readonly attended: Minutes;
  readonly overtimeAttended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly counted: Minutes;
  readonly leave: Minutes;
  readonly unassigned: Minutes;
  readonly status: DayStatus;
  readonly warnings: string;
  readonly body: string;
  readonly settledAt: Instant;
}

/** A settled day as the screens want it. `version` is that of its latest split, 0 without one. */
export interface StoredWorkday extends SettledDay, WorkdayBody {
  readonly personId: string;
  readonly version: number;
  readonly settledAt: Instant;
}

const columns = `w.person_id as personId, w.date, w.planned, w.attended, w.overtime_attended as overtimeAttended,
  w.overtime_approved as overtimeApproved, w.counted, w.leave, w.unassigned, w.status, w.warnings, w.body,
  w.settled_at as settledAt`;

const version = `coalesce((select max(s.version) from split s where s.company_id = w.company_id
  and s.person_id = w.person_id and s.date = w.date), 0) as version`;

/** The settled days of keys: `?2` is `[["p1", "2026-09-14"], …]`. */
export const workdaysSql = `select ${columns} from json_each(?2) k cross join workday w
  on w.company_id = ?1 and w.person_id = k.value ->> 0 and w.date = k.value ->> 1`;

/** One person's settled days of a range, in order. */
export async function readWorkdays(
  db: Database,
  companyId: string,
  range: { readonly personId: string; readonly from: WorkDate; readonly to: WorkDate },
): Promise<StoredWorkday[]> {
  const rows = await db.all<VersionedRow>(
    `select ${columns}, ${version} from workday w
      where w.company_id = ?1 and w.person_id = ?2 and w.date between ?3 and ?4 order by w.date`,
    ...[companyId, range.personId, range.from, range.to],
  );
  return rows.map(readStored);
}

/** The settled days of several people on one date; who has none is missing. */
export async function readTeamWorkdays(
  db: Database,
  companyId: string,
  team: { readonly personIds: readonly string[]; readonly date: WorkDate },
): Promise<StoredWorkday[]> {
  const rows = await db.all<VersionedRow>(
    `select ${columns}, ${version} from json_each(?2) k cross join workday w
      on w.company_id = ?1 and w.person_id = k.value ->> 0 and w.date = k.value ->> 1`,
    ...[companyId, jsonKeys(team.personIds.map((personId) => ({ personId, date: team.date })))],
  );
  return rows.map(readStored);
}

/** A stored row with its JSON read. */
export function workdayOf(row: WorkdayRow, version: number): StoredWorkday {
  return { ...row, ...JSON.parse(row.body), warnings: parseStored<WarningName[]>(row.warnings, []), version };
}

interface VersionedRow extends WorkdayRow {
  readonly version: number;
}

function readStored(row: VersionedRow): StoredWorkday {
  return workdayOf(row, row.version);
}
