import { readBody } from "../lenient.ts";
import type { Jira } from "./api.ts";
import { Permissions } from "./shape.ts";

/** Rights as Jira names them, and the problem that each one's absence is. */
const needed = {
  BROWSE_PROJECTS: "projects-hidden",
  WORK_ON_ISSUES: "may-not-log-hours",
  EDIT_OWN_WORKLOGS: "may-not-change-hours",
  DELETE_OWN_WORKLOGS: "may-not-remove-hours",
  TRANSITION_ISSUES: "may-not-set-status",
  CREATE_ISSUES: "may-not-create-tasks",
  USER_PICKER: "people-hidden",
} as const;

type Right = keyof typeof needed;

/** Whether the account has a right, in any project where it is one of projects. */
export async function mayDo(jira: Jira, right: Right): Promise<boolean> {
  return (await readRights(jira, [right])).has(right);
}

/** What the account's rights leave undone, `["may-not-log-hours"]`. */
export async function problemsOfRights(jira: Jira): Promise<string[]> {
  const rights = Object.keys(needed) as Right[];
  const held = await readRights(jira, rights);
  return rights.filter((right) => !held.has(right)).map((right) => needed[right]);
}

async function readRights(jira: Jira, rights: readonly Right[]): Promise<ReadonlySet<string>> {
  const { body } = await jira.call({ path: "/mypermissions", query: { permissions: rights.join(",") } });
  const { permissions } = readBody(body, Permissions);
  return new Set(Object.keys(permissions).filter((right) => permissions[right]?.havePermission === true));
}
