import type { AccountKeyRow, StoredMatch } from "./account-match.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

/** What was said of an account: somebody's, nobody's (null), or what the rules say again. */
export type HandWish = { readonly person: string | null } | { readonly rules: StoredMatch };

/** The keys of an account that is not deleted, and what it told; null when there is none. */
export async function readAccountKeys(
  db: Database,
  company: string,
  id: string,
): Promise<{
  readonly source: string;
  readonly keyedBy: string;
  readonly resource: string;
  readonly keys: readonly AccountKeyRow[];
} | null> {
  const [row] = await db.all<{ source: string; keyedBy: string; resource: string; keys: string }>(
    `select source, keyed_by as keyedBy, resource, (select json_group_array(json_object('rule', k.rule, 'kind', k.kind, 'digest', k.digest))
       from account_key k where k.company_id = ?1 and k.account_id = ?2) as keys
     from account where company_id = ?1 and id = ?2 and deleted_at is null`,
    ...[company, id],
  );
  return row === undefined ? null : { ...row, keys: JSON.parse(row.keys) as AccountKeyRow[] };
}

/** Writes what somebody said of an account, or that they take it back; `unknown` without account or person. A repeat changes nothing. */
export async function writeHand(
  db: Database,
  author: Author,
  id: string,
  wish: HandWish,
): Promise<"written" | "unknown"> {
  const said = "rules" in wish ? wish.rules : byHand(wish.person);
  const values = [...authorValues(author), id, JSON.stringify(said)] as const;
  const known = `exists (select 1 from account a where a.company_id = ?1 and a.id = ?6 and a.deleted_at is null)
    and (?7 ->> 'person' is null or exists (select 1 from person p where p.company_id = ?1 and p.id = ?7 ->> 'person'))`;
  const free = `a.company_id = ?1 and a.id = ?6 and a.deleted_at is null and ${known} and ${holds("hr", "admin")}
    and (a.state, a.person_id, a.rule) is not (?7 ->> 'state', ?7 ->> 'person', ?7 ->> 'rule')`;
  const history = intoHistory({
    ...{ subject: "'account'", id: "a.id", action: `'${"rules" in wish ? "match-undone" : "match-by-hand"}'` },
    before: "json_object('state', a.state, 'person', a.person_id, 'rule', a.rule)",
    after: "json_remove(?7, '$.people')",
  });
  const [answer] = await db.batch([
    db.prepare(`select ${known} as known`, ...values),
    db.prepare(`${history} from account a where ${free}`, ...values),
    db.prepare(
      `update account as a set state = ?7 ->> 'state', person_id = ?7 ->> 'person', rule = ?7 ->> 'rule', people = ?7 -> 'people'
       where ${free}`,
      ...values,
    ),
  ]);
  return answer?.results[0]?.known === 1 ? "written" : "unknown";
}

function byHand(person: string | null) {
  return { state: person === null ? "nobody" : "matched", person, rule: "hand", people: [] };
}
