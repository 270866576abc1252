import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";

/** One HTTP call to DingTalk as it is kept: nothing personal, only how many people it asked about. */
export interface AuditedCall {
  readonly at: Instant;
  /** Without query and without anybody's id: `/attendance/listRecord`. */
  readonly path: string;
  readonly people: number;
  /** `ok` or the kind of the failure, with DingTalk's own code beside it. */
  readonly outcome: string;
  readonly code: string | null;
  /** 1 when it used up one of the month's calls. */
  readonly cost: 0 | 1;
  /** Milliseconds until the answer was there. */
  readonly took: number;
  readonly runId: string | null;
}

/** Statements that keep calls, one row each. */
export function keepCalls(db: Database, companyId: string, calls: readonly AuditedCall[]): D1PreparedStatement[] {
  const rows = calls.map(({ at, path, people, outcome, code, cost, took, runId }) => [
    ...[at, path, people, outcome, code, cost, took, runId],
  ]);
  return jsonChunks(rows).map((chunk) =>
    db.prepare(
      `insert into call_audit (company_id, at, path, people, outcome, code, cost, took, run_id)
       select ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
         from json_each(?2)`,
      ...[companyId, chunk],
    ),
  );
}

/** Which calls are looked for; null is all. `to` is not included. */
export interface CallFilter {
  readonly path: string | null;
  /** `ok`, a kind of failure, or `failed` for every failure. */
  readonly outcome: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly runId: string | null;
}

/** Where a page of calls ended. */
export type CallPlace = readonly [at: Instant, id: number];

export interface CallPage {
  readonly calls: readonly (AuditedCall & { readonly id: number })[];
  readonly next: CallPlace | null;
}

const pageSize = 100;

/** A hundred calls at most, the latest first, after the last one of the page before. */
export async function readCalls(
  db: Database,
  companyId: string,
  { after, most = pageSize, ...filter }: CallFilter & { readonly after: CallPlace | null; readonly most?: number },
): Promise<CallPage> {
  const [at, id] = after ?? [Number.MAX_SAFE_INTEGER - 1, 0];
  // The index finds the page's beginning by `at` alone.
  const values = filterValues(companyId, { ...filter, to: Math.min(filter.to ?? at + 1, at + 1) });
  const rows = await db.all<AuditedCall & { id: number }>(
    `select id, at, path, people, outcome, code, cost, took, run_id as runId from call_audit
      where company_id = ?1 and at >= ?2 and at < ?3 and ${matches} and (at, id) < (?7, ?8)
      order by at desc, id desc limit ?9`,
    ...[...values, at, id, most + 1],
  );
  const calls = rows.slice(0, most);
  const last = calls.at(-1);
  return { calls, next: rows.length > most && last !== undefined ? [last.at, last.id] : null };
}

const matches = `(?4 is null or path = ?4) and (?5 is null or outcome = ?5 or (?5 = 'failed' and outcome <> 'ok'))
  and (?6 is null or run_id = ?6)`;

function filterValues(companyId: string, { path, outcome, from, to, runId }: CallFilter) {
  return [companyId, from ?? 0, to ?? Number.MAX_SAFE_INTEGER, path, outcome, runId];
}

/** Removes calls made before an instant, so many at most, and says how many they were. */
export async function forgetCalls(
  db: Database,
  companyId: string,
  { before, most }: { readonly before: Instant; readonly most: number },
): Promise<number> {
  const [gone] = await db.batch([
    db.prepare(
      `delete from call_audit where id in
        (select id from call_audit where company_id = ?1 and at < ?2 order by at limit ?3)`,
      ...[companyId, before, most],
    ),
  ]);
  return gone?.meta.changes ?? 0;
}
