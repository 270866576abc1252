import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import type { PersonBrief } from "./person.ts";
import type { RequestEffect } from "./request.ts";
import { contentOf, type RequestContent, type RequestKind } from "./request-content.ts";
import { holds, holdsOn, manages, type Reader, readerValues } from "./role.ts";

export type RequestState = "waiting" | "accepted" | "returned" | "withdrawn" | "settled";

/** A request with who asked, who is to answer and what was answered. */
export interface FoundRequest {
  readonly id: string;
  readonly date: WorkDate;
  readonly content: RequestContent;
  readonly person: PersonBrief;
  readonly state: RequestState;
  readonly reason: string;
  readonly effect: RequestEffect;
  readonly project: string | null;
  readonly madeAt: Instant;
  readonly madeBy: PersonBrief;
  /** The first manager of its project who is not the person; null: HR. */
  readonly answerer: PersonBrief | null;
  readonly answer: { readonly at: Instant; readonly by: PersonBrief; readonly reason: string | null } | null;
  /** Whether its date lies in a closed period. */
  readonly closed: boolean;
}

const mostRequests = 200;
const listedMs = 92 * 86_400_000;

/** SQL: the reader may see request `r`: their own, those of the projects they manage, HR all. */
const seesRequest = `(r.person_id = ?2 or ${holds("hr")} or ${manages("r.project_id")})`;

/** Requests as the reader may see them, newest first: of a person, of a person's dates, waiting ones, or those of the last 92 days. */
export async function listRequests(
  db: Database,
  reader: Reader & { readonly at: Instant },
  wanted: { readonly person: string | null; readonly dates?: readonly WorkDate[]; readonly waiting: boolean },
): Promise<FoundRequest[]> {
  const { person, dates = null, waiting } = wanted;
  const condition = [
    seesRequest,
    ...(waiting ? ["r.state = 'waiting'"] : []),
    ...(person === null ? [] : ["r.person_id = ?4"]),
    ...(dates === null ? [] : ["r.date in (select value from json_each(?5))"]),
    ...(person === null && !waiting ? ["r.made_at >= ?4"] : []),
  ].join(" and ");
  const rows = await db.all<RequestRow>(
    `${selectRequests} where r.company_id = ?1 and ${condition} order by r.made_at desc, r.id limit ${mostRequests}`,
    ...readerValues(reader),
    ...(person === null ? (waiting ? [] : [reader.at - listedMs]) : [person]),
    ...(dates === null ? [] : [JSON.stringify(dates)]),
  );
  return rows.map(foundOf);
}

/** The request of that id, whoever asks; null when there is none. */
export async function findRequest(db: Database, reader: Reader, id: string): Promise<FoundRequest | null> {
  const [row] = await db.all<RequestRow>(
    `${selectRequests} where r.company_id = ?1 and ?2 is not null and r.id = ?4`,
    ...readerValues(reader),
    id,
  );
  return row === undefined ? null : foundOf(row);
}

/** SQL: the first manager today of a project who is not that person, as a JSON row; null where HR answers. */
function answererOf(project: string, person: string): string {
  return `(select json_array(a.id, a.name, a.title) from project_member m indexed by project_member_project
      join person a on a.company_id = ?1 and a.id = m.person_id and a.active = 1
    where m.company_id = ?1 and m.project_id = ${project} and m.role = 'manager' and m.person_id <> ${person}
      and ${holdsOn("m", "?3")} order by a.name, a.id limit 1)`;
}

/** Who would answer a person's request about each of the projects; null where HR does. */
export async function findAnswerers(
  db: Database,
  reader: Reader,
  projects: readonly string[],
): Promise<Map<string, PersonBrief>> {
  if (projects.length === 0) return new Map();
  const rows = await db.all<{ project: string; answerer: string | null }>(
    `select p.value as project, ${answererOf("p.value", "?2")} as answerer from json_each(?4) p`,
    ...readerValues(reader),
    JSON.stringify([...new Set(projects)]),
  );
  return new Map(rows.flatMap(({ project, answerer }) => (answerer === null ? [] : [[project, briefIn(answerer)]])));
}

const selectRequests = `select r.id, r.date, r.kind, r.body, r.state, r.reason, r.effect, r.project_id as project,
    r.made_at as madeAt,
    (select json_array(q.id, q.name, q.title) from person q where q.company_id = ?1 and q.id = r.person_id) as person,
    coalesce((select json_array(q.id, q.name, q.title) from person q where q.company_id = ?1 and q.id = r.made_by),
      json_array(r.made_by, r.made_by, null)) as madeBy,
    ${answererOf("r.project_id", "r.person_id")} as answerer,
    (select json_array(n.at, n.reason, n.made_by, coalesce(q.name, n.made_by), q.title) from request_answer n
       left join person q on q.company_id = ?1 and q.id = n.made_by
     where n.company_id = ?1 and n.request_id = r.id and r.state <> 'waiting' order by n.n desc limit 1) as answer,
    exists (select 1 from period c where c.company_id = ?1 and c.state = 'closed' and c.last >= r.date
      and c.first <= r.date) as closed
  from request r`;

interface RequestRow {
  readonly id: string;
  readonly date: WorkDate;
  readonly kind: RequestKind;
  readonly body: string;
  readonly state: RequestState;
  readonly reason: string;
  readonly effect: string;
  readonly project: string | null;
  readonly madeAt: Instant;
  readonly person: string;
  readonly madeBy: string;
  readonly answerer: string | null;
  readonly answer: string | null;
  readonly closed: number;
}

function foundOf({ kind, body, ...row }: RequestRow): FoundRequest {
  return {
    ...row,
    content: contentOf({ kind, body }),
    effect: parseStored<RequestEffect>(row.effect, { minutes: 0, project: null, overtime: null }),
    person: briefIn(row.person),
    madeBy: briefIn(row.madeBy),
    answerer: row.answerer === null ? null : briefIn(row.answerer),
    answer: row.answer === null ? null : answerIn(row.answer),
    closed: row.closed === 1,
  };
}

function briefIn(text: string): PersonBrief {
  const [id, name, title]: [string, string, string | null] = JSON.parse(text);
  return { id, name, title };
}

function answerIn(text: string): FoundRequest["answer"] {
  const [at, reason, id, name, title]: [number, string | null, string, string, string | null] = JSON.parse(text);
  return { at, reason, by: { id, name, title } };
}
