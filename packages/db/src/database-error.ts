/** `unique` and `constraint` are refusals by the tables, `append-only` and `period-closed` by triggers; `timeout` and `busy` may be tried again. */
export type DatabaseProblem = "append-only" | "busy" | "constraint" | "failed" | "period-closed" | "timeout" | "unique";

/** The one error of this room; its message holds no row's content. */
export class DatabaseError extends Error {
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, detail: string) {
    super(`database: ${problem} (${detail})`);
    this.name = "DatabaseError";
    this.problem = problem;
  }
}

const patterns: readonly (readonly [RegExp, DatabaseProblem])[] = [
  [/append-only/, "append-only"],
  [/period-closed/, "period-closed"],
  [/UNIQUE constraint failed/, "unique"],
  [/constraint failed/i, "constraint"],
  [/overloaded|reset|network connection lost|SQLITE_BUSY|storage operation exceeded/i, "busy"],
];

/** Whatever D1 or drizzle threw, by name: `UNIQUE constraint failed: project.company_id, project.code` is `unique`. */
export function nameFailure(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const said = sayings(error);
  const problem = patterns.find(([pattern]) => pattern.test(said))?.[1] ?? "failed";
  return new DatabaseError(problem, said.replace(/^D1_ERROR: /, "").slice(0, 120));
}

function sayings(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
