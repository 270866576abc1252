import type { MappingGround, MappingRule } from "@today/core/mapping";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import type { PersonBrief } from "./person.ts";
import { holds } from "./role.ts";

/** A version of how the fields at a target are filled. */
export interface MappingVersion {
  readonly version: number;
  readonly rules: readonly MappingRule[];
  /** The values that choices had when it was made. */
  readonly offers: MappingGround["offers"];
  /** Whether hours that were there already were to be written anew. */
  readonly reach: "unsent" | "all";
  /** The version it repeats. */
  readonly ofVersion: number | null;
  readonly madeAt: Instant;
}

/** A new version over the one before, 0 for none. */
export type MappingWish = Omit<MappingVersion, "madeAt"> & { readonly targetId: string };

interface Row extends Omit<MappingVersion, "rules" | "offers"> {
  readonly rules: string;
  readonly offers: string;
}

const columns = "m.version, m.rules, m.offers, m.reach, m.of_version as ofVersion, m.made_at as madeAt";

/** The versions of a target's mapping, the newest first; none while the usual one holds. */
export async function readMappings(db: Database, company: string, target: string): Promise<MappingVersion[]> {
  const rows = await db.all<Row>(
    `select ${columns} from mapping m where m.company_id = ?1 and m.target_id = ?2 order by m.version desc`,
    ...[company, target],
  );
  return rows.map(versionOf);
}

/** The version that holds; null while the usual one does. */
export async function readMapping(db: Database, company: string, target: string): Promise<MappingVersion | null> {
  const [row] = await db.all<Row>(
    `select ${columns} from mapping m where m.company_id = ?1 and m.target_id = ?2 order by m.version desc limit 1`,
    ...[company, target],
  );
  return row === undefined ? null : versionOf(row);
}

/** A version with who made it; null where that is nobody any more. */
export interface MadeMapping extends MappingVersion {
  readonly madeBy: PersonBrief | null;
}

/** Fifty versions at most that are older than `before`, the newest first. */
export async function listMappings(
  db: Database,
  company: string,
  { target, before }: { readonly target: string; readonly before: number },
): Promise<MadeMapping[]> {
  const rows = await db.all<Row & { madeBy: string; name: string | null; title: string | null }>(
    `select ${columns}, m.made_by as madeBy, p.name, p.title from mapping m
     left join person p on p.company_id = m.company_id and p.id = m.made_by
     where m.company_id = ?1 and m.target_id = ?2 and m.version < ?3 order by m.version desc limit 50`,
    ...[company, target, before],
  );
  return rows.map(({ madeBy, name, title, ...row }) => ({
    ...versionOf(row),
    madeBy: name === null ? null : { id: madeBy, name, title },
  }));
}

/** Adds a version; false where the newest is not the one before it. The same rules again by the same version change nothing. */
export async function insertMapping(db: Database, author: Author, wish: MappingWish): Promise<boolean> {
  const { targetId, version, rules, offers, reach, ofVersion } = wish;
  const asked = [...authorValues(author), targetId, version] as const;
  const values = [...asked, JSON.stringify(rules), JSON.stringify(offers), reach, ofVersion] as const;
  const newest = "coalesce((select max(m.version) from mapping m where m.company_id = ?1 and m.target_id = ?6), 0)";
  const same = `exists (select 1 from mapping m where m.company_id = ?1 and m.target_id = ?6 and m.version = ?7
    and m.rules = ?8 and m.reach = ?10 and m.of_version is ?11)`;
  const free = `${newest} = ?7 - 1 and ${holds("admin")}
    and exists (select 1 from target t where t.company_id = ?1 and t.id = ?6 and t.state <> 'removed')`;
  const history = intoHistory({
    ...{ subject: "'mapping'", id: "?6", action: "iif(?11 is null, 'change', 'roll-back')" },
    before: `json_object('version', ${newest})`,
    after: "json_object('version', ?7, 'reach', ?10, 'of', ?11)",
  });
  const [answer] = await db.batch([
    db.prepare(`select ${newest} = ?7 - 1 or ${same} as fresh`, ...values),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into mapping (company_id, target_id, version, rules, offers, reach, of_version, made_at, made_by)
       select ?1, ?6, ?7, ?8, ?9, ?10, ?11, ?4, ?2 where ${free}`,
      ...values,
    ),
  ]);
  return answer?.results[0]?.fresh === 1;
}

function versionOf({ rules, offers, ...row }: Row): MappingVersion {
  return { ...row, rules: JSON.parse(rules), offers: JSON.parse(offers) };
}

/** All versions of the mappings of a company by their target, the newest first. */
export async function readCompanyMappings(db: Database, company: string): Promise<Map<string, MappingVersion[]>> {
  const rows = await db.all<Row & { targetId: string }>(
    `select m.target_id as targetId, ${columns} from mapping m where m.company_id = ?1 order by m.target_id, m.version desc`,
    company,
  );
  const grouped = new Map<string, MappingVersion[]>();
  for (const { targetId, ...row } of rows) grouped.set(targetId, [...(grouped.get(targetId) ?? []), versionOf(row)]);
  return grouped;
}
