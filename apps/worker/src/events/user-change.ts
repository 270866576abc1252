import { keepPersonKeys } from "@today/db/account-match";
import { keepPeople } from "@today/db/directory";
import { readPerson } from "@today/dingtalk/directory";
import { keysOfPeople } from "../account-keys.ts";
import type { EventVerb } from "../event-taking.ts";
import { entryOf } from "../person-entry.ts";
import { placeTitles } from "../titles.ts";

/** People who came, changed or signed in for the first time: the event only names them, so each is read. */
export const takeChangedPeople: EventVerb<"user_add_org" | "user_modify_org" | "user_active_org"> = async (
  ctx,
  { userIds },
) => {
  const { db, company, now, dingtalk } = ctx;
  const found = await Promise.all(userIds.map((userId) => readPerson(dingtalk, userId)));
  const people = found.filter((person) => person !== null);
  const statements = [
    ...keepPeople(db, { companyId: company.id, at: now }, people.map(entryOf)),
    ...keepPersonKeys(db, company.id, await keysOfPeople(company.digest, people)),
    ...(await placeTitles(
      ctx,
      people.map(({ title }) => title),
    )),
  ];
  return { statements, jobs: [{ kind: "match-accounts", people: userIds, after: "" }] };
};
