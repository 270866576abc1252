import type { Shift } from "@today/core/shift";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** A shift as it was in one version. */
export interface StoredShift extends Shift {
  readonly id: string;
  readonly version: string;
  readonly name: string;
}

/** The stored ones of these shifts. */
export async function readShiftVersions(
  db: Database,
  companyId: string,
  ids: readonly string[],
): Promise<StoredShift[]> {
  const rows = await db.all<{ id: string; version: string; name: string; sections: string; breaks: string }>(
    `select s.id, s.version, s.name, s.sections, s.breaks from json_each(?2) k cross join shift s
       on s.company_id = ?1 and s.id = k.value`,
    companyId,
    JSON.stringify(ids),
  );
  return rows.map(({ sections, breaks, ...row }) => ({
    ...row,
    sections: parseStored<StoredShift["sections"]>(sections, []),
    breaks: parseStored<StoredShift["breaks"]>(breaks, []),
  }));
}

/** A statement that keeps a version of a shift; one already kept stays as it is. */
export function keepShift(db: Database, companyId: string, shift: StoredShift): D1PreparedStatement {
  return db.prepare(
    `insert into shift (company_id, id, version, name, sections, breaks) values (?1, ?2, ?3, ?4, ?5, ?6)
     on conflict do nothing`,
    ...[companyId, shift.id, shift.version, shift.name],
    ...[JSON.stringify(shift.sections), JSON.stringify(shift.breaks)],
  );
}
