import { addDepartments, type DepartmentEntry, removeDepartments } from "@today/db/directory";
import { readDepartment } from "@today/dingtalk/department";
import type { EventVerb } from "../event-taking.ts";

const root = "1";

/**
 * Departments that came, changed or went: the event only names them, so each is read as it is now, and one that is no more is
 * forgotten. In whatever order the events come, the last state stands.
 */
export const takeDepartments: EventVerb<"org_dept_create" | "org_dept_modify" | "org_dept_remove"> = async (
  { db, company, dingtalk },
  { departmentIds },
) => {
  const entries: DepartmentEntry[] = [];
  const gone: string[] = [];
  // The root is the company itself, which no list of departments has.
  for (const id of departmentIds.filter((one) => one !== root)) {
    const found = await readDepartment(dingtalk, id);
    if (found === null) gone.push(id);
    else entries.push({ id, parentId: found.parentId, name: found.name });
  }
  return { statements: [...addDepartments(db, company.id, entries), removeDepartments(db, company.id, gone)] };
};
