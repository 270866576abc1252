import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { type GrantedRole, holds } from "./role.ts";

/** A role of one person. */
export interface RoleGrant {
  readonly personId: string;
  readonly role: GrantedRole;
}

/** Every grant of the company, by person and role. */
export async function listGrants(db: Database, company: string): Promise<RoleGrant[]> {
  return db.all<RoleGrant>(
    "select person_id as personId, role from role_grant where company_id = ?1 order by person_id, role",
    company,
  );
}

/** Grants a role to an active person; `unknown` when there is no such person. A repeat changes nothing. */
export async function insertGrant(db: Database, author: Author, grant: RoleGrant): Promise<"granted" | "unknown"> {
  const values = [...authorValues(author), grant.personId, grant.role] as const;
  const free = `p.company_id = ?1 and p.id = ?6 and p.active = 1 and ${holds("admin")} and not exists
    (select 1 from role_grant g where g.company_id = ?1 and g.person_id = ?6 and g.role = ?7)`;
  const results = await db.batch([
    db.prepare("select 1 from person where company_id = ?1 and id = ?2 and active = 1", author.company, grant.personId),
    db.prepare(`${historyOf("grant")} from person p where ${free}`, ...values),
    db.prepare(`insert into role_grant select ?1, p.id, ?7 from person p where ${free}`, ...values),
  ]);
  return results[0]?.results.length === 1 ? "granted" : "unknown";
}

/** Grants `admin` while the company has no active admin; how DingTalk's main administrator becomes the first. */
export async function insertFirstAdmin(db: Database, author: Author): Promise<void> {
  const values = [...authorValues(author), author.person, "admin"] as const;
  const free = `p.company_id = ?1 and p.id = ?6 and not exists (${activeAdmins})`;
  await db.batch([
    db.prepare(`${historyOf("grant")} from person p where ${free}`, ...values),
    db.prepare(
      `insert into role_grant select ?1, p.id, ?7 from person p where ${free} on conflict do nothing`,
      ...values,
    ),
  ]);
}

/** Takes a role away; `last-admin` when nobody could grant roles any more. A repeat changes nothing. */
export async function deleteGrant(db: Database, author: Author, grant: RoleGrant): Promise<"revoked" | "last-admin"> {
  const values = [...authorValues(author), grant.personId, grant.role] as const;
  const free = `g.company_id = ?1 and g.person_id = ?6 and g.role = ?7 and ${holds("admin")}
    and (g.role <> 'admin' or exists (${activeAdmins} and a.person_id <> ?6))`;
  const results = await db.batch([
    db.prepare(`${historyOf("revoke")} from role_grant g where ${free}`, ...values),
    db.prepare(`delete from role_grant as g where ${free}`, ...values),
    db.prepare(
      "select 1 from role_grant where company_id = ?1 and person_id = ?2 and role = ?3",
      author.company,
      grant.personId,
      grant.role,
    ),
  ]);
  return results[2]?.results.length === 1 ? "last-admin" : "revoked";
}

const activeAdmins = `select 1 from role_grant a join person q on q.company_id = a.company_id and q.id = a.person_id
  where a.company_id = ?1 and a.role = 'admin' and q.active = 1`;

function historyOf(action: "grant" | "revoke"): string {
  const role = "json_object('role', ?7)";
  return intoHistory({
    subject: "'person'",
    id: "?6",
    action: `'${action}'`,
    before: action === "grant" ? "null" : role,
    after: action === "grant" ? role : "null",
  });
}
