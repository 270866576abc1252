import type { Database } from "./database.ts";
import type { PersonBrief } from "./person.ts";
import { type Reader, readerValues } from "./role.ts";

/** Which people of a long list: those whose name, id or number holds the text, after the last one of the page before. */
export interface PageWish {
  readonly text: string;
  readonly after: readonly [name: string, id: string] | null;
}

/** Fifty people by name at most, and where the next page begins. */
export interface PeoplePage<Row> {
  readonly people: readonly (PersonBrief & Row)[];
  readonly next: readonly [name: string, id: string] | null;
}

const pageSize = 50;

/** A page of all people there ever were with more columns of `p`, under a condition on the reader. */
export async function readPeoplePage<Row>(
  db: Database,
  reader: Reader,
  wish: PageWish,
  { columns, right }: { readonly columns: string; readonly right: string },
): Promise<PeoplePage<Row>> {
  const [name, id] = wish.after ?? ["", ""];
  const rows = await db.all<PersonBrief & Row>(
    `select p.id, p.name, p.title, ${columns} from person p where p.company_id = ?1 and ${right}
       and (instr(lower(p.name), ?4) > 0 or instr(lower(p.id), ?4) > 0 or instr(lower(p.job_number), ?4) > 0)
       and (p.name, p.id) > (?5, ?6)
     order by p.name, p.id limit ${pageSize + 1}`,
    ...[...readerValues(reader), wish.text.toLowerCase(), name, id],
  );
  const people = rows.slice(0, pageSize);
  const last = people.at(-1);
  return { people, next: rows.length > pageSize && last !== undefined ? [last.name, last.id] : null };
}
