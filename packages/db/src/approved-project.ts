import type { Project } from "@today/core/project";
import type { ProjectDraft } from "@today/core/project-draft";
import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { markMemberDays } from "./member-day.ts";

/** What stands in the way of a project that an approval makes, and what is taken. */
export interface ApprovedGround {
  readonly count: number;
  readonly exists: boolean;
  readonly codeTaken: boolean;
  readonly ownerKnown: boolean;
  readonly marks: readonly string[];
}

/** Looks at what there is beside a project that is about to be made. */
export async function readApprovedGround(
  db: Database,
  companyId: string,
  wish: { readonly id: string; readonly code: string; readonly owner: string; readonly today: WorkDate },
): Promise<ApprovedGround> {
  const [row] = await db.all<{ count: number; known: number; taken: number; owner: number; marks: string }>(
    `select (select count(*) from project where company_id = ?1) as count,
       exists (select 1 from project where company_id = ?1 and id = ?2) as known,
       exists (select 1 from project where company_id = ?1 and code = ?3 and id <> ?2) as taken,
       exists (select 1 from person where company_id = ?1 and id = ?4 and active = 1) as owner,
       (select json_group_array(distinct mark) from project where company_id = ?1
         and (closed_on is null or closed_on >= ?5)) as marks`,
    ...[companyId, wish.id, wish.code, wish.owner, wish.today],
  );
  return {
    ...{ count: row?.count ?? 0, exists: row?.known === 1, codeTaken: row?.taken === 1, ownerKnown: row?.owner === 1 },
    marks: JSON.parse(row?.marks ?? "[]"),
  };
}

/** Statements that make a project with its manager and budget, once: one that is there stays as it is. */
export function makeApprovedProject(
  db: Database,
  author: Author,
  wish: { readonly project: Project; readonly draft: ProjectDraft },
): D1PreparedStatement[] {
  const { project, draft } = wish;
  const values = [...authorValues(author), JSON.stringify(project), draft.owner] as const;
  const isNew = "not exists (select 1 from project where company_id = ?1 and id = ?6 ->> 'id')";
  const history = intoHistory({
    ...{ subject: "'project'", id: "?6 ->> 'id'", action: "'create'", before: "null" },
    after: "json_set(?6, '$.managers', json_array(?7))",
  });
  const made = `from project p where p.company_id = ?1 and p.id = ?6 ->> 'id' and p.created_at = ?4 and p.version = 1`;
  const hasBudget = draft.minutes !== null || draft.fen !== null || draft.endsOn !== null;
  return [
    db.prepare(`${history} where ${isNew}`, ...values),
    db.prepare(
      `insert into project (company_id, id, code, name, short_name, mark, color, starts_on, closed_on, created_at)
       select ?1, ?6 ->> 'id', ?6 ->> 'code', ?6 ->> 'name', ?6 ->> 'shortName', ?6 ->> 'mark', ?6 ->> 'color',
         ?6 ->> 'startsOn', ?6 ->> 'closedOn', ?4 where ${isNew}`,
      ...values.slice(0, 6),
    ),
    db.prepare(
      `insert into project_member (company_id, person_id, project_id, role) select ?1, ?7, p.id, 'manager' ${made}
       on conflict do nothing`,
      ...values,
    ),
    ...(hasBudget ? budgetOf(db, author, { id: project.id, draft }) : []),
  ];
}

/** Statements that write what a form says of a project's budget, with its history; what it is silent about stays. */
export function budgetOf(
  db: Database,
  author: Author,
  { id, draft }: { readonly id: string; readonly draft: Pick<ProjectDraft, "minutes" | "fen" | "endsOn"> },
): D1PreparedStatement[] {
  const values = [...authorValues(author), id, draft.minutes, draft.fen, draft.endsOn] as const;
  const from = "from (select 1) left join budget b on b.company_id = ?1 and b.project_id = ?6";
  const is = "exists (select 1 from project where company_id = ?1 and id = ?6)";
  const hours = intoHistory({
    ...{ subject: "'budget'", id: "?6", action: "'change'" },
    before: "json_object('minutes', b.minutes, 'endsOn', b.ends_on)",
    after: "json_object('minutes', coalesce(?7, b.minutes), 'endsOn', coalesce(?9, b.ends_on))",
  });
  const money = intoHistory({
    ...{ subject: "'budget-money'", id: "?6", action: "'change'" },
    before: "json_object('fen', b.fen)",
    after: "json_object('fen', ?8)",
  });
  return [
    db.prepare(
      `${hours} ${from} where ${is} and (coalesce(?7, b.minutes) is not b.minutes or coalesce(?9, b.ends_on) is not b.ends_on)`,
      ...values,
    ),
    db.prepare(`${money} ${from} where ${is} and ?8 is not null and b.fen is not ?8`, ...values.slice(0, 8)),
    db.prepare(
      `insert into budget (company_id, project_id, minutes, fen, ends_on) select ?1, ?6, ?7, ?8, ?9 where ${is}
       on conflict do update set minutes = coalesce(excluded.minutes, minutes), fen = coalesce(excluded.fen, fen),
         ends_on = coalesce(excluded.ends_on, ends_on), version = version + 1
       where (coalesce(excluded.minutes, minutes), coalesce(excluded.fen, fen), coalesce(excluded.ends_on, ends_on))
         is not (minutes, fen, ends_on)`,
      ...values,
    ),
  ];
}

/** Statements that give a project the name and first day that a changed approval says; marks, codes and people stay. */
export function changeApprovedProject(
  db: Database,
  author: Author,
  { id, draft }: { readonly id: string; readonly draft: Pick<ProjectDraft, "name" | "startsOn"> },
): D1PreparedStatement[] {
  const values = [...authorValues(author), id, draft.name, draft.startsOn] as const;
  const free = "p.company_id = ?1 and p.id = ?6 and (p.name is not ?7 or coalesce(?8, p.starts_on) is not p.starts_on)";
  const history = intoHistory({
    ...{ subject: "'project'", id: "p.id", action: "'change'" },
    before: "json_object('name', p.name, 'startsOn', p.starts_on)",
    after: "json_object('name', ?7, 'startsOn', coalesce(?8, p.starts_on))",
  });
  return [
    db.prepare(`${history} from project p where ${free}`, ...values),
    db.prepare(
      `update project as p set name = ?7, starts_on = coalesce(?8, p.starts_on), version = version + 1 where ${free}`,
      ...values,
    ),
  ];
}

/** Statements that archive a project whose approval was cancelled: from tomorrow on it cannot be booked; nothing is deleted. */
export function archiveProject(db: Database, author: Author, id: string): D1PreparedStatement[] {
  const values = [...authorValues(author), id] as const;
  const free = "p.company_id = ?1 and p.id = ?6 and (p.closed_on is null or p.closed_on > ?3)";
  const history = intoHistory({
    ...{ subject: "'project'", id: "p.id", action: "'archive'" },
    before: "json_object('closedOn', p.closed_on)",
    after: "json_object('closedOn', ?3)",
    reason: "'approval-revoked'",
  });
  const isOpen = `exists (select 1 from project p where ${free})`;
  return [
    db.prepare(`${history} from project p where ${free}`, ...values),
    db.prepare(markMemberDays("?6", isOpen), ...values),
    db.prepare(`update project as p set closed_on = ?3, version = version + 1 where ${free}`, ...values),
  ];
}
