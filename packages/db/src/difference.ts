import type { ComparedFigure } from "@today/core/reconciliation";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { parseStored } from "./json-rows.ts";
import type { PersonBrief } from "./person.ts";
import { holds, type Reader, readerValues } from "./role.ts";

/** What differs between a day of ours and DingTalk's report of it. */
export interface Difference {
  readonly person: PersonBrief;
  readonly date: WorkDate;
  readonly figure: ComparedFigure;
  readonly ours: number;
  readonly theirs: number;
  readonly facts: object;
  readonly state: "open" | "mended" | "accepted";
  readonly foundAt: Instant;
  readonly changedAt: Instant;
  readonly changedBy: string | null;
  readonly reason: string | null;
}

/** Which differences, after a place in the list: newest day first. */
export interface DifferenceQuery {
  readonly state: Difference["state"];
  readonly from: WorkDate;
  readonly to: WorkDate;
  readonly after: readonly [date: string, key: string] | null;
  readonly limit: number;
}

/** Differences by day, newest first; nothing for readers who are neither HR nor admin. */
export async function readDifferences(db: Database, reader: Reader, query: DifferenceQuery): Promise<Difference[]> {
  const { state, from, to, after, limit } = query;
  const rows = await db.all<Omit<Difference, "person" | "facts"> & PersonBrief & { facts: string }>(
    `select p.id, p.name, p.title, d.date, d.figure, d.ours, d.theirs, d.facts, d.state, d.found_at as foundAt,
       d.changed_at as changedAt, d.changed_by as changedBy, d.reason
     from difference d join person p on p.company_id = ?1 and p.id = d.person_id
     where d.company_id = ?1 and d.state = ?4 and d.date between ?5 and ?6 and ${holds("hr", "admin")}
       and (?7 is null or d.date < ?7 or (d.date = ?7 and d.person_id || char(10) || d.figure > ?8))
     order by d.date desc, d.person_id || char(10) || d.figure limit ?9`,
    ...[...readerValues(reader), state, from, to, after?.[0] ?? null, after?.[1] ?? "", limit],
  );
  return rows.map(({ id, name, title, facts, ...row }) => ({
    ...row,
    person: { id, name, title },
    facts: parseStored<object>(facts, {}),
  }));
}

/** Where a list goes on behind a difference. */
export function placeOfDifference({ date, person, figure }: Difference): readonly [string, string] {
  return [date, `${person.id}\n${figure}`];
}

/** Accepts an open difference as it is, with a reason and history, or opens it again; false when there is none or without the right. */
export async function acceptDifference(
  db: Database,
  author: Author,
  wish: Pick<Difference, "date" | "figure"> & { readonly personId: string; readonly reason: string | null },
): Promise<boolean> {
  const { personId, date, figure, reason } = wish;
  const values = [...authorValues(author), personId, date, figure, reason] as const;
  const [from, to] = reason === null ? ["accepted", "open"] : ["open", "accepted"];
  const free = `company_id = ?1 and person_id = ?6 and date = ?7 and figure = ?8 and state = '${from}'
    and ${holds("hr", "admin")}`;
  const history = intoHistory({
    subject: "'difference'",
    id: "?6 || '/' || ?7 || '/' || ?8",
    action: `'${to}'`,
    before: "json_object('state', state, 'reason', reason)",
    after: `json_object('state', '${to}', 'reason', ?9)`,
    reason: "?9",
  });
  const results = await db.batch([
    db.prepare(`${history} from difference where ${free}`, ...values),
    db.prepare(
      `update difference set state = '${to}', changed_at = ?4, changed_by = ?2, reason = ?9 where ${free}`,
      ...values,
    ),
  ]);
  return results[1]?.meta.changes === 1;
}
