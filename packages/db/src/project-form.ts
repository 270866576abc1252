import type { DraftField } from "@today/core/project-draft";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { parseStored } from "./json-rows.ts";
import { holds } from "./role.ts";

/** A form whose approval makes a project; `fields` says which of its fields, by id, says what. Version 0 was never written. */
export interface ProjectForm {
  readonly processCode: string;
  readonly title: string;
  readonly fields: Partial<Readonly<Record<DraftField, string>>>;
  readonly active: boolean;
  readonly version: number;
  readonly changedAt: Instant;
}

/** The forms that make projects. */
export async function readProjectForms(db: Database, companyId: string): Promise<ProjectForm[]> {
  const rows = await db.all<Omit<ProjectForm, "fields" | "active"> & { fields: string; active: number }>(
    `select process_code as processCode, title, fields, active, version, changed_at as changedAt from project_form
      where company_id = ?1 order by title, process_code`,
    companyId,
  );
  return rows.map(({ fields, active, ...row }) => ({ ...row, fields: parseStored(fields, {}), active: active === 1 }));
}

/** Writes a form while it is at that version, with history; false when it no longer is, or without the right. */
export async function writeProjectForm(
  db: Database,
  author: Author,
  form: Omit<ProjectForm, "changedAt">,
): Promise<boolean> {
  const { processCode, title, fields, active, version } = form;
  const values = [
    ...authorValues(author),
    processCode,
    title,
    JSON.stringify(fields),
    active ? 1 : 0,
    version,
  ] as const;
  const free = `${holds("admin")} and coalesce((select version from project_form where company_id = ?1
    and process_code = ?6), 0) = ?10`;
  const history = intoHistory({
    ...{ subject: "'project-form'", id: "?6", action: "'change'" },
    before: `(select json_object('fields', json(f.fields), 'active', f.active) from project_form f
      where f.company_id = ?1 and f.process_code = ?6)`,
    after: "json_object('fields', json(?8), 'active', ?9)",
  });
  const results = await db.batch([
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into project_form (company_id, process_code, title, fields, active, version, changed_at, changed_by)
       select ?1, ?6, ?7, ?8, ?9, 1, ?4, ?2 where ${free}
       on conflict do update set title = excluded.title, fields = excluded.fields, active = excluded.active,
         version = version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      ...values,
    ),
  ]);
  return results[1]?.meta.changes === 1;
}
