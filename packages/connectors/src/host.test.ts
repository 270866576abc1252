import { expect, test } from "vitest";
import { hostsOf } from "./host.ts";
import { jiraCloud } from "./jira/cloud.ts";
import { jiraDataCenter } from "./jira/data-center.ts";
import { openCloud, openDataCenter } from "./jira/testing-jira.ts";
import { redmine } from "./redmine/connector.ts";
import { openRedmine } from "./redmine/testing-redmine.ts";
import { connectors } from "./registry.ts";
import { factOf, sessionOf, type Town } from "./testing-town.ts";
import { trello } from "./trello/connector.ts";
import { openTrello } from "./trello/testing-trello.ts";
import { zentao } from "./zentao/connector.ts";
import { openZentao } from "./zentao/testing-zentao.ts";

const towns: Readonly<Record<string, () => Town>> = {
  [redmine.kind]: openRedmine,
  [zentao.kind]: openZentao,
  [trello.kind]: openTrello,
  [jiraCloud.kind]: openCloud,
  [jiraDataCenter.kind]: openDataCenter,
};

test.each(connectors.map((connector) => ({ connector, kind: connector.kind })))(
  "$kind speaks to the hosts that it names and to nobody else",
  async ({ connector, kind }) => {
    const town = towns[kind]?.();
    if (town === undefined) throw new Error(`no stub of ${kind}`);
    const spokenTo = new Set<string>();
    const session = sessionOf(connector, town.settings, async (request) => {
      spokenTo.add(new URL(request.url).host);
      return town.fetch(request);
    });
    await session.check();
    await session.listProjects?.(null);
    await session.listTasks?.(town.task.projectId, { since: null, cursor: null });
    await session.listMembers?.(town.task.projectId, null);
    await session.worklogs?.create(await factOf(town));
    await session.status?.choices(town.task);
    expect([...spokenTo]).toEqual(hostsOf(connector, town.settings));
  },
);

test("a host is written as requests write it; what is no address names none", () => {
  expect(hostsOf(redmine, { address: " HTTPS://PM.Example.com:443/redmine " })).toEqual(["pm.example.com"]);
  expect(hostsOf(redmine, { address: "http://10.0.0.7:3000" })).toEqual(["10.0.0.7:3000"]);
  expect(hostsOf(redmine, { address: "pm" })).toEqual([]);
  expect(hostsOf(redmine, {})).toEqual([]);
  expect(hostsOf(jiraCloud, { address: "https://acme.atlassian.net", cloudId: "1" })).toEqual(["api.atlassian.com"]);
  expect(hostsOf(jiraCloud, { address: "acme" })).toEqual([]);
});
