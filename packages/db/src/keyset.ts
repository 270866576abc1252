/** A page of a list by a key that never changes, so that what comes meanwhile neither repeats nor hides a row. */
export interface KeysetPage<Row> {
  readonly rows: readonly Row[];
  /** The last row of the page, after which the next begins; null on the last page. */
  readonly last: Row | null;
}

/** Rows that were read with one more than wanted as a page. */
export function keysetPage<Row>(rows: readonly Row[], limit: number): KeysetPage<Row> {
  const page = rows.slice(0, limit);
  return { rows: page, last: rows.length > limit ? (page.at(-1) ?? null) : null };
}
