import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** What the admin can do something with; nothing personal. */
export interface ProblemDetail {
  /** DingTalk's own code, `60011`. */
  readonly code: string;
  /** `["qyapi_get_attendance_data"]` */
  readonly missingScopes: readonly string[];
  /** `203.0.113.9` */
  readonly refusedAddress: string | null;
}

/** What stands in the way of the link, until a call succeeds again. */
export interface LinkProblem {
  /** `permission`, `ip-refused`, `quota`: a kind of failure. */
  readonly code: string;
  readonly path: string;
  readonly since: Instant;
  readonly lastAt: Instant;
  readonly times: number;
  readonly detail: ProblemDetail;
}

/** A statement that notes a problem once more. */
export function noteProblem(
  db: Database,
  companyId: string,
  problem: Omit<LinkProblem, "since" | "times">,
): D1PreparedStatement {
  return db.prepare(
    `insert into link_problem (company_id, code, path, since, last_at, times, detail) values (?1, ?2, ?3, ?4, ?4, 1, ?5)
     on conflict do update set last_at = max(last_at, excluded.last_at), times = times + 1, detail = excluded.detail`,
    ...[companyId, problem.code, problem.path, problem.lastAt, JSON.stringify(problem.detail)],
  );
}

/** A statement that removes the problems which later successes of the same APIs show to be over. */
export function clearProblems(
  db: Database,
  companyId: string,
  successes: readonly (readonly [path: string, at: Instant])[],
): D1PreparedStatement {
  return db.prepare(
    `delete from link_problem where company_id = ?1 and exists (select 1 from json_each(?2)
      where value ->> 0 = link_problem.path and value ->> 1 > last_at)`,
    ...[companyId, JSON.stringify(successes)],
  );
}

/** The problems there are now, the latest first. */
export async function readProblems(db: Database, companyId: string): Promise<LinkProblem[]> {
  const rows = await db.all<Omit<LinkProblem, "detail"> & { detail: string }>(
    `select code, path, since, last_at as lastAt, times, detail from link_problem
      where company_id = ?1 order by last_at desc, code, path`,
    companyId,
  );
  const nothing = { code: "", missingScopes: [], refusedAddress: null };
  return rows.map(({ detail, ...row }) => ({ ...row, detail: parseStored<ProblemDetail>(detail, nothing) }));
}
