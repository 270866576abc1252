/** Rows that statements touched, as D1 reports them. */
export interface RowUsage {
  rowsRead: number;
  rowsWritten: number;
}

/** The same database with its rows counted. */
export function meterRows(d1: D1Database, usage: RowUsage): D1Database {
  const bare = new WeakMap<D1PreparedStatement, D1PreparedStatement>();

  function count<Result extends D1Result<unknown>>(result: Result): Result {
    usage.rowsRead += result.meta.rows_read;
    usage.rowsWritten += result.meta.rows_written;
    return result;
  }

  function metered(statement: D1PreparedStatement): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get(target, key) {
        if (key === "bind") return (...values: unknown[]) => metered(target.bind(...values));
        if (key === "all") return async () => count(await target.all());
        return Reflect.get(target, key, target);
      },
    });
    bare.set(proxy, statement);
    return proxy;
  }

  return new Proxy(d1, {
    get(target, key) {
      if (key === "prepare") return (sql: string) => metered(target.prepare(sql));
      if (key !== "batch") return Reflect.get(target, key, target);
      return async (list: D1PreparedStatement[]) =>
        (await target.batch(list.map((one) => bare.get(one) ?? one))).map(count);
    },
  });
}
