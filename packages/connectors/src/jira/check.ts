import type { Check } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import type { Jira } from "./api.ts";
import { problemsOfRights } from "./permission.ts";
import { isOf } from "./refusal.ts";
import { Configuration, ServerInfo } from "./shape.ts";

/** Who we are there and what will not work. Throws `invalid` with `wrong-kind` when the address is the other kind of Jira. */
export async function checkJira(jira: Jira): Promise<Check> {
  const info = await readKind(jira);
  if (info !== null && info !== jira.dialect.isCloud) {
    throw new ConnectorError({ kind: "invalid", code: "wrong-kind", field: "address" });
  }
  const account = await jira.account();
  const rights = await orUnread(problemsOfRights(jira), ["rights-unknown"]);
  const tracking = await orUnread(readTracking(jira), []);
  return { account, problems: [...rights, ...tracking], offers: {} };
}

/** Whether it is Cloud, asked of the version that both kinds know; null when it does not say. */
async function readKind(jira: Jira): Promise<boolean | null> {
  const { body } = await jira.call({ root: "/rest/api/2", path: "/serverInfo" });
  const { deploymentType } = readBody(body, ServerInfo);
  return deploymentType === null ? null : deploymentType === "Cloud";
}

async function readTracking(jira: Jira): Promise<string[]> {
  const { body } = await jira.call({ path: "/configuration" });
  return readBody(body, Configuration).timeTrackingEnabled ? [] : ["time-tracking-off"];
}

/** What a token without the scope for it may not read, with what to say instead. */
async function orUnread<T>(reading: Promise<T>, instead: T): Promise<T> {
  return reading.catch((error: unknown) => {
    if (isOf(error, "permission", "credentials", "not-found")) return instead;
    throw error;
  });
}
