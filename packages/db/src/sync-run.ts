import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";

/** `close` is the 31 days before a period closes; the last five bring other things than punches. */
export type RunKind =
  | ("punches" | "night" | "day" | "shared" | "close")
  | ("directory" | "approvals" | "project-approvals" | "checkins" | "reconciliation" | "failed-events");
export type RunState = "running" | "done" | "failed" | "quota";

/** A pull as it begins. */
export interface NewRun {
  readonly companyId: string;
  readonly id: string;
  readonly kind: RunKind;
  readonly from: WorkDate | null;
  readonly to: WorkDate | null;
  readonly askedBy: string;
  readonly at: Instant;
  readonly problem: string | null;
  /** What is kept in the same transaction. */
  readonly along?: readonly D1PreparedStatement[];
}

/** A pull with what came of it. */
export interface SyncRun {
  readonly id: string;
  readonly kind: RunKind;
  readonly from: WorkDate | null;
  readonly to: WorkDate | null;
  readonly state: RunState;
  readonly askedBy: string;
  readonly startedAt: Instant;
  readonly touchedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly problem: string | null;
  readonly batches: { readonly total: number; readonly done: number; readonly failed: number };
}

/** One batch of a pull; `Work` is what it has to do. */
export interface SyncBatch<Work> {
  readonly runId: string;
  readonly n: number;
  readonly work: Work;
  readonly attempts: number;
  /** Of the run. */
  readonly kind: RunKind;
  readonly startedAt: Instant;
}

/** Keeps a new run with its batches in one transaction; false, and nothing changed, when there is one of that id. */
export async function keepRun(db: Database, run: NewRun, works: readonly unknown[]): Promise<boolean> {
  const state = works.length === 0 ? "done" : "running";
  const rows = works.map((work, n) => [n, JSON.stringify(work)]);
  const results = await db.batch([
    ...(run.along ?? []),
    ...jsonChunks(rows).map((chunk) =>
      db.prepare(
        `insert into sync_batch (company_id, run_id, n, work, state)
         select ?1, ?2, value ->> 0, value ->> 1, 'waiting' from json_each(?3)
          where not exists (select 1 from sync_run where company_id = ?1 and id = ?2)`,
        ...[run.companyId, run.id, chunk],
      ),
    ),
    db.prepare(
      `insert into sync_run (company_id, id, kind, from_date, to_date, state, asked_by, started_at, touched_at,
         finished_at, problem) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, iif(?6 = 'done', ?8, null), ?9)
       on conflict do nothing`,
      ...[run.companyId, run.id, run.kind, run.from, run.to, state, run.askedBy, run.at, run.problem],
    ),
  ]);
  return results.at(-1)?.meta.changes === 1;
}

/** Counts an attempt at a batch that waits in a running run and gives it; null when there is nothing to do any more. */
export async function takeBatch<Work>(
  db: Database,
  companyId: string,
  batch: { readonly runId: string; readonly n: number },
): Promise<SyncBatch<Work> | null> {
  const [row] = await db.all<Omit<SyncBatch<Work>, "runId" | "n" | "work"> & { work: string }>(
    `update sync_batch set attempts = attempts + 1
      where company_id = ?1 and run_id = ?2 and n = ?3 and state = 'waiting'
        and exists (select 1 from sync_run r where r.company_id = ?1 and r.id = ?2 and r.state = 'running')
      returning work, attempts, (select kind from sync_run where company_id = ?1 and id = ?2) as kind,
        (select started_at from sync_run where company_id = ?1 and id = ?2) as startedAt`,
    ...[companyId, batch.runId, batch.n],
  );
  return row === undefined ? null : { ...batch, ...row, work: JSON.parse(row.work) };
}

/** What became of a batch. */
export interface BatchEnd {
  readonly companyId: string;
  readonly runId: string;
  readonly n: number;
  readonly at: Instant;
  readonly state: "done" | "failed";
  readonly problem: string | null;
}

/** A statement, to stand right behind a writing one, that adds the rows this one changed to a count of the batch's run. */
export function countChanges(db: Database, batch: BatchEnd, name: string): D1PreparedStatement {
  return db.prepare(
    `update sync_run set counts = json_set(counts, ?4, coalesce(counts ->> ?4, 0) + changes())
      where company_id = ?1 and id = ?2 and changes() > 0 and exists (${waitingSql})`,
    ...[batch.companyId, batch.runId, batch.n, `$.${name}`],
  );
}

const waitingSql =
  "select 1 from sync_batch b where b.company_id = ?1 and b.run_id = ?2 and b.n = ?3 and b.state = 'waiting'";

/** Statements that end a batch once, add what it counted to its run, and end the run with its last batch. */
export function endBatch(db: Database, end: BatchEnd, counts: Readonly<Record<string, number>>): D1PreparedStatement[] {
  const { companyId, runId, n, at, state, problem } = end;
  return [
    db.prepare(
      `update sync_run set touched_at = max(touched_at, ?5), counts = ${sumOfCounts("?4")}
        where company_id = ?1 and id = ?2 and exists (${waitingSql})`,
      ...[companyId, runId, n, JSON.stringify(counts), at],
    ),
    db.prepare(
      `update sync_batch set state = ?4, problem = ?5
        where company_id = ?1 and run_id = ?2 and n = ?3 and state = 'waiting'`,
      ...[companyId, runId, n, state, problem],
    ),
    db.prepare(
      `update sync_run set finished_at = ?3,
         state = iif(exists (select 1 from sync_batch b where b.company_id = ?1 and b.run_id = ?2 and b.state = 'failed'),
           'failed', 'done'),
         problem = coalesce(problem, (select b.problem from sync_batch b
           where b.company_id = ?1 and b.run_id = ?2 and b.problem is not null limit 1))
        where company_id = ?1 and id = ?2 and state = 'running' and not exists
          (select 1 from sync_batch b where b.company_id = ?1 and b.run_id = ?2 and b.state = 'waiting')`,
      ...[companyId, runId, at],
    ),
  ];
}

/** A statement that notes that somebody is at work on a run. */
export function touchRun(
  db: Database,
  touch: { readonly companyId: string; readonly runId: string; readonly at: Instant },
): D1PreparedStatement {
  return db.prepare(
    "update sync_run set touched_at = max(touched_at, ?3) where company_id = ?1 and id = ?2",
    ...[touch.companyId, touch.runId, touch.at],
  );
}

/** A statement that adds to a run's counts. */
export function addCounts(
  db: Database,
  run: { readonly companyId: string; readonly runId: string },
  counts: Readonly<Record<string, number>>,
): D1PreparedStatement {
  return db.prepare(
    `update sync_run set counts = ${sumOfCounts("?3")} where company_id = ?1 and id = ?2`,
    ...[run.companyId, run.runId, JSON.stringify(counts)],
  );
}

function sumOfCounts(more: string): string {
  return `(select json_group_object(key, total) from (select key, sum(value) as total from
    (select key, value from json_each(sync_run.counts) union all select key, value from json_each(${more})) group by key))`;
}

/** A statement that stops a running run, with counts of its own; its waiting batches are never taken again. */
export function stopRun(
  db: Database,
  stop: { readonly companyId: string; readonly runId: string; readonly at: Instant },
  why: {
    readonly state: "quota" | "failed";
    readonly problem: string;
    readonly counts?: Readonly<Record<string, number>>;
  },
): D1PreparedStatement {
  return db.prepare(
    `update sync_run set state = ?4, problem = ?5, touched_at = ?3, finished_at = ?3, counts = json_patch(counts, ?6)
      where company_id = ?1 and id = ?2 and state = 'running'`,
    ...[stop.companyId, stop.runId, stop.at, why.state, why.problem, JSON.stringify(why.counts ?? {})],
  );
}

/** The batches that still wait in running runs which nothing has touched since an instant. */
export function readStalledBatches(
  db: Database,
  companyId: string,
  touchedBefore: Instant,
): Promise<{ runId: string; n: number; kind: RunKind }[]> {
  return db.all(
    `select b.run_id as runId, b.n, r.kind from sync_run r cross join sync_batch b
       on b.company_id = ?1 and b.run_id = r.id and b.state = 'waiting'
      where r.company_id = ?1 and r.state = 'running' and r.touched_at <= ?2 limit 1000`,
    ...[companyId, touchedBefore],
  );
}

/** How many batches of running runs wait. */
export async function countWaitingBatches(db: Database, companyId: string): Promise<number> {
  const rows = await db.all<{ n: number }>(
    `select count(*) as n from sync_run r cross join sync_batch b
       on b.company_id = ?1 and b.run_id = r.id and b.state = 'waiting'
      where r.company_id = ?1 and r.state = 'running'`,
    companyId,
  );
  return rows[0]?.n ?? 0;
}

/** Where a page of runs ended. */
export type RunPlace = readonly [startedAt: Instant, id: string];

/** The latest runs, newest first, with the states of their batches; `before` is where the page before ended. */
export async function readRuns(
  db: Database,
  companyId: string,
  limit: number,
  before: RunPlace | null = null,
): Promise<SyncRun[]> {
  const [startedAt, id] = before ?? [Number.MAX_SAFE_INTEGER, ""];
  const where = "company_id = ?1 and started_at <= ?3 and (started_at, id) < (?3, ?4)";
  return runsOf(db, `select * from sync_run where ${where} order by started_at desc, id desc limit ?2`, [
    ...[companyId, limit, startedAt, id],
  ]);
}

/** A run with the states of its batches; null when there is none of that id. */
export async function readRun(db: Database, companyId: string, id: string): Promise<SyncRun | null> {
  const runs = await runsOf(db, "select * from sync_run where company_id = ?1 and id = ?2", [companyId, id]);
  return runs[0] ?? null;
}

async function runsOf(db: Database, sql: string, values: readonly (string | number)[]): Promise<SyncRun[]> {
  const rows = await db.all<Omit<SyncRun, "counts" | "batches"> & { counts: string } & SyncRun["batches"]>(
    `select r.id, r.kind, r.from_date as "from", r.to_date as "to", r.state, r.asked_by as askedBy,
       r.started_at as startedAt, r.touched_at as touchedAt, r.finished_at as finishedAt, r.counts, r.problem,
       count(b.n) as total, count(*) filter (where b.state = 'done') as done,
       count(*) filter (where b.state = 'failed') as failed
      from (${sql}) r
      left join sync_batch b on b.company_id = ?1 and b.run_id = r.id
      group by r.id order by r.started_at desc, r.id desc`,
    ...values,
  );
  return rows.map(({ counts, total, done, failed, ...run }) => ({
    ...run,
    counts: parseStored(counts, {}),
    batches: { total, done, failed },
  }));
}

/** Whether a run of a kind began at an instant or later. */
export async function startedSince(
  db: Database,
  companyId: string,
  wanted: { readonly kind: RunKind; readonly at: Instant },
): Promise<boolean> {
  const rows = await db.all(
    "select 1 from sync_run where company_id = ?1 and started_at >= ?3 and kind = ?2 limit 1",
    ...[companyId, wanted.kind, wanted.at],
  );
  return rows.length > 0;
}

/** The last day that the done runs of a kind brought; null before the first. */
export async function lastDayPulled(db: Database, companyId: string, kind: RunKind): Promise<WorkDate | null> {
  const rows = await db.all<{ to: WorkDate | null }>(
    "select max(to_date) as \"to\" from sync_run where company_id = ?1 and kind = ?2 and state = 'done'",
    ...[companyId, kind],
  );
  return rows[0]?.to ?? null;
}

/** The first day that any run of a kind was to bring; null before the first run. */
export async function firstDayAsked(db: Database, companyId: string, kind: RunKind): Promise<WorkDate | null> {
  const rows = await db.all<{ from: WorkDate | null }>(
    'select min(from_date) as "from" from sync_run where company_id = ?1 and kind = ?2',
    ...[companyId, kind],
  );
  return rows[0]?.from ?? null;
}
