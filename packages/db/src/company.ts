import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** The company as kept; `operator` is a DingTalk administrator, known after the first look at the directory. */
export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly operator: string | null;
}

/** The company; null before its first pull. */
export async function readCompany(db: Database, companyId: string): Promise<CompanyRow | null> {
  const rows = await db.all<CompanyRow>("select id, name, zone, operator from company where id = ?1", companyId);
  return rows[0] ?? null;
}

/** A statement that keeps the company; without a name it keeps the one it has, at first its id. */
export function keepCompany(
  db: Database,
  company: { readonly id: string; readonly name: string | null; readonly zone: string; readonly at: Instant },
): D1PreparedStatement {
  return db.prepare(
    `insert into company (id, name, zone, created_at) values (?1, coalesce(?2, ?1), ?3, ?4)
      on conflict do update set name = excluded.name where ?2 is not null and name <> excluded.name`,
    ...[company.id, company.name, company.zone, company.at],
  );
}

/** A statement that remembers on whose behalf calls are made. */
export function keepOperator(db: Database, companyId: string, personId: string): D1PreparedStatement {
  return db.prepare("update company set operator = ?2 where id = ?1 and operator is not ?2", ...[companyId, personId]);
}
