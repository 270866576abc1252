import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Arrival, DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";
import type { RebuiltFigures } from "./rebuild-compare.ts";

/** How many days came to what: `{ compared: 6000, different: 2, closed: 1, running: 200, waiting: 0, unknown: 0 }`. */
export type RebuildCounts = Readonly<
  Record<"compared" | "different" | "closed" | "running" | "waiting" | "unknown", number>
>;

/** Sums over the days that were compared, in minutes by figure. */
export type RebuildSums = Readonly<Record<string, number>>;

/** A settling of everything anew: how far it has come. */
export interface Rebuild {
  readonly id: string;
  readonly askedBy: string;
  /** Are days that differ settled anew, or only reported? */
  readonly writes: boolean;
  readonly state: "running" | "done";
  readonly startedAt: Instant;
  readonly touchedAt: Instant;
  readonly finishedAt: Instant | null;
  /** About how many days there are. */
  readonly expected: number;
  /** Batches done. */
  readonly n: number;
  /** The day looked at last. */
  readonly last: DayKey;
  readonly counts: RebuildCounts;
  readonly sums: { readonly before: RebuildSums; readonly after: RebuildSums };
}

/** A day that came out differently. */
export interface RebuiltDay extends DayKey {
  readonly closed: boolean;
  readonly fields: readonly string[];
  readonly before: RebuiltFigures | null;
  readonly after: RebuiltFigures;
}

const keptMs = 92 * 86_400_000;
/** Of more days only the count is kept. */
const mostDays = 2_000;
const noCounts: RebuildCounts = { compared: 0, different: 0, closed: 0, running: 0, waiting: 0, unknown: 0 };

/** Statements that begin a rebuild unless one is running, and forget those of more than 92 days ago. */
export function openRebuild(
  db: Database,
  { companyId, at }: Arrival,
  { id, askedBy, writes }: Pick<Rebuild, "id" | "askedBy" | "writes">,
): D1PreparedStatement[] {
  const old = "company_id = ?1 and started_at < ?2 and state = 'done'";
  return [
    db.prepare(
      `delete from rebuild_day where company_id = ?1 and rebuild_id in (select id from rebuild where ${old})`,
      ...[companyId, at - keptMs],
    ),
    db.prepare(`delete from rebuild where ${old}`, companyId, at - keptMs),
    db.prepare(
      `insert into rebuild (company_id, id, asked_by, writes, state, started_at, touched_at, expected)
       select ?1, ?2, ?3, ?4, 'running', max(?5, 1 + coalesce((select max(started_at) from rebuild where company_id = ?1), 0)),
         ?5, (select count(*) from workday where company_id = ?1)
       where not exists (select 1 from rebuild where company_id = ?1 and state = 'running')
       on conflict do nothing`,
      ...[companyId, id, askedBy, writes ? 1 : 0, at],
    ),
  ];
}

interface RebuildRow extends Omit<Rebuild, "writes" | "last" | "counts" | "sums"> {
  readonly writes: number;
  readonly personId: string;
  readonly date: WorkDate;
  readonly counts: string;
  readonly sumsBefore: string;
  readonly sumsAfter: string;
}

/** The rebuild that runs, or else the latest; null when there was none. */
export async function readRebuild(db: Database, companyId: string): Promise<Rebuild | null> {
  const [row] = await db.all<RebuildRow>(
    `select id, asked_by as askedBy, writes, state, started_at as startedAt, touched_at as touchedAt,
       finished_at as finishedAt, expected, n, person_id as personId, date, counts, sums_before as sumsBefore,
       sums_after as sumsAfter
     from rebuild where company_id = ?1 order by state = 'running' desc, started_at desc limit 1`,
    companyId,
  );
  if (row === undefined) return null;
  const { personId, date, counts, sumsBefore, sumsAfter, writes, ...rest } = row;
  return {
    ...rest,
    writes: writes === 1,
    last: { personId, date },
    counts: { ...noCounts, ...parseStored<Partial<RebuildCounts>>(counts, {}) },
    sums: { before: parseStored<RebuildSums>(sumsBefore, {}), after: parseStored<RebuildSums>(sumsAfter, {}) },
  };
}

/** What one batch of a rebuild has found. */
export interface RebuildStep extends Pick<Rebuild, "counts" | "sums" | "last" | "state"> {
  readonly days: readonly RebuiltDay[];
  /** To be settled anew by the normal way. */
  readonly mark: readonly DayKey[];
  /** Of those, the days whose rows are to be written whatever they say. */
  readonly torn: readonly DayKey[];
}

/** Statements, to be one transaction, that keep a batch's findings; nothing if another message has done the batch already. */
export function keepRebuildStep(
  db: Database,
  { companyId, at }: Arrival,
  { rebuild, step }: { readonly rebuild: Rebuild; readonly step: RebuildStep },
): D1PreparedStatement[] {
  const current =
    "exists (select 1 from rebuild r where r.company_id = ?1 and r.id = ?2 and r.n = ?3 and r.state = 'running')";
  const to = (sql: string, rows: readonly unknown[]) =>
    jsonChunks(rows).map((chunk) => db.prepare(sql, companyId, rebuild.id, rebuild.n, chunk, at));
  const room = Math.max(0, mostDays - rebuild.counts.different);
  return [
    ...to(
      `insert into rebuild_day (company_id, rebuild_id, person_id, date, closed, fields, before, after)
       select ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(?4)
       where ${current} and ?5 is not null on conflict do nothing`,
      step.days.slice(0, room).map(rowOf),
    ),
    ...to(
      `update workday set body = json_remove(body, '$.approvals') where (company_id, person_id, date) in
         (select ?1, value ->> 0, value ->> 1 from json_each(?4)) and ${current} and ?5 is not null`,
      step.torn.map(({ personId, date }) => [personId, date]),
    ),
    ...to(
      `insert into dirty_day (company_id, date, person_id, since)
       select ?1, value ->> 1, value ->> 0, ?5 from json_each(?4) where ${current}
       on conflict do update set since = max(since + 1, excluded.since)`,
      step.mark.map(({ personId, date }) => [personId, date]),
    ),
    db.prepare(
      `update rebuild set n = n + 1, person_id = ?4, date = ?5, counts = ?6, sums_before = ?7, sums_after = ?8, state = ?9,
         touched_at = ?10, finished_at = case ?9 when 'done' then ?10 end
       where company_id = ?1 and id = ?2 and n = ?3 and state = 'running'`,
      ...[companyId, rebuild.id, rebuild.n, step.last.personId, step.last.date, JSON.stringify(step.counts)],
      ...[JSON.stringify(step.sums.before), JSON.stringify(step.sums.after), step.state, at],
    ),
  ];
}

function rowOf({ personId, date, closed, fields, before, after }: RebuiltDay): unknown[] {
  const was = before === null ? null : JSON.stringify(before);
  return [personId, date, closed ? 1 : 0, JSON.stringify(fields), was, JSON.stringify(after)];
}

interface DayRow extends DayKey {
  readonly closed: number;
  readonly fields: string;
  readonly before: string | null;
  readonly after: string;
}

/** The days of a rebuild that came out differently, after a day, by person and date. */
export async function readRebuiltDays(
  db: Database,
  companyId: string,
  { id, after, limit }: { readonly id: string; readonly after: DayKey; readonly limit: number },
): Promise<RebuiltDay[]> {
  const rows = await db.all<DayRow>(
    `select person_id as personId, date, closed, fields, before, after from rebuild_day
     where company_id = ?1 and rebuild_id = ?2 and (person_id, date) > (?3, ?4) order by person_id, date limit ?5`,
    ...[companyId, id, after.personId, after.date, limit],
  );
  return rows.map(({ closed, fields, before, after: figures, ...row }) => ({
    ...row,
    closed: closed === 1,
    fields: parseStored<string[]>(fields, []),
    before: before === null ? null : parseStored<RebuiltFigures | null>(before, null),
    after: JSON.parse(figures) as RebuiltFigures,
  }));
}
