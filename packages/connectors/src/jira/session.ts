import type { Abilities, WorklogRules } from "../ability.ts";
import type { Session } from "../connector.ts";
import type { Jira } from "./api.ts";
import { checkJira } from "./check.ts";
import { createTasks } from "./draft.ts";
import { createInbound } from "./inbound.ts";
import { listMembers } from "./member.ts";
import { listProjects } from "./project.ts";
import { createStatus } from "./status.ts";
import { listTasks } from "./task.ts";
import { createWorklogs, noteLimit } from "./worklog.ts";

/** What both kinds of Jira can do; only what they send differs. */
export const abilities: Omit<Abilities, "inbound"> = {
  projects: true,
  tasks: true,
  members: true,
  worklogs: { support: "native", change: true, remove: true, readBack: true, list: true, author: "token-owner" },
  status: true,
  createTask: true,
};

export const rules: WorklogRules = {
  stepMinutes: 1,
  needsTask: true,
  needsStart: true,
  backDateDays: null,
  future: true,
  note: noteLimit,
  serializeBy: "task",
};

/** A session of either kind; `taskType` and `webhookSecret` as in the form, `""` for none. */
export function sessionOf(
  jira: Jira,
  settings: { readonly taskType: string; readonly webhookSecret: string },
): Required<Session> {
  return {
    check: () => checkJira(jira),
    listProjects: (cursor) => listProjects(jira, cursor),
    listTasks: (projectId, changes) => listTasks(jira, projectId, changes),
    listMembers: (projectId, cursor) => listMembers(jira, projectId, cursor),
    worklogs: createWorklogs(jira),
    status: createStatus(jira),
    tasks: createTasks(jira, settings.taskType),
    inbound: createInbound({ dialect: jira.dialect, secret: settings.webhookSecret }),
  };
}
