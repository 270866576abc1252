import type { DraftField, Misfit, MisfitReason } from "@today/core/project-draft";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { parseStored } from "./json-rows.ts";
import { holds, type Reader, readerValues } from "./role.ts";

/** Where an approval of a project stands: `misfit` waits for a human, `ended` was refused or withdrawn. */
export type ProjectApprovalState = "running" | "made" | "misfit" | "archived" | "ended" | "dismissed";

/** An approval that makes a project, in the form's own words. */
export interface ProjectApproval {
  readonly id: string;
  readonly processCode: string;
  readonly state: ProjectApprovalState;
  readonly projectId: string | null;
  readonly originator: string;
  readonly said: readonly { readonly field: DraftField; readonly label: string; readonly text: string }[];
  readonly misfits: readonly Misfit[];
  readonly beganAt: Instant | null;
  readonly changedAt: Instant;
}

interface Row extends Omit<ProjectApproval, "said" | "misfits"> {
  readonly said: string;
  readonly misfits: string;
}

const columns = `a.id, a.process_code as processCode, a.state, a.project_id as projectId, a.originator, a.said, a.misfits,
  a.began_at as beganAt, a.changed_at as changedAt`;

/** One approval; null when nothing is kept of it. */
export async function findProjectApproval(
  db: Database,
  companyId: string,
  id: string,
): Promise<ProjectApproval | null> {
  const [row] = await db.all<Row>(
    `select ${columns} from project_approval a where a.company_id = ?1 and a.id = ?2`,
    ...[companyId, id],
  );
  return row === undefined ? null : approvalOf(row);
}

/** The ids of a form's approvals that still run. */
export async function readRunning(db: Database, companyId: string, processCode: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `select id from project_approval where company_id = ?1 and state = 'running' and process_code = ?2 order by id`,
    ...[companyId, processCode],
  );
  return rows.map(({ id }) => id);
}

/** Which of some approvals are kept and decided. */
export async function readSettledApprovals(
  db: Database,
  companyId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ id: string }>(
    `select a.id from json_each(?2) k cross join project_approval a on a.company_id = ?1 and a.id = k.value
      where a.state <> 'running'`,
    ...[companyId, JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The latest approvals, those that wait for a human first; nothing for readers who are no admins. */
export async function listProjectApprovals(
  db: Database,
  reader: Reader,
  { state, limit }: { readonly state: "misfit" | "all"; readonly limit: number },
): Promise<(ProjectApproval & { readonly by: string | null })[]> {
  const rows = await db.all<Row & { by: string | null }>(
    `select ${columns}, p.name as by from project_approval a
       left join person p on p.company_id = ?1 and p.id = a.originator
     where a.company_id = ?1 and ${holds("admin")} and (?4 = 'all' or a.state = ?4)
     order by a.state <> 'misfit', a.changed_at desc, a.id limit ?5`,
    ...[...readerValues(reader), state, limit],
  );
  return rows.map((row) => ({ ...approvalOf(row), by: row.by }));
}

/** A statement that keeps an approval as it stands now. */
export function keepProjectApproval(
  db: Database,
  { companyId, at }: { readonly companyId: string; readonly at: Instant },
  approval: Omit<ProjectApproval, "changedAt">,
): D1PreparedStatement {
  const { id, processCode, state, projectId, originator, said, misfits, beganAt } = approval;
  const words = said.map(({ field, label, text }) => [field, label, text]);
  const odd = misfits.map(({ field, label, said: text, reason }) => [field, label, text, reason]);
  return db.prepare(
    `insert into project_approval (company_id, id, process_code, state, project_id, originator, said, misfits, began_at,
       changed_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
     on conflict do update set state = excluded.state, project_id = coalesce(excluded.project_id, project_id),
       said = excluded.said, misfits = excluded.misfits, changed_at = excluded.changed_at
     where (state, said, misfits) is not (excluded.state, excluded.said, excluded.misfits)`,
    ...[companyId, id, processCode, state, projectId, originator, JSON.stringify(words), JSON.stringify(odd)],
    ...[beganAt, at],
  );
}

/** Puts an approval that waits for a human aside, with history; false when none waits or without the right. */
export async function dismissProjectApproval(db: Database, author: Author, id: string): Promise<boolean> {
  const values = [...authorValues(author), id] as const;
  const free = `a.company_id = ?1 and a.id = ?6 and a.state = 'misfit' and ${holds("admin")}`;
  const history = intoHistory({
    ...{ subject: "'project-approval'", id: "a.id", action: "'dismiss'" },
    ...{ before: "json_object('misfits', json(a.misfits))", after: "null" },
  });
  const results = await db.batch([
    db.prepare(`${history} from project_approval a where ${free}`, ...values),
    db.prepare(`update project_approval as a set state = 'dismissed', changed_at = ?4 where ${free}`, ...values),
  ]);
  return results[1]?.meta.changes === 1;
}

type Said = readonly [DraftField, string, string];
type Odd = readonly [DraftField, string, string, MisfitReason];

function approvalOf({ said, misfits, ...row }: Row): ProjectApproval {
  return {
    ...row,
    said: parseStored<Said[]>(said, []).map(([field, label, text]) => ({ field, label, text })),
    misfits: parseStored<Odd[]>(misfits, []).map(([field, label, text, reason]) => ({
      field,
      label,
      said: text,
      reason,
    })),
  };
}
