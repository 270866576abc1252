import { type Period, type PeriodSpan, periodOf } from "@today/core/period";
import { addDays, type WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import type { PersonBrief } from "./person.ts";
import { createRulesReader, type PolicyRow, policiesSql } from "./policy.ts";

/** A period with where it stands; one that nobody moved yet is open, at version 0. */
export interface PeriodRow extends Period, PeriodSpan {
  readonly version: number;
  /** How often it was closed. */
  readonly closing: number;
  readonly changedAt: Instant | null;
  readonly changedBy: PersonBrief | null;
  /** The first of the two who reopen it. */
  readonly reopening: { readonly by: PersonBrief; readonly at: Instant; readonly reason: string } | null;
}

/** The period a date lies in, by the rules that hold on the date. */
export type PeriodReader = (date: WorkDate) => PeriodSpan;

const columns = `p.id, p.first, p.last, p.state, p.version, p.closing, p.changed_at as changedAt, p.changed_by as changedById,
  c.name as changedByName, c.title as changedByTitle, r.asked_by as askedBy, r.asked_at as askedAt, r.reason,
  a.name as askedByName, a.title as askedByTitle`;

const source = `from period p left join person c on c.company_id = ?1 and c.id = p.changed_by
  left join period_reopening r on r.company_id = ?1 and r.period_id = p.id
  left join person a on a.company_id = ?1 and a.id = r.asked_by where p.company_id = ?1`;

/** The last `count` periods up to the one of today, newest first, and all others that were ever moved. */
export async function readPeriods(
  db: Database,
  company: string,
  { today, count }: { readonly today: WorkDate; readonly count: number },
): Promise<PeriodRow[]> {
  const [policies, stored] = await db.batch([
    db.prepare(policiesSql, company),
    db.prepare(`select ${columns} ${source}`, company),
  ]);
  const rows = ((stored?.results ?? []) as unknown as StoredPeriod[]).map(rowOf);
  const read = readerOf(policies);
  const spans = lastSpans(read, today, count).filter(({ id }) => !rows.some((row) => row.id === id));
  return [...rows, ...spans.map(openPeriod)].sort((a, b) => (a.first < b.first ? 1 : -1));
}

/** One period by its name, `2026-09`; null for a name that is none under the company's rules. */
export async function findPeriod(db: Database, company: string, id: string): Promise<PeriodRow | null> {
  const [policies, stored] = await db.batch([
    db.prepare(policiesSql, company),
    db.prepare(`select ${columns} ${source} and p.id = ?2`, company, id),
  ]);
  const row = (stored?.results ?? [])[0] as unknown as StoredPeriod | undefined;
  if (row !== undefined) return rowOf(row);
  const span = endsOf(id)
    .map(readerOf(policies))
    .find((one) => one.id === id);
  return span === undefined ? null : openPeriod(span);
}

/** Makes the function that names a date's period. */
export async function readPeriodNames(db: Database, company: string): Promise<PeriodReader> {
  const [policies] = await db.batch([db.prepare(policiesSql, company)]);
  return readerOf(policies);
}

/** Whose days of a period are not settled yet. */
export async function dirtyPeople(
  db: Database,
  company: string,
  { first, last }: Pick<PeriodSpan, "first" | "last">,
): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    "select distinct person_id as id from dirty_day where company_id = ?1 and date between ?2 and ?3 order by person_id",
    ...[company, first, last],
  );
  return rows.map(({ id }) => id);
}

/** Where months give way to weeks, or weeks to months, the period before ends and the one after begins. */
function readerOf(policies: D1Result<Record<string, unknown>> | undefined): PeriodReader {
  const rows = (policies?.results ?? []) as unknown as PolicyRow[];
  const rulesOn = createRulesReader(rows);
  const kindOn = (date: WorkDate) => rulesOn(date).period;
  const turns = rows.map(({ startsOn }) => startsOn).filter((date) => kindOn(date) !== kindOn(addDays(date, -1)));
  return (date) => {
    const { id, first, last } = periodOf(date, kindOn(date));
    const begin = turns.findLast((turn) => turn <= date);
    const next = turns.find((turn) => turn > date);
    return {
      id,
      first: begin !== undefined && begin > first ? begin : first,
      last: next !== undefined && next <= last ? addDays(next, -1) : last,
    };
  };
}

function lastSpans(read: PeriodReader, today: WorkDate, count: number): PeriodSpan[] {
  const spans: PeriodSpan[] = [];
  for (let date = today; spans.length < count; ) {
    const span = read(date);
    spans.push(span);
    date = addDays(span.first, -1);
  }
  return spans;
}

/** The first and the last date a period of that name may have. */
function endsOf(id: string): WorkDate[] {
  const [year, rest = ""] = [id.slice(0, 4), id.slice(5)];
  if (!rest.startsWith("W")) return [`${id}-01`, periodOf(`${id}-01`, "month").last];
  const monday = addDays(periodOf(`${year}-01-04`, "week").first, (Number(rest.slice(1)) - 1) * 7);
  return [monday, addDays(monday, 6)];
}

function openPeriod(span: PeriodSpan): PeriodRow {
  return { ...span, state: "open", version: 0, closing: 0, changedAt: null, changedBy: null, reopening: null };
}

interface StoredPeriod extends Period, PeriodSpan {
  readonly version: number;
  readonly closing: number;
  readonly changedAt: Instant;
  readonly changedById: string;
  readonly changedByName: string | null;
  readonly changedByTitle: string | null;
  readonly askedBy: string | null;
  readonly askedAt: Instant;
  readonly reason: string;
  readonly askedByName: string | null;
  readonly askedByTitle: string | null;
}

function rowOf(row: StoredPeriod): PeriodRow {
  const { id, first, last, state, version, closing, changedAt } = row;
  const changedBy = { id: row.changedById, name: row.changedByName ?? row.changedById, title: row.changedByTitle };
  const { askedBy, askedByName, askedByTitle: title, askedAt: at, reason } = row;
  const reopening = askedBy === null ? null : { by: { id: askedBy, name: askedByName ?? askedBy, title }, at, reason };
  return { id, first, last, state, version, closing, changedAt, changedBy, reopening };
}
