import type { Connector, Means, Session } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readSettings } from "../setting.ts";
import { openJira } from "./api.ts";
import { cloud } from "./dialect.ts";
import { fields } from "./field.ts";
import { abilities, rules, sessionOf } from "./session.ts";
import { cloudForm } from "./setting.ts";

const gateway = "api.atlassian.com";

/** Jira Cloud over REST v3 with one account's API token. */
export const jiraCloud: Connector = {
  kind: "jira-cloud",
  title: { zh: "Jira Cloud", en: "Jira Cloud" },
  form: cloudForm,
  abilities: { ...abilities, inbound: "signed" },
  rules,
  rates: [
    { calls: 20, perMs: 2000, scope: "task" },
    { calls: 100, perMs: 30_000, scope: "task" },
    { calls: 50, perMs: 1000, scope: "token" },
  ],
  fields,
  hosts: ({ address = "", cloudId = "" }) =>
    [cloudId.trim() === "" ? (URL.parse(address.trim())?.host ?? []) : gateway].flat(),
  open,
};

function open(means: Means): Session {
  const { address, email, token, cloudId, ...rest } = readSettings(cloudForm, means.settings);
  if (!/^[^\s:@]+@[^\s:@]+$/.test(email)) throw malformed("email");
  if (!/^[0-9a-z-]{0,64}$/i.test(cloudId)) throw malformed("cloudId");
  // A token with scopes is refused by the site itself.
  const base = cloudId === "" ? siteOf(address) : `https://${gateway}/ex/jira/${cloudId}`;
  const jira = openJira(means, cloud, { base, authorization: `Basic ${base64(`${email}:${token}`)}` });
  return sessionOf(jira, rest);
}

/** The site of an address copied from the browser, `https://acme.atlassian.net/jira/projects`. */
function siteOf(address: string): string {
  const { hostname, origin } = new URL(address);
  return hostname.endsWith(".atlassian.net") ? origin : address;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function malformed(field: string) {
  return new ConnectorError({ kind: "invalid", code: "setting-malformed", field });
}
