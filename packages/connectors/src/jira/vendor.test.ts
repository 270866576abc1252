import * as vendor from "jira.js/cloud";
import type { Client, SendRequestOptions } from "jira.js/core";
import { expect, it, vi } from "vitest";
import { walk } from "../page.ts";
import { draftOf, factOf, sessionOf } from "../testing-town.ts";
import { jiraCloud } from "./cloud.ts";
import { openCloud } from "./testing-jira.ts";

/** Makes the models of the vendor's description, from which that package is made, strict about names that they do not know. */
vi.hoisted(() => {
  process.env.AUDIT_SCHEMAS = "true";
});

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: object | null;
  readonly status: number;
  readonly answer: unknown;
}

type Operation = (client: Client, parameters: object) => Promise<unknown>;

function operation<P>(run: (client: Client, parameters: P) => Promise<unknown>): Operation {
  return (client, parameters) => run(client, parameters as P);
}

const operations: readonly (readonly [string, RegExp, Operation])[] = [
  ["GET", /^\/rest\/api\/2\/serverInfo$/, operation(vendor.getServerInfo)],
  ["GET", /\/myself$/, operation(vendor.getCurrentUser)],
  ["GET", /\/mypermissions$/, operation(vendor.getMyPermissions)],
  ["GET", /\/configuration$/, operation(vendor.getConfiguration)],
  ["GET", /\/project\/search$/, operation(vendor.searchProjects)],
  ["GET", /\/project\/(?<projectIdOrKey>\d+)$/, operation(vendor.getProject)],
  ["POST", /\/search\/jql$/, operation(vendor.searchAndReconsileIssuesUsingJqlPost)],
  ["GET", /\/user\/assignable\/search$/, operation(vendor.findAssignableUsers)],
  ["GET", /\/users\/search$/, operation(vendor.getAllUsers)],
  ["GET", /\/issue\/(?<issueIdOrKey>\d+)$/, operation(vendor.getIssue)],
  ["POST", /\/issue\/bulkfetch$/, operation(vendor.bulkFetchIssues)],
  ["POST", /\/issue$/, operation(vendor.createIssue)],
  ["GET", /\/issue\/(?<issueIdOrKey>\d+)\/transitions$/, operation(vendor.getTransitions)],
  ["POST", /\/issue\/(?<issueIdOrKey>\d+)\/transitions$/, operation(vendor.doTransition)],
  ["GET", /\/issue\/(?<issueIdOrKey>\d+)\/worklog$/, operation(vendor.getIssueWorklog)],
  ["POST", /\/issue\/(?<issueIdOrKey>\d+)\/worklog$/, operation(vendor.addWorklog)],
  ["GET", /\/issue\/(?<issueIdOrKey>\d+)\/worklog\/(?<id>\d+)$/, operation(vendor.getWorklog)],
  ["PUT", /\/issue\/(?<issueIdOrKey>\d+)\/worklog\/(?<id>\d+)$/, operation(vendor.updateWorklog)],
  ["DELETE", /\/issue\/(?<issueIdOrKey>\d+)\/worklog\/(?<id>\d+)$/, operation(vendor.deleteWorklog)],
  ["GET", /\/createmeta\/(?<projectIdOrKey>\d+)\/issuetypes$/, operation(vendor.getCreateIssueMetaIssueTypes)],
  [
    "GET",
    /\/createmeta\/(?<projectIdOrKey>\d+)\/issuetypes\/(?<issueTypeId>\d+)$/,
    operation(vendor.getCreateIssueMetaIssueTypeId),
  ],
];

it("every request to Jira Cloud is one that its description knows, and the stub answers as it describes", async () => {
  const used = new Set<number>();
  for (const exchange of await everyExchange()) {
    const at = operations.findIndex(([method, path]) => method === exchange.method && path.test(exchange.path));
    expect(at, `${exchange.method} ${exchange.path}`).not.toBe(-1);
    used.add(at);
    const [, path, run] = operations[at] ?? [];
    const parts = path?.exec(exchange.path)?.groups ?? {};
    const described = await configOf(run, { ...parts, ...exchange.query, ...exchange.body, body: exchange.body });
    expect({ ...exchange, path: exchange.path.replace("/api/2/", "/api/3/") }).toMatchObject({
      method: described.method ?? "GET",
      path: described.url,
    });
    expect(defined(described.searchParams)).toEqual(exchange.query);
    expect(defined(described.body)).toEqual(exchange.body ?? {});
    if (exchange.status < 300) expect(described.schema?.safeParse(exchange.answer).error).toBeUndefined();
  }
  expect(used.size).toBe(operations.length);
});

it("the bodies that are written are such as the description has them", async () => {
  const bodies = (await everyExchange()).filter((one) => one.body !== null && /worklog|issue$/.test(one.path));
  for (const { path, body } of bodies) {
    const schema = path.endsWith("/issue") ? vendor.IssueUpdateDetailsSchema : vendor.WorklogInputSchema;
    expect(schema.safeParse(body).error).toBeUndefined();
  }
  expect(bodies.length).toBeGreaterThan(2);
});

/** What the vendor's description makes of the same parameters. */
async function configOf(run: Operation | undefined, parameters: object): Promise<SendRequestOptions> {
  const configs: SendRequestOptions[] = [];
  const client: Client = {
    sendRequest: async (options) => {
      configs.push(options);
      throw new Error("not sent");
    },
  };
  await run?.(client, parameters).catch(() => undefined);
  expect(configs).toHaveLength(1);
  return configs[0] ?? { url: "" };
}

function defined(values: unknown): object {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined));
}

/** Everything that a session can be asked to do, as it went over the wire. */
async function everyExchange(): Promise<Exchange[]> {
  const town = openCloud();
  const exchanges: Exchange[] = [];
  const session = sessionOf(jiraCloud, town.settings, async (request) => {
    const body = request.method === "POST" || request.method === "PUT" ? await request.clone().json() : null;
    const url = new URL(request.url);
    const response = await town.fetch(request);
    const answer = await response
      .clone()
      .json()
      .catch(() => undefined);
    const query = Object.fromEntries(url.searchParams);
    exchanges.push({ method: request.method, path: url.pathname, query, body, status: response.status, answer });
    return response;
  });
  await session.check();
  for await (const _ of walk((cursor) => session.listProjects?.(cursor) ?? none));
  for (const since of [null, Date.parse("2026-09-14T00:00:00Z")]) {
    const read = (cursor: string | null) => session.listTasks?.("10000", { since, cursor }) ?? none;
    for await (const _ of walk(read));
  }
  await session.listTasks?.("10001", { since: null, cursor: null });
  for (const projectId of ["10000", null]) await session.listMembers?.(projectId, null);
  const fact = await factOf(town);
  await session.worklogs?.find(fact);
  const written = await session.worklogs?.create(fact);
  if (written?.kind === "applied") {
    await session.worklogs?.find(fact);
    await session.worklogs?.change?.(written.ref, fact);
    await session.worklogs?.remove?.(written.ref);
    await session.worklogs?.remove?.(written.ref);
  }
  await session.status?.choices(town.task);
  await session.status?.set(town.task, "done");
  const draft = { ...(await draftOf(town)), assigneeId: town.person, dueOn: "2026-09-30" };
  await session.tasks?.create(draft);
  await session.tasks?.find(draft);
  return exchanges;
}

const none = Promise.resolve({ items: [], next: null });
