import { z } from "zod";
import type { TaskDraft, TaskRef } from "../connector.ts";
import { readBody } from "../lenient.ts";
import { carries } from "../marker.ts";
import { type Jira, numberOf } from "./api.ts";
import { isOf } from "./refusal.ts";
import { IssueText, Project } from "./shape.ts";
import { search } from "./task.ts";

type Text = z.output<typeof IssueText>;

const fields = ["summary", "description"];
const ahead = 20;
const mostMisses = 3;

/** Issues that carry the draft's marker: among the newest that the search knows, and those behind them, which it learns of only later. */
export async function findDrafts(jira: Jira, { projectId, marker }: TaskDraft): Promise<TaskRef[]> {
  const jql = `project = ${numberOf(projectId, "project")} ORDER BY created DESC, key DESC`;
  const { issues } = await search(jira, { jql, fields, cursor: null });
  const newest = readBody(issues, z.array(IssueText));
  const keys = await keysAfter(jira, projectId, newest);
  const behind = await (jira.dialect.isCloud ? fetchTogether(jira, keys) : fetchSingly(jira, keys));
  const found = [...newest, ...behind].filter(({ fields: { summary, description } }) =>
    carries(`${summary} ${jira.dialect.read(description)}`, marker),
  );
  if (found.length === 0) await jira.account();
  return [...new Set(found.map((one) => one.id))].map((id) => ({ projectId, taskId: id }));
}

/** The keys that a project's next issues have, `PROJ-121` after `PROJ-120`. */
async function keysAfter(jira: Jira, projectId: string, newest: readonly Text[]): Promise<string[]> {
  const { key } = readBody((await jira.call({ path: `/project/${projectId}` })).body, Project);
  const numbers = newest.map((one) => Number(/-(\d+)$/.exec(one.key)?.[1] ?? 0));
  const last = Math.max(0, ...numbers);
  return Array.from({ length: ahead }, (_, at) => `${key}-${last + at + 1}`);
}

const Together = z.object({ issues: z.array(IssueText) });

async function fetchTogether(jira: Jira, keys: readonly string[]): Promise<Text[]> {
  const call = { method: "POST", path: "/issue/bulkfetch", body: { issueIdsOrKeys: keys, fields } } as const;
  return readBody((await jira.call(call)).body, Together).issues;
}

/** One by one until three numbers in a row are nobody's. */
async function fetchSingly(jira: Jira, keys: readonly string[]): Promise<Text[]> {
  const found: Text[] = [];
  let misses = 0;
  for (const key of keys) {
    const issue = await readIssue(jira, key);
    misses = issue === null ? misses + 1 : 0;
    if (issue !== null) found.push(issue);
    if (misses === mostMisses) break;
  }
  return found;
}

async function readIssue(jira: Jira, key: string): Promise<Text | null> {
  try {
    const path = `/issue/${encodeURIComponent(key)}`;
    return readBody((await jira.call({ path, query: { fields: fields.join(",") } })).body, IssueText);
  } catch (error) {
    if (isOf(error, "not-found")) return null;
    throw error;
  }
}
