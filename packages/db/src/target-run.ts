import type { Instant } from "@today/core/time/minutes";
import type { Database, SqlValue } from "./database.ts";
import { parseStored } from "./json-rows.ts";

export type RunKind = "read" | "compare";

/** A part of a run that is still to be done: `{ part: "tasks", project: "7", cursor: null }`. */
export type RunPart = { readonly part: string } & Readonly<Record<string, string | number | boolean | null>>;

/** What was brought so far: `{ projects: 130, tasks: 240, people: 6 }`. */
export type RunCounts = Readonly<Record<string, number>>;

/** A reading of a target or a comparison with it: how far it has come. */
export interface TargetRun {
  readonly targetId: string;
  readonly id: string;
  readonly kind: RunKind;
  readonly month: string | null;
  readonly state: "running" | "done" | "failed";
  readonly work: readonly RunPart[];
  readonly counts: RunCounts;
  /** A word of ours: why it failed, or why it waits. */
  readonly problem: string | null;
  /** How often in a row the far side could not be asked. */
  readonly attempts: number;
  readonly nextAt: Instant;
  readonly askedBy: string;
  readonly startedAt: Instant;
  readonly touchedAt: Instant;
  readonly finishedAt: Instant | null;
}

/** What a run is to be. */
export interface RunWish extends Pick<TargetRun, "targetId" | "id" | "kind" | "month" | "work" | "askedBy"> {
  readonly at: Instant;
}

const keptMs = 92 * 86_400_000;
const columns = `r.target_id as targetId, r.id, r.kind, r.month, r.state, r.work, r.counts, r.problem, r.attempts, r.next_at as nextAt,
  r.asked_by as askedBy, r.started_at as startedAt, r.touched_at as touchedAt, r.finished_at as finishedAt`;

/** Statements that begin a run unless one of its kind is running there, and forget those of more than 92 days ago; the last one tells by its changes. */
export function openRun(db: Database, company: string, wish: RunWish): D1PreparedStatement[] {
  const { targetId, id, kind, month, work, askedBy, at } = wish;
  return [
    db.prepare(
      "delete from target_run where company_id = ?1 and target_id = ?2 and started_at < ?3 and state <> 'running'",
      ...[company, targetId, at - keptMs],
    ),
    db.prepare(
      `insert into target_run (company_id, target_id, id, kind, month, state, work, asked_by, started_at, touched_at)
       select ?1, ?2, ?3, ?4, ?5, 'running', ?6, ?7, ?8, ?8
       where exists (select 1 from target t where t.company_id = ?1 and t.id = ?2 and t.state <> 'removed')
       on conflict do nothing`,
      ...[company, targetId, id, kind, month, JSON.stringify(work), askedBy, at],
    ),
  ];
}

/** A statement that lets a failed run go on with the work it had left, unless another one is running. */
export function reopenRun(
  db: Database,
  company: string,
  { run, work, at }: { readonly run: TargetRun; readonly work: readonly RunPart[]; readonly at: Instant },
): D1PreparedStatement {
  return db.prepare(
    `update target_run as r set state = 'running', problem = null, attempts = 0, next_at = 0, touched_at = ?5, finished_at = null,
       work = ?4
     where r.company_id = ?1 and r.target_id = ?2 and r.id = ?3 and r.state = 'failed' and not exists (select 1 from target_run o
       where o.company_id = ?1 and o.target_id = ?2 and o.kind = r.kind and o.state = 'running')`,
    ...[company, run.targetId, run.id, JSON.stringify(work), at],
  );
}

/** A statement that lets a run that waits for the far side go on at once. */
export function wakeRun(db: Database, company: string, { targetId, id }: TargetRun): D1PreparedStatement {
  return db.prepare(
    "update target_run set next_at = 0 where company_id = ?1 and target_id = ?2 and id = ?3 and state = 'running'",
    ...[company, targetId, id],
  );
}

/** One run. */
export async function readTargetRun(
  db: Database,
  company: string,
  { targetId, id }: { readonly targetId: string; readonly id: string },
): Promise<TargetRun | null> {
  const [row] = await db.all<RunRow>(
    `select ${columns} from target_run r where r.company_id = ?1 and r.target_id = ?2 and r.id = ?3`,
    ...[company, targetId, id],
  );
  return row === undefined ? null : runOf(row);
}

/** The last twenty runs of a target, of one kind or all, latest first. */
export async function listTargetRuns(
  db: Database,
  company: string,
  { targetId, kind }: { readonly targetId: string; readonly kind: RunKind | null },
): Promise<TargetRun[]> {
  const rows = await db.all<RunRow>(
    `select ${columns} from target_run r where r.company_id = ?1 and r.target_id = ?2 and (?3 is null or r.kind = ?3)
     order by r.state = 'running' desc, r.started_at desc, r.id limit 20`,
    ...[company, targetId, kind],
  );
  return rows.map(runOf);
}

/** Runs in which nothing has moved since `before` although they might. */
export function readStalledTargetRuns(
  db: Database,
  company: string,
  { before, now }: { readonly before: Instant; readonly now: Instant },
): Promise<{ readonly targetId: string; readonly id: string }[]> {
  return db.all(
    `select r.target_id as targetId, r.id from target_run r where r.company_id = ?1 and r.state = 'running' and r.next_at <= ?3
       and r.touched_at < ?2`,
    ...[company, before, now],
  );
}

/** The first four values of every statement of a run's step: `?1` company, `?2` target, `?3` run, `?4` its work as it was. */
export function stepValues(company: string, run: TargetRun): readonly [string, string, string, string] {
  return [company, run.targetId, run.id, JSON.stringify(run.work)];
}

/** SQL: nobody has done the step meanwhile; `first` is the number of the target's parameter. */
export function stands(first = 2): string {
  return `exists (select 1 from target_run stood where stood.company_id = ?1 and stood.target_id = ?${first}
    and stood.id = ?${first + 1} and stood.state = 'running' and stood.work = ?${first + 2})`;
}

/** A statement that goes last in a step's transaction: what is left to do. Nothing is left: the run is done. */
export function advanceRun(
  db: Database,
  company: string,
  { run, work, counts, at }: { run: TargetRun; work: readonly RunPart[]; counts: RunCounts; at: Instant },
): D1PreparedStatement {
  return db.prepare(
    `update target_run set work = ?5, counts = ?6, touched_at = ?7, attempts = 0, next_at = 0, problem = null,
       state = iif(?5 = '[]', 'done', 'running'), finished_at = iif(?5 = '[]', ?7, null)
     where company_id = ?1 and target_id = ?2 and id = ?3 and state = 'running' and work = ?4`,
    ...[...stepValues(company, run), JSON.stringify(work), JSON.stringify(counts), at],
  );
}

/** Why a run does not go on now. */
export interface Halt {
  readonly run: TargetRun;
  readonly problem: string;
  /** When it goes on; null ends it as failed. */
  readonly nextAt: Instant | null;
  /** Whether that counts as an attempt. */
  readonly tried: boolean;
  readonly at: Instant;
}

/** A statement that ends a run as failed, or lets it wait. */
export function haltRun(db: Database, company: string, halt: Halt): D1PreparedStatement {
  const { run, problem, nextAt, tried, at } = halt;
  return db.prepare(
    `update target_run set problem = ?5, attempts = attempts + ?8, touched_at = ?7, next_at = coalesce(?6, 0),
       state = iif(?6 is null, 'failed', 'running'), finished_at = iif(?6 is null, ?7, null)
     where company_id = ?1 and target_id = ?2 and id = ?3 and state = 'running' and work = ?4`,
    ...[...stepValues(company, run), problem, nextAt, at, tried ? 1 : 0],
  );
}

/** Targets that are on and of which nobody began to read everything since an instant. */
export async function readUnreadTargets(db: Database, company: string, since: Instant): Promise<string[]> {
  const values: readonly SqlValue[] = [company, since];
  const rows = await db.all<{ id: string }>(
    `select t.id from target t where t.company_id = ?1 and t.state = 'on' and t.problem is null and t.created_at < ?2
       and not exists (select 1 from target_run r where r.company_id = ?1 and r.target_id = t.id and r.kind = 'read'
         and (r.state = 'running' or (r.started_at >= ?2 and r.asked_by <> 'changes')))`,
    ...values,
  );
  return rows.map(({ id }) => id);
}

interface RunRow extends Omit<TargetRun, "work" | "counts"> {
  readonly work: string;
  readonly counts: string;
}

function runOf({ work, counts, ...row }: RunRow): TargetRun {
  return { ...row, work: parseStored<RunPart[]>(work, []), counts: parseStored<RunCounts>(counts, {}) };
}
