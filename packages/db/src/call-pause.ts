import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** Why calls wait and until when. */
export interface CallPause {
  /** `*` is all, `counted` those that use up the month's calls. */
  readonly api: string;
  /** A kind of failure: `banned`, `busy`, `quota`. */
  readonly cause: string;
  readonly since: Instant;
  readonly until: Instant;
  /** Somebody tries until then whether calls get through again; 0 for nobody. */
  readonly tryUntil: Instant;
  /** How often in a row calls were tried in vain. */
  readonly strikes: number;
}

/** The columns of a pause for `json_object`. */
export const pauseColumns =
  "'api', api, 'cause', cause, 'since', since, 'until', until_at, 'tryUntil', try_until, 'strikes', strikes";

/** All pauses, over or not, the longest first. */
export function readPauses(db: Database, companyId: string): Promise<CallPause[]> {
  return db.all<CallPause>(
    `select api, cause, since, until_at as until, try_until as tryUntil, strikes from call_pause
      where company_id = ?1 order by until_at desc, api`,
    companyId,
  );
}

/** Takes the one try after pauses of these APIs that are over, and says of which; none when somebody else has it. */
export async function takeTry(
  db: Database,
  attempt: {
    readonly companyId: string;
    readonly apis: readonly string[];
    readonly now: Instant;
    readonly until: Instant;
  },
): Promise<string[]> {
  const rows = await db.all<{ api: string }>(
    `update call_pause set try_until = ?4
      where company_id = ?1 and api in (select value from json_each(?2)) and max(until_at, try_until) <= ?3 returning api`,
    ...[attempt.companyId, JSON.stringify(attempt.apis), attempt.now, attempt.until],
  );
  return rows.map(({ api }) => api);
}

/** A pause as it begins: `firstMs` long, twice as long with every strike, `longestMs` at most. */
export interface NewPause {
  readonly companyId: string;
  readonly api: string;
  readonly cause: string;
  readonly now: Instant;
  readonly firstMs: number;
  readonly longestMs: number;
}

/** A statement that pauses calls; those that fail together with others are one strike. */
export function pauseCalls(db: Database, pause: NewPause): D1PreparedStatement {
  return db.prepare(
    `insert into call_pause (company_id, api, cause, since, until_at, strikes) values (?1, ?2, ?3, ?4, ?4 + ?5, 1)
     on conflict do update set cause = excluded.cause, try_until = 0, strikes = strikes + 1,
       until_at = ?4 + min(?6, ?5 << min(strikes, 20)) where until_at <= ?4`,
    ...[pause.companyId, pause.api, pause.cause, pause.now, pause.firstMs, pause.longestMs],
  );
}

/** Lets the calls of these APIs go on. */
export async function endPauses(db: Database, companyId: string, apis: readonly string[]): Promise<void> {
  await db.all(
    "delete from call_pause where company_id = ?1 and api in (select value from json_each(?2))",
    ...[companyId, JSON.stringify(apis)],
  );
}
