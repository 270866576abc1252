import {
  isText,
  json,
  now,
  refuse,
  type StoredWorklog,
  stampOf,
  userJson,
  visibleIssue,
  type World,
} from "./testing-jira-world.ts";

const writesAllowed = 20;
const pageSize = 5;
const started = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{4}$/;

interface Work {
  readonly timeSpentSeconds?: unknown;
  readonly started?: unknown;
  readonly comment?: unknown;
  readonly properties?: readonly { readonly key: string; readonly value: unknown }[];
}

interface Ask {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** `/issue/{issue}/worklog[/{id}]`. */
export function serveWorklogs(world: World, ask: Ask, [issueKey = "", id]: readonly string[]): Response {
  const issue = visibleIssue(world, issueKey);
  if (issue === undefined) return refuse(404);
  if (!world.tracksTime) return refuse(400, { worklog: "时间跟踪未启用。" });
  const one = world.worklogs.find((log) => log.id === id && log.issueId === issue.id);
  if (id !== undefined && one === undefined) return refuse(404);
  if (ask.method === "GET") return json(one === undefined ? listOf(world, ask.url, issue.id) : worklogJson(world, one));

  const writes = (world.writes.get(issue.id) ?? 0) + 1;
  if (world.isCloud && writes > writesAllowed) {
    return json({}, 429, { "retry-after": "2", "ratelimit-reason": "jira-per-issue-on-write" });
  }
  world.writes.set(issue.id, writes);
  if (ask.url.searchParams.get("notifyUsers") !== "false") world.mails += 1;
  if (ask.url.searchParams.get("adjustEstimate") !== "leave") issue.estimate -= 60;
  issue.updated = now;
  return ask.method === "DELETE"
    ? remove(world, one)
    : write(world, one, { work: ask.body as Work, issueId: issue.id });
}

function write(world: World, one: StoredWorklog | undefined, { work, issueId }: { work: Work; issueId: string }) {
  const flaw = flawOf(world, work);
  if (flaw !== null) return refuse(400, flaw);
  const facts = {
    started: Date.parse(String(work.started)),
    timeSpentSeconds: Number(work.timeSpentSeconds),
    comment: work.comment ?? null,
    properties: work.properties ?? one?.properties ?? [],
  };
  if (one !== undefined) return json(worklogJson(world, Object.assign(one, facts)));
  world.counters.worklog += 1;
  const made = { id: String(world.counters.worklog), issueId, ...facts };
  world.worklogs.push(made);
  return json(worklogJson(world, made), 201);
}

function flawOf(world: World, work: Work): Record<string, string> | null {
  const seconds = work.timeSpentSeconds;
  if (!Number.isInteger(seconds) || Number(seconds) < 60) return { timeLogged: "您必须注明花费的时间。" };
  if (typeof work.started !== "string" || !started.test(work.started)) return { started: "日期格式不正确。" };
  if (work.comment !== undefined && !isText(world, work.comment)) return { comment: "评论的格式不正确。" };
  return (work.properties ?? []).some(({ key }) => key.length > 255) ? { properties: "键过长。" } : null;
}

function remove(world: World, one: StoredWorklog | undefined): Response {
  if (one === undefined) return refuse(404);
  world.worklogs.splice(world.worklogs.indexOf(one), 1);
  return new Response(null, { status: 204 });
}

function listOf(world: World, url: URL, issueId: string): object {
  const asked = (name: string, otherwise: number) => Number(url.searchParams.get(name) ?? otherwise);
  const from = world.isCloud ? asked("startedAfter", 0) : 0;
  const to = world.isCloud ? asked("startedBefore", Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
  const fitting = world.worklogs.filter((one) => one.issueId === issueId && one.started >= from && one.started < to);
  const startAt = world.isCloud ? asked("startAt", 0) : 0;
  const maxResults = world.isCloud ? pageSize : fitting.length;
  const withProperties = world.isCloud && url.searchParams.get("expand") === "properties";
  const page = fitting.slice(startAt, startAt + maxResults);
  const worklogs = page.map((one) => worklogJson(world, one, withProperties));
  return { startAt, maxResults, total: fitting.length, worklogs };
}

function worklogJson(world: World, one: StoredWorklog, withProperties = false): object {
  const author = one.isForeign ? undefined : world.users[0];
  const who = author === undefined ? {} : { author: userJson(world, author), updateAuthor: userJson(world, author) };
  return {
    ...who,
    id: one.id,
    issueId: one.issueId,
    // Without a comment there is no such field.
    ...(one.comment === null ? {} : { comment: one.comment }),
    created: stampOf(now),
    updated: stampOf(now),
    started: stampOf(one.started),
    timeSpent: `${one.timeSpentSeconds / 60}m`,
    timeSpentSeconds: one.timeSpentSeconds,
    ...(withProperties ? { properties: one.properties } : {}),
  };
}
