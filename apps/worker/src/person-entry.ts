import type { PersonEntry } from "@today/db/directory";
import type { DirectoryPerson } from "@today/dingtalk/directory";

/** A person of DingTalk's directory in the words of the tables; one without a name bears their id. */
export function entryOf({ userId, unionId, name, jobNumber, title, departmentIds }: DirectoryPerson): PersonEntry {
  return { id: userId, unionId, name: name === "" ? userId : name, jobNumber, title, departmentIds };
}
