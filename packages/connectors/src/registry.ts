import type { Connector } from "./connector.ts";
import { jiraCloud } from "./jira/cloud.ts";
import { jiraDataCenter } from "./jira/data-center.ts";
import { redmine } from "./redmine/connector.ts";
import { trello } from "./trello/connector.ts";
import { zentao } from "./zentao/connector.ts";

/** Every product that hours can go to; the settings screen, the sync and the pushes take it from here. */
export const connectors: readonly Connector[] = [redmine, zentao, trello, jiraCloud, jiraDataCenter];

/** The connector of that kind, `redmine`; null for one that is not there. */
export function connectorOf(kind: string): Connector | null {
  return connectors.find((one) => one.kind === kind) ?? null;
}
