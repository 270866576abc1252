import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import { DatabaseError, nameFailure } from "./database-error.ts";

/** What a statement may be given: text, numbers and null; lists travel as one JSON text through `json_each`. */
export type SqlValue = string | number | null;

/** Rows touched through a handle since it was opened, as D1 reports them. */
export interface Usage {
  rowsRead: number;
  rowsWritten: number;
  statements: number;
}

/** One company's database as the verbs see it. Everything throws `DatabaseError`. */
export interface Database {
  /** Typed reads and writes of single rows; not metered. */
  readonly orm: DrizzleD1Database;
  readonly usage: Usage;
  /** A bound statement for `batch`: `prepare("select name from person where company_id = ?1", "c1")`. */
  prepare(sql: string, ...values: readonly SqlValue[]): D1PreparedStatement;
  all<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]>;
  /** All statements in one transaction; the results in their order. */
  batch(statements: readonly D1PreparedStatement[]): Promise<D1Result<Record<string, unknown>>[]>;
}

const statementMs = 10_000;
const batchMs = 30_000;

/** Opens a D1 binding. A statement may take 10 s and a batch 30 s; what takes longer is given up and may still happen. */
export function openDatabase(d1: D1Database): Database {
  const usage: Usage = { rowsRead: 0, rowsWritten: 0, statements: 0 };

  function meter<Row>(result: D1Result<Row>): D1Result<Row> {
    usage.rowsRead += result.meta.rows_read;
    usage.rowsWritten += result.meta.rows_written;
    usage.statements += 1;
    return result;
  }

  const prepare = (sql: string, ...values: readonly SqlValue[]) => d1.prepare(sql).bind(...values);

  return {
    orm: drizzle(d1),
    usage,
    prepare,
    async all<Row>(sql: string, ...values: readonly SqlValue[]) {
      return meter(await within(statementMs, prepare(sql, ...values).all<Row>())).results;
    },
    async batch(statements) {
      if (statements.length === 0) return [];
      const results = await within(batchMs, d1.batch<Record<string, unknown>>([...statements]));
      return results.map(meter);
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer = 0;
  const late = new Promise<never>((_, reject) => {
    timer = Number(setTimeout(() => reject(new DatabaseError("timeout", `no answer within ${ms} ms`)), ms));
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw nameFailure(error);
  } finally {
    clearTimeout(timer);
  }
}
