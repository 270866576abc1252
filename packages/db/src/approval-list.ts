import type { OvertimeKind } from "@today/core/allocation";
import { addDays, type WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import { isClosed } from "./closed.ts";
import type { Database } from "./database.ts";
import { keySql } from "./decision.ts";
import type { RequestKind } from "./request-content.ts";
import { holds, holdsOn, type Reader, readerValues } from "./role.ts";

/** Who answers; `all` for HR, who answer everything but their own. */
export interface Approver extends Reader {
  readonly all: boolean;
}

interface WaitingThing {
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  readonly date: WorkDate;
  readonly since: Instant;
}

/** An allocation that waits; `reasons` is JSON of the core's `ReviewReason`s. */
export interface WaitingAllocation extends WaitingThing {
  readonly project: string;
  readonly key: string;
  readonly minutes: Minutes;
  readonly overtime: OvertimeKind | null;
  readonly reasons: string;
}

/** A request that waits; `body` and `effect` are JSON. */
export interface WaitingRequest extends WaitingThing {
  readonly id: string;
  readonly kind: RequestKind;
  readonly project: string | null;
  readonly body: string;
  readonly effect: string;
  readonly reason: string;
}

/** What waits for somebody. */
export interface Waiting {
  readonly count: number;
  readonly requests: readonly WaitingRequest[];
  readonly allocations: readonly WaitingAllocation[];
  /** Allocations of the last 31 days that passed by themselves. */
  readonly passed: number;
  /** The projects of the reader's own waiting things, the oldest first. */
  readonly own: readonly (string | null)[];
}

const waitingDays = 62;
const passedDays = 31;

/** How many things wait for the reader; reads little more than what waits. */
export async function countWaiting(db: Database, reader: Approver): Promise<number> {
  const [row] = await db.all<{ count: number }>(countSql(reader), ...valuesOf(reader));
  return row?.count ?? 0;
}

/** What waits for the reader: at most `limit` things, requests before allocations, the oldest days first. One batch. */
export async function readWaiting(db: Database, reader: Approver, limit: number): Promise<Waiting> {
  const values = valuesOf(reader);
  const [count, requests, allocations, passed, own] = await db.batch([
    db.prepare(countSql(reader), ...values),
    db.prepare(
      `select r.*, q.name, q.title from (select r.id, r.person_id as personId, r.date, r.kind,
           coalesce(r.project_id, r.effect ->> 'project') as project, r.body, r.effect, r.reason, r.made_at as since
         ${requestsOf(reader)} order by r.date, r.made_at, r.id limit ?5) r
       cross join person q on q.company_id = ?1 and q.id = r.personId`,
      ...[...values, limit],
    ),
    db.prepare(
      `select a.*, q.name, q.title, w.settled_at as since from (select a.person_id as personId, a.date,
           a.project_id as project, ${keySql} as "key", a.minutes, a.overtime, a.reasons
         ${allocationsOf(reader)} order by a.date, a.person_id, a.project_id, a.n limit ?5) a
       cross join person q on q.company_id = ?1 and q.id = a.personId
       cross join workday w on w.company_id = ?1 and w.person_id = a.personId and w.date = a.date`,
      ...[...values, limit],
    ),
    db.prepare(passedSql(reader), ...readerValues(reader), addDays(reader.today, 1 - passedDays)),
    db.prepare(ownSql, ...values),
  ]);
  const asked = (requests?.results ?? []) as unknown as WaitingRequest[];
  const booked = (allocations?.results ?? []) as unknown as WaitingAllocation[];
  return {
    count: Number(count?.results[0]?.count ?? 0),
    requests: asked,
    allocations: booked.slice(0, limit - asked.length),
    passed: Number(passed?.results[0]?.count ?? 0),
    own: ((own?.results ?? []) as { project: string | null }[]).map(({ project }) => project),
  };
}

/** `?4` is the oldest date of allocations that are listed. */
function valuesOf(reader: Reader) {
  return [...readerValues(reader), addDays(reader.today, -waitingDays)] as const;
}

const managed = `(select m.project_id as id from project_member m where m.company_id = ?1 and m.person_id = ?2
  and m.role = 'manager' and ${holdsOn("m", "?3")})`;
const every = `(select p.id from project p where p.company_id = ?1 and ${holds("hr")})`;

function projectsOf({ all }: Approver): string {
  return all ? every : managed;
}

function requestsOf({ all }: Approver): string {
  const waiting = "r.company_id = ?1 and r.state = 'waiting' and r.person_id <> ?2";
  return all
    ? `from request r indexed by request_waiting where ${waiting} and ${holds("hr")}`
    : `from ${managed} own cross join request r indexed by request_waiting where ${waiting} and r.project_id = own.id`;
}

function allocationsOf(reader: Approver): string {
  return `from ${projectsOf(reader)} own cross join allocation a indexed by allocation_waiting
    where a.company_id = ?1 and a.project_id = own.id and a.state = 'waiting' and a.date >= ?4 and a.person_id <> ?2
      and not ${isClosed("a.date")}`;
}

function countSql(reader: Approver): string {
  return `select (select count(*) ${requestsOf(reader)}) + (select count(*) ${allocationsOf(reader)}) as count`;
}

function passedSql(reader: Approver): string {
  return `select count(*) as count from ${projectsOf(reader)} own cross join allocation a
    where a.company_id = ?1 and a.project_id = own.id and a.date between ?4 and ?3 and a.state = 'automatic'`;
}

const ownSql = `select project from (
    select r.date, r.project_id as project from request r indexed by request_day
      where r.company_id = ?1 and r.person_id = ?2 and r.date >= ?4 and r.state = 'waiting'
    union all
    select a.date, a.project_id from project_member m cross join allocation a indexed by allocation_waiting
      on a.company_id = ?1 and a.project_id = m.project_id and a.state = 'waiting' and a.date >= ?4 and a.person_id = ?2
      where m.company_id = ?1 and m.person_id = ?2 and not ${isClosed("a.date")})
  order by date, project`;

/** Approved overtime minutes of people's months, `[["zhao", "2026-09"]]`, by `zhao/2026-09`. */
export async function readMonthOvertime(
  db: Database,
  company: string,
  months: readonly (readonly [person: string, month: string])[],
): Promise<Map<string, Minutes>> {
  if (months.length === 0) return new Map();
  const rows = await db.all<{ name: string; minutes: Minutes }>(
    `select k.value as name, coalesce(sum(w.overtime_approved), 0) as minutes from json_each(?2) k cross join workday w
     where w.company_id = ?1 and w.person_id = substr(k.value, 1, length(k.value) - 8)
       and w.date between substr(k.value, -7) || '-01' and substr(k.value, -7) || '-31' group by k.value`,
    company,
    JSON.stringify([...new Set(months.map(([person, month]) => `${person}/${month}`))]),
  );
  return new Map(rows.map(({ name, minutes }) => [name, minutes]));
}

/**
 * What people said themselves of days, `[["zhao", "2026-09-14", "lang"]]`, by `zhao/2026-09-14/lang`: with a pick of that project,
 * with a split, or in a note; the latest.
 */
export async function readSaid(
  db: Database,
  company: string,
  things: readonly (readonly [person: string, date: WorkDate, project: string])[],
): Promise<Map<string, string>> {
  if (things.length === 0) return new Map();
  const wanted = [...new Map(things.map((one) => [one.join("/"), one])).values()];
  const rows = await db.all<{ name: string; reason: string }>(saidSql, company, JSON.stringify(wanted));
  return new Map(rows.map(({ name, reason }) => [name, reason]));
}

const person = "(k.value ->> 0)";
const day = `${person} || '/' || (k.value ->> 1)`;
const thing = `${day} || '/' || (k.value ->> 2) as name`;
const said = `h.company_id = ?1 and h.actor = ${person} and h.reason is not null`;

const saidSql = `select ${thing}, c.reason, c.made_at as at from json_each(?2) k
    cross join pick c indexed by pick_day on c.company_id = ?1 and c.person_id = ${person} and c.date = k.value ->> 1
      and c.project_id = k.value ->> 2 and c.made_by = c.person_id and c.reason is not null
  union all
  select ${thing}, h.reason, h.at from json_each(?2) k
    cross join history h indexed by history_subject on h.subject = 'split'
      and h.subject_id between ${day} || '/' and ${day} || '0' and ${said}
  union all
  select ${thing}, r.reason, r.made_at from json_each(?2) k
    cross join request r indexed by request_day on r.company_id = ?1 and r.person_id = ${person} and r.date = k.value ->> 1
      and r.kind = 'note' and r.made_by = r.person_id and r.state <> 'withdrawn'
  order by 3`;
