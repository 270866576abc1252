import type { WorklogFact } from "../connector.ts";
import type { ConnectorErrorFacts } from "../error.ts";
import { readBody } from "../lenient.ts";
import { walk } from "../page.ts";
import type { RedmineApi } from "./api.ts";
import { type Member, Memberships, OneRole } from "./shape.ts";

/** Why hours cannot stand under a person in a project: the key's account may not log for others, or the person may not log; null for no reason found. */
export async function personCause(
  api: RedmineApi,
  { task, personRemoteId }: Pick<WorklogFact, "task" | "personRemoteId">,
): Promise<ConnectorErrorFacts | null> {
  const account = await api.account();
  const members = await readMembers(api, task.projectId);
  const own = members.filter((one) => one.user?.id === account.id);
  const theirs = members.filter((one) => one.user?.id === personRemoteId);
  const isOther = account.id !== personRemoteId && account.admin !== true && own.length > 0;
  if (isOther && !(await mayDo(api, own, "log_time_for_other_users")))
    return { kind: "permission", code: "may-not-log-for-others", field: "naming" };
  if (theirs.length === 0) return refusal("person-not-member");
  // A locked person stays in the list of members, and is nobody to keys that are not an administrator's.
  if ((await api.getIfThere(`/users/${encodeURIComponent(personRemoteId ?? "")}.json`)) === null)
    return refusal("person-locked");
  return (await mayDo(api, theirs, "log_time")) ? null : refusal("person-may-not-log");
}

async function readMembers(api: RedmineApi, projectId: string): Promise<Member[]> {
  const path = `/projects/${encodeURIComponent(projectId)}/memberships.json`;
  const read = async (cursor: string | null) => {
    const { body, next } = await api.page("memberships", { path, cursor });
    return { items: readBody(body, Memberships).memberships, next };
  };
  const members: Member[] = [];
  for await (const member of walk(read)) members.push(member);
  return members;
}

/** Whether a role of these memberships has the permission; roles that are not told are taken to have it. */
async function mayDo(api: RedmineApi, members: readonly Member[], permission: string): Promise<boolean> {
  for (const { id } of members.flatMap((one) => one.roles ?? [])) {
    const body = await api.getIfThere(`/roles/${encodeURIComponent(id)}.json`);
    if (body === null || readBody(body, OneRole).role.permissions?.includes(permission) !== false) return true;
  }
  return members.every((one) => one.roles === null || one.roles.length === 0);
}

function refusal(code: string): ConnectorErrorFacts {
  return { kind: "invalid", code, field: "person" };
}
