import { distinctKeys, keyOf } from "@today/core/account-key";
import type { z } from "zod";
import type { RemotePerson, Session } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { type Page, walk } from "../page.ts";
import type { ZentaoApi } from "./api.ts";
import { listProjects, readExecutions } from "./project.ts";
import { Execution, type Me, Users } from "./shape.ts";

/** People by account. Without the right to browse the company a project's people come by name only, and everybody not at all. */
export function createMembers(api: ZentaoApi): Required<Session>["listMembers"] {
  return async (projectId, cursor) => {
    if (projectId === null) return listUsers(api, cursor);
    const team = await readTeam(api, projectId);
    try {
      const { items, next } = await listUsers(api, cursor);
      return { items: items.filter((one) => team.has(one.id)), next };
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.kind !== "permission" || cursor !== null) throw error;
      return { items: await readByName(api, projectId, team), next: null };
    }
  };
}

/** Throws `permission` without the right to browse the company. Fields beyond the usual go by a name that is misspelt there. */
export async function listUsers(api: ZentaoApi, cursor: string | null): Promise<Page<RemotePerson>> {
  const { body, next } = await api
    .page("users", { path: "/users", query: { fileds: "mobile,dingding" }, cursor })
    .catch((error: unknown) => {
      const isDenied = error instanceof ConnectorError && error.code === "400";
      throw isDenied ? new ConnectorError({ kind: "permission", code: "users-denied", field: "account" }) : error;
    });
  return { items: body === null ? [] : readBody(body, Users).users.map(personOf), next };
}

async function readTeam(api: ZentaoApi, projectId: string): Promise<Set<string>> {
  for await (const project of walk((cursor) => listProjects(api, cursor))) {
    if (project.id === projectId) return new Set(project.team);
  }
  throw new ConnectorError({ kind: "not-found", code: "project-unknown", field: "project" });
}

/** The executions tell their people's names, the project only accounts. */
async function readByName(api: ZentaoApi, projectId: string, team: ReadonlySet<string>): Promise<RemotePerson[]> {
  const names = new Map([...team].map((account) => [account, account]));
  for (const id of await readExecutions(api, projectId, "all")) {
    const { teamMembers } = readBody(await api.get(`/executions/${encodeURIComponent(id)}`), Execution);
    for (const { account, realname } of teamMembers) names.set(account, realname ?? account);
  }
  return [...names].map(([id, name]) => ({ id, name, active: true, login: id, keys: [] }));
}

function personOf(user: z.output<typeof Me>["profile"]): RemotePerson {
  return {
    id: user.account,
    name: user.realname ?? user.account,
    active: true,
    login: user.account,
    keys: distinctKeys([keyOf("user", user.dingding), keyOf("mobile", user.mobile), keyOf("email", user.email)]),
  };
}
