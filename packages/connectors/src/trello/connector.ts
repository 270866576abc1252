import type { Connector, Means, Session } from "../connector.ts";
import { createTrelloApi } from "./api.ts";
import { fields } from "./field.ts";
import { createInbound } from "./inbound.ts";
import { createBoards } from "./list.ts";
import { createCards, listBoards, listMembers } from "./project.ts";
import { form, noteLimit, readTrelloSettings } from "./setting.ts";
import { createStatus } from "./status.ts";
import { createTasks } from "./task.ts";
import { createTotal } from "./total.ts";
import { createWorklogs } from "./worklog.ts";

/** Trello over its REST API: boards are projects, cards tasks, and hours are marked comments. */
export const trello: Connector = {
  kind: "trello",
  title: { zh: "Trello", en: "Trello" },
  form,
  abilities: {
    projects: true,
    tasks: true,
    members: true,
    worklogs: { support: "emulated", change: true, remove: true, readBack: true, list: true, author: "token-owner" },
    status: true,
    createTask: true,
    inbound: "signed",
  },
  rules: {
    stepMinutes: 1,
    needsTask: true,
    needsStart: false,
    backDateDays: null,
    future: true,
    note: noteLimit,
    serializeBy: "task",
  },
  rates: [
    { calls: 100, perMs: 10_000, scope: "token" },
    { calls: 300, perMs: 10_000, scope: "app" },
  ],
  fields,
  hosts: () => ["api.trello.com"],
  open,
};

function open(means: Means): Session {
  const settings = readTrelloSettings(means.settings);
  const api = createTrelloApi(means, settings);
  const readBoard = createBoards(api, settings);
  return {
    // Trello tells nobody's mail address to others.
    check: async () => ({ account: await api.me(), problems: ["people-by-name-only"], offers: {} }),
    listProjects: () => listBoards(api),
    listTasks: createCards(api, readBoard, means.zone),
    listMembers: (projectId, cursor) => listMembers(api, projectId, cursor),
    worklogs: createWorklogs(api, createTotal(api, settings.totalField)),
    status: createStatus(api, readBoard),
    tasks: createTasks(api, readBoard, means.zone),
    inbound: createInbound(settings),
  };
}
