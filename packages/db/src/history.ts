import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";

/** Who writes, when and through which door: `app`, `job` or `dingtalk`. */
export interface Author {
  readonly company: string;
  readonly person: string;
  readonly today: WorkDate;
  readonly at: Instant;
  readonly channel: string;
}

/** The first five values of every statement that writes: `?1` company, `?2` author, `?3` today, `?4` instant, `?5` channel. */
export function authorValues(author: Author): readonly [string, string, string, number, string] {
  return [author.company, author.person, author.today, author.at, author.channel];
}

/** What a history row tells, each as SQL: `{ subject: "'site'", id: "?6 || '/' || ?7", … }`. */
interface HistoryRow {
  readonly subject: string;
  readonly id: string;
  readonly action: string;
  readonly before: string;
  readonly after: string;
  /** Nothing for changes that need none. */
  readonly reason?: string;
}

/**
 * SQL up to `from`: what follows selects the rows that are about to change. It goes before the change and under the same
 * condition, so that the row is written exactly when the change is.
 */
export function intoHistory({ subject, id, action, before, after, reason = "null" }: HistoryRow): string {
  return `insert into history (company_id, at, actor, channel, subject, subject_id, action, before, after, reason)
    select ?1, ?4, ?2, ?5, ${subject}, ${id}, ${action}, ${before}, ${after}, ${reason}`;
}
