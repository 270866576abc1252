import type { User } from "./testing-redmine-world.ts";

export interface Call {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** Whose name it is made in; null for nobody's. */
  readonly user: User | null;
}

export interface Reply {
  readonly status: number;
  readonly body: object | null;
}

export function empty(status: number): Reply {
  return { status, body: null };
}

/** Sentences in the user's language. */
export function invalid(errors: readonly string[]): Reply {
  return { status: 422, body: { errors } };
}

/** `limit` is 25 unless asked for and 100 at most. */
export function paged(name: string, rows: readonly unknown[], query: URLSearchParams): Reply {
  const limit = Math.min(100, Number(query.get("limit") ?? 25));
  const offset = Number(query.get("offset") ?? 0);
  return { status: 200, body: { [name]: rows.slice(offset, offset + limit), total_count: rows.length, offset, limit } };
}
