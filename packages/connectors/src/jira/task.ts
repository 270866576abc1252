import { z } from "zod";
import type { RemoteTask, TaskQuery } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { maybe, readBody, rows, text } from "../lenient.ts";
import { countOf, type Page } from "../page.ts";
import { type Jira, numberOf } from "./api.ts";
import { jqlTime } from "./clock.ts";
import type { Dialect } from "./dialect.ts";
import { Counted, Issue } from "./shape.ts";

const pageSize = 100;
const fields = ["summary", "status", "assignee", "project", "updated", "duedate"];

/** What to search for; JQL without any restriction is refused. */
interface Search {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly cursor: string | null;
}

interface Found {
  readonly issues: readonly unknown[];
  readonly next: string | null;
}

/** Issues of a project, of either kind of Jira. A page that is the last has proven that the account is still signed in. */
export async function listTasks(
  jira: Jira,
  projectId: string,
  { since, cursor }: TaskQuery,
): Promise<Page<RemoteTask>> {
  const changed = since === null ? "" : ` AND updated >= "${jqlTime(since)}"`;
  // By creation: a change while pages are read moves no issue to another page.
  const jql = `project = ${numberOf(projectId, "project")}${changed} ORDER BY created ASC, key ASC`;
  const { issues, next } = await search(jira, { jql, fields, cursor });
  if (next === null) await jira.account();
  // A project that one may not see is an empty list to the search of some versions.
  if (issues.length === 0 && cursor === null) await jira.call({ path: `/project/${projectId}` });
  return { items: readBody(issues, rows(Issue)).map((issue) => taskOf(jira.dialect, issue)), next };
}

/** One page of a search: by token in Cloud, by count in Data Center. */
export function search(jira: Jira, what: Search): Promise<Found> {
  return jira.dialect.isCloud ? searchByToken(jira, what) : searchByCount(jira, what);
}

const TokenPage = z.object({ issues: z.array(z.unknown()), nextPageToken: maybe(text) });

async function searchByToken(jira: Jira, { jql, fields, cursor }: Search): Promise<Found> {
  const body = { jql, fields, maxResults: pageSize, ...(cursor === null ? {} : { nextPageToken: cursor }) };
  const answer = await jira.call({ method: "POST", path: "/search/jql", body });
  const { issues, nextPageToken } = readBody(answer.body, TokenPage);
  // Some sites answered the same token without end.
  if (nextPageToken !== null && nextPageToken === cursor) {
    throw new ConnectorError({ kind: "unreadable", code: "endless-list" });
  }
  return { issues, next: nextPageToken };
}

const CountedPage = Counted.extend({ issues: z.array(z.unknown()) });

async function searchByCount(jira: Jira, { jql, fields, cursor }: Search): Promise<Found> {
  const startAt = countOf(cursor, 0);
  const body = { jql, fields, maxResults: pageSize, startAt };
  const answer = await jira.call({ method: "POST", path: "/search", body });
  const page = readBody(answer.body, CountedPage);
  return { issues: page.issues, next: nextCount(page, { asked: startAt, count: page.issues.length }) };
}

/** Where the next part of a counted list starts, null at its end. Throws `unreadable` for a part that is not the one asked for or that ends too early. */
export function nextCount(
  page: z.output<typeof Counted>,
  { asked, count }: { readonly asked: number; readonly count: number },
): string | null {
  if (page.startAt !== asked) throw new ConnectorError({ kind: "unreadable", code: "startAt" });
  const end = asked + count;
  if (end >= page.total) return null;
  if (count === 0) throw new ConnectorError({ kind: "unreadable", code: "short-list" });
  return String(end);
}

function taskOf(dialect: Dialect, { id, fields }: z.output<typeof Issue>): RemoteTask {
  const { status } = fields;
  return {
    id,
    projectId: fields.project.id,
    title: fields.summary,
    state: { id: status.id, name: status.name },
    closed: status.statusCategory?.key === "done",
    assigneeId: fields.assignee === null ? null : dialect.idOf(fields.assignee),
    startsOn: null,
    dueOn: fields.duedate,
    updatedAt: fields.updated,
  };
}
