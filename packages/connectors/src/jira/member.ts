import { distinctKeys, keyOf } from "@today/core/account-key";
import { z } from "zod";
import type { RemotePerson } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody, rows } from "../lenient.ts";
import { countOf, type Page } from "../page.ts";
import { type Jira, numberOf } from "./api.ts";
import { mayDo } from "./permission.ts";
import { Project, Who } from "./shape.ts";

/** Jira tells no more than the first thousand people who may be assigned, and leaves some out of every part it is asked for. */
const pageSize = 1000;

/** People who can be assigned in a project, or everybody whom the account may see. Throws `permission` when it may see nobody. */
export async function listMembers(
  jira: Jira,
  projectId: string | null,
  cursor: string | null,
): Promise<Page<RemotePerson>> {
  const startAt = countOf(cursor, 0);
  const query = { startAt: String(startAt), maxResults: String(pageSize) };
  const list = projectId === null ? everybody(jira) : await assignable(jira, numberOf(projectId, "project"));
  const { body } = await jira.call({ path: list.path, query: { ...query, ...list.query } });
  const people = readBody(body, z.array(z.unknown()));
  const next = people.length < pageSize ? null : String(startAt + people.length);
  if (next === null) await jira.account();
  // Without the right to browse people the list is empty and no error.
  if (people.length === 0 && cursor === null && !(await mayDo(jira, "USER_PICKER"))) {
    throw new ConnectorError({ kind: "permission", code: "people-hidden" });
  }
  return { items: readBody(people, rows(Who)).flatMap((who) => personOf(jira, who)), next };
}

interface List {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

async function assignable(jira: Jira, projectId: string): Promise<List> {
  const path = "/user/assignable/search";
  if (jira.dialect.isCloud) return { path, query: { project: projectId } };
  // Data Center wants the key of the project there.
  const { key } = readBody((await jira.call({ path: `/project/${projectId}` })).body, Project);
  return { path, query: { project: key } };
}

function everybody(jira: Jira): List {
  return jira.dialect.isCloud
    ? { path: "/users/search", query: {} }
    : // A dot is in nobody's way: Data Center finds everybody by it.
      { path: "/user/search", query: { username: "." } };
}

/** A person of the company; apps and customers of a help desk are none. */
function personOf({ dialect }: Jira, who: Who): RemotePerson[] {
  const id = dialect.idOf(who);
  if (id === null || (who.accountType ?? "atlassian") !== "atlassian") return [];
  return [
    {
      id,
      name: who.displayName ?? id,
      active: who.active ?? true,
      login: dialect.isCloud ? null : who.name,
      keys: distinctKeys([keyOf("email", who.emailAddress)]),
    },
  ];
}
