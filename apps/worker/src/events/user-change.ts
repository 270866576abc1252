import { keepPeople } from "@today/db/directory";
import { readPerson } from "@today/dingtalk/directory";
import type { EventVerb } from "../event-taking.ts";
import { entryOf } from "../person-entry.ts";

/** People who came, changed or signed in for the first time: the event only names them, so each is read. */
export const takeChangedPeople: EventVerb<"user_add_org" | "user_modify_org" | "user_active_org"> = async (
  ctx,
  { userIds },
) => {
  const people = await Promise.all(userIds.map((userId) => readPerson(ctx.dingtalk, userId)));
  const entries = people.flatMap((person) => (person === null ? [] : [entryOf(person)]));
  return { statements: keepPeople(ctx.db, { companyId: ctx.company.id, at: ctx.now }, entries) };
};
