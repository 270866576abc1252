import type { Database } from "./database.ts";
import type { PersonBrief } from "./person.ts";
import { holds, type Reader, readerValues } from "./role.ts";

/** How an account stands; `nobody`: said by hand to be nobody's. */
export type AccountState = "matched" | "ambiguous" | "unmatched" | "nobody";

/** An account as those who match them see it. */
export interface AccountEntry {
  readonly id: string;
  readonly source: string;
  readonly userName: string;
  readonly displayName: string | null;
  readonly active: boolean;
  readonly state: AccountState;
  /** The rule that decided, `own-5` one of the admin's own, `hand` what somebody said. */
  readonly rule: string | null;
  readonly person: PersonBrief | null;
  /** Among whom nobody guesses. */
  readonly people: readonly PersonBrief[];
  /** How many other accounts of the source are taken to be the same person's. */
  readonly others: number;
}

/** Which accounts: `text` is looked for in the user's and the shown name. */
export interface AccountsWish {
  readonly state: AccountState | null;
  readonly source: string | null;
  readonly text: string;
  readonly after: readonly [userKey: string, id: string] | null;
}

/** Fifty accounts by user name, where the next page begins, and how many there are of each state. */
export interface AccountsPage {
  readonly accounts: readonly AccountEntry[];
  readonly next: readonly [userKey: string, id: string] | null;
  readonly counts: Readonly<Record<AccountState, number>>;
}

const pageSize = 50;
const may = holds("hr", "admin");
const brief = (id: string) =>
  `(select json_object('id', p.id, 'name', p.name, 'title', p.title) from person p where p.company_id = ?1 and p.id = ${id})`;

const listSql = `select a.id, a.source, a.user_name as userName, a.user_key as userKey, a.resource ->> '$.displayName' as displayName,
    a.active, a.state, a.rule, ${brief("a.person_id")} as person,
    (select json_group_array(json(${brief("c.value")})) from json_each(a.people) c) as people,
    (select count(*) from account o indexed by account_person where o.company_id = ?1 and o.person_id = a.person_id and o.source = a.source
      and o.deleted_at is null and o.active = 1 and o.id <> a.id) as others
  from account a where a.company_id = ?1 and a.deleted_at is null and (?4 is null or a.state = ?4) and (?5 is null or a.source = ?5)
    and (instr(a.user_key, ?6) > 0 or instr(lower(a.resource ->> '$.displayName'), ?6) > 0) and (a.user_key, a.id) > (?7, ?8) and ${may}
  order by a.user_key, a.id limit ${pageSize + 1}`;

/** A page of accounts; nothing for a reader who is neither HR nor admin. */
export async function listMatching(db: Database, reader: Reader, wish: AccountsWish): Promise<AccountsPage> {
  const [userKey, id] = wish.after ?? ["", ""];
  const narrowed = [wish.state, wish.source, wish.text.toLowerCase(), userKey, id] as const;
  const [list, counted] = await db.batch([
    db.prepare(listSql, ...readerValues(reader), ...narrowed),
    db.prepare(
      `select state, count(*) as n from account a where company_id = ?1 and deleted_at is null and ?3 is not null
         and (?4 is null or source = ?4) and ${may} group by state`,
      ...[...readerValues(reader), wish.source],
    ),
  ]);
  const rows = (list?.results ?? []) as unknown as AccountRow[];
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const counts = { matched: 0, ambiguous: 0, unmatched: 0, nobody: 0 };
  for (const row of (counted?.results ?? []) as unknown as { state: AccountState; n: number }[])
    counts[row.state] = row.n;
  const next = rows.length > pageSize && last !== undefined ? ([last.userKey, last.id] as const) : null;
  return { accounts: shown.map(entryOf), next, counts };
}

interface AccountRow extends Omit<AccountEntry, "active" | "person" | "people"> {
  readonly userKey: string;
  readonly active: number;
  readonly person: string | null;
  readonly people: string;
}

function entryOf({ userKey: _, active, person, people, ...row }: AccountRow): AccountEntry {
  const among = JSON.parse(people) as (PersonBrief | null)[];
  return {
    ...row,
    active: active === 1,
    person: person === null ? null : (JSON.parse(person) as PersonBrief),
    people: among.filter((one) => one !== null),
  };
}
