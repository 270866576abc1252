import { workDateOf } from "@today/core/time/zone";
import type { Abilities } from "../ability.ts";
import type { Connector, Means, Session } from "../connector.ts";
import { createZentaoApi } from "./api.ts";
import { checkZentao } from "./check.ts";
import { fields } from "./field.ts";
import { createInbound } from "./inbound.ts";
import { createMembers } from "./member.ts";
import { createTaskList, listProjects } from "./project.ts";
import { form, isApplication, noteLimit, readZentaoSettings } from "./setting.ts";
import { createStatus } from "./status.ts";
import { createTasks } from "./task.ts";
import { createWorklogs } from "./worklog.ts";

const plain: Abilities = {
  projects: true,
  tasks: true,
  members: true,
  worklogs: { support: "native", change: false, remove: false, readBack: true, list: true, author: "token-owner" },
  status: true,
  createTask: true,
  inbound: "secret-url",
};

/** What ZenTao can do with these settings: more when an application and the page actions are given. Throws `invalid` as `open` does. */
function zentaoAbilities(given: Readonly<Record<string, string>>): Abilities {
  const settings = readZentaoSettings(given);
  const corrects = settings.correction !== "";
  return {
    ...plain,
    worklogs: {
      ...plain.worklogs,
      change: corrects,
      remove: corrects,
      author: isApplication(settings) ? "acting-user" : "token-owner",
    },
  };
}

/** 禅道 over its API v1; the abilities are those of a connection with nothing but an account. */
export const zentao: Connector = {
  kind: "zentao",
  title: { zh: "禅道", en: "ZenTao" },
  form,
  abilities: plain,
  abilitiesWith: zentaoAbilities,
  rules: {
    stepMinutes: 1,
    needsTask: true,
    needsStart: false,
    backDateDays: null,
    future: false,
    note: noteLimit,
    serializeBy: "task",
  },
  rates: [],
  fields,
  open,
};

function open(means: Means): Session {
  const settings = readZentaoSettings(means.settings);
  const api = createZentaoApi(means, settings);
  return {
    check: () => checkZentao(api, settings),
    listProjects: async (cursor) => {
      const { items, next } = await listProjects(api, cursor);
      return { items: items.map(({ team: _, ...project }) => project), next };
    },
    listTasks: createTaskList(api, means.zone),
    listMembers: createMembers(api),
    worklogs: createWorklogs({ api, settings, means }),
    status: createStatus(api, means),
    tasks: createTasks(api, settings.account, () => workDateOf(means.now(), means.zone)),
    inbound: createInbound(settings.inboundSecret),
  };
}
