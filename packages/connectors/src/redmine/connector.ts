import type { Connector, Means, Session } from "../connector.ts";
import { readSettings } from "../setting.ts";
import { createActivityChoice } from "./activity.ts";
import { createRedmineApi } from "./api.ts";
import { checkRedmine } from "./check.ts";
import { fields } from "./field.ts";
import { createMembers } from "./member.ts";
import { listProjects, listTasks } from "./project.ts";
import { form, noteLimit } from "./setting.ts";
import { createStatus } from "./status.ts";
import { createTasks } from "./task.ts";
import { createWorklogs } from "./worklog.ts";

/** Redmine 5 and its like over its REST API with one key. */
export const redmine: Connector = {
  kind: "redmine",
  title: { zh: "Redmine", en: "Redmine" },
  form,
  abilities: {
    projects: true,
    tasks: true,
    members: true,
    worklogs: { support: "native", change: true, remove: true, readBack: true, list: true, author: "any-user" },
    status: true,
    createTask: true,
    inbound: "none",
  },
  rules: {
    stepMinutes: 1,
    needsTask: false,
    needsStart: false,
    backDateDays: null,
    future: true,
    note: noteLimit,
    serializeBy: "task",
  },
  rates: [],
  fields,
  open,
};

function open(means: Means): Session {
  const settings = readSettings(form, means.settings);
  const api = createRedmineApi(means, settings);
  return {
    check: () => checkRedmine(api, settings),
    listProjects: (cursor) => listProjects(api, cursor),
    listTasks: (projectId, changes) => listTasks(api, projectId, changes),
    listMembers: createMembers(api),
    worklogs: createWorklogs({ api, settings, activityOf: createActivityChoice(api, settings.activity) }),
    status: createStatus(api),
    tasks: createTasks(api),
  };
}
