import type { Connector, Means, Session } from "../connector.ts";
import { readSettings } from "../setting.ts";
import { openJira } from "./api.ts";
import { dataCenter } from "./dialect.ts";
import { fields } from "./field.ts";
import { abilities, rules, sessionOf } from "./session.ts";
import { dataCenterForm } from "./setting.ts";

/** Jira Data Center and Server over REST v2 with one account's personal access token. */
export const jiraDataCenter: Connector = {
  kind: "jira-dc",
  title: { zh: "Jira Data Center", en: "Jira Data Center" },
  form: dataCenterForm,
  abilities: { ...abilities, inbound: "secret-url" },
  rules,
  rates: [],
  fields,
  open,
};

function open(means: Means): Session {
  const { address, token, ...rest } = readSettings(dataCenterForm, means.settings);
  const jira = openJira(means, dataCenter, { base: address, authorization: `Bearer ${token}` });
  return sessionOf(jira, rest);
}
