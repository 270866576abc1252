import {
  host,
  issueOf,
  isText,
  json,
  now,
  refuse,
  type StoredIssue,
  stampOf,
  states,
  userJson,
  visibleIssue,
  type World,
} from "./testing-jira-world.ts";

const pageSize = 50;
const jqlShape =
  /^project = (\d+)(?: AND updated >= "(\d{4}-\d\d-\d\d) (\d\d:\d\d)")? ORDER BY created (ASC|DESC), key (ASC|DESC)$/;

interface SearchBody {
  readonly jql?: string;
  readonly fields?: readonly string[];
  readonly maxResults?: number;
  readonly startAt?: number;
  readonly nextPageToken?: string;
}

/** `/search/jql` with tokens in Cloud, `/search` with counts in Data Center. The index learns of new issues later. */
export function serveSearch(world: World, body: SearchBody): Response {
  const [, projectId, day, time, order] = jqlShape.exec(body.jql ?? "") ?? [];
  if (projectId === undefined) return refuse(400, { jql: "JQL 查询必须有限制条件。" });
  if (!world.isRevoked && world.projects.every((one) => one.id !== projectId))
    return refuse(400, { jql: "没有此值。" });
  const since = day === undefined ? 0 : Date.parse(`${day}T${time}:00-07:00`);
  const found = world.issues
    .filter((one) => one.projectId === projectId && one.updated >= since && !one.isFresh)
    .filter((one) => visibleIssue(world, one.id) !== undefined)
    .sort((a, b) => (order === "ASC" ? 1 : -1) * (a.created - b.created));
  const startAt = world.isCloud
    ? Number(/^page-(\d+)$/.exec(body.nextPageToken ?? "page-0")?.[1])
    : (body.startAt ?? 0);
  if (Number.isNaN(startAt)) return refuse(400, { nextPageToken: "令牌无效。" });
  const maxResults = Math.min(body.maxResults ?? pageSize, pageSize);
  const end = startAt + maxResults;
  const issues = found.slice(startAt, end).map((one) => issueJson(world, one, body.fields ?? []));
  const isLast = end >= found.length;
  if (!world.isCloud) return json({ startAt, maxResults, total: found.length, issues });
  return json({ issues, isLast, ...(isLast ? {} : { nextPageToken: `page-${end}` }) });
}

export function serveBulkFetch(world: World, body: { issueIdsOrKeys: string[]; fields?: string[] }): Response {
  const found = body.issueIdsOrKeys.map((key) => [key, visibleIssue(world, key)] as const);
  const issues = found.flatMap(([, one]) => (one === undefined ? [] : [issueJson(world, one, body.fields ?? [])]));
  const missing = found.filter(([, one]) => one === undefined);
  return json({ issues, issueErrors: missing.map(([id]) => ({ id, errorMessage: "没有找到事务。" })) });
}

export function issueJson(world: World, one: StoredIssue, fields: readonly string[]): object {
  const state = states.find(({ id }) => id === one.statusId);
  const assignee = world.users.find(({ id }) => id === one.assignee);
  const all: Record<string, unknown> = {
    summary: one.summary,
    description: one.description,
    status: state === undefined ? null : statusJson(state),
    assignee: assignee === undefined ? null : userJson(world, assignee),
    project: { id: one.projectId },
    updated: stampOf(one.updated),
    duedate: one.duedate,
  };
  const asked = Object.entries(all).filter(([name]) => fields.includes(name));
  if (fields.length === 0) return { id: one.id };
  return { id: one.id, key: one.key, self: `${host}/rest/api/3/issue/${one.id}`, fields: Object.fromEntries(asked) };
}

function statusJson({ id, name, category }: (typeof states)[number]): object {
  const categoryId = { new: 2, indeterminate: 4, done: 3 }[category];
  return { id, name, statusCategory: { id: categoryId, key: category, name: `类别 ${name}` } };
}

export function serveTransitions(world: World, issueKey: string, body: unknown): Response {
  const issue = visibleIssue(world, issueKey);
  if (issue === undefined) return refuse(404);
  const open = states.filter(({ id }) => id !== issue.statusId);
  if (body === null) return json({ expand: "transitions", transitions: open.map(transitionJson) });
  const wanted = (body as { transition?: { id?: string } }).transition?.id;
  const chosen = open.find(({ transition }) => transition === wanted);
  if (chosen === undefined) return refuse(400);
  if (chosen.id === "10002") return refuse(400, { resolution: "解决结果是必填项。" });
  issue.statusId = chosen.id;
  issue.updated = now;
  return new Response(null, { status: 204 });
}

function transitionJson(state: (typeof states)[number]): object {
  const resolution = {
    required: true,
    hasDefaultValue: false,
    key: "resolution",
    name: "解决结果",
    operations: ["set"],
  };
  const fields = state.id === "10002" ? { resolution } : {};
  return {
    id: state.transition,
    name: `转到${state.name}`,
    hasScreen: state.id === "10002",
    isAvailable: true,
    to: statusJson(state),
    fields,
  };
}

const types = [
  { id: "10100", name: "子任务", subtask: true, hierarchyLevel: -1 },
  { id: "10102", name: "史诗", subtask: false, hierarchyLevel: 1 },
  { id: "10101", name: "任务", subtask: false, hierarchyLevel: 0 },
];
const plainFields = ["description", "duedate", "assignee"];

export function serveCreateMeta(world: World, [projectId, typeId]: readonly string[]): Response {
  if (world.isRevoked || world.projects.every((one) => one.id !== projectId)) return refuse(404);
  const count = (list: readonly object[]) => ({ startAt: 0, maxResults: 200, total: list.length });
  if (typeId === undefined) return json({ ...count(types), [world.isCloud ? "issueTypes" : "values"]: types });
  const fieldOf = (fieldId: string, required: boolean, hasDefaultValue = false) => {
    return { fieldId, key: fieldId, name: `字段 ${fieldId}`, required, hasDefaultValue, operations: ["set"] };
  };
  const fields = [
    ...["project", "issuetype", "summary"].map((id) => fieldOf(id, true)),
    fieldOf("reporter", true, true),
    ...plainFields.filter((id) => !world.offScreen.has(id)).map((id) => fieldOf(id, false)),
    ...world.required.map((id) => fieldOf(id, true)),
  ];
  return json({ ...count(fields), [world.isCloud ? "fields" : "values"]: fields });
}

export interface NewFields extends Record<string, unknown> {
  readonly project?: { readonly id?: string };
  readonly summary?: unknown;
  readonly assignee?: Record<string, string>;
}

export function serveCreate(world: World, { fields }: { fields: NewFields }): Response {
  const project = world.projects.find((one) => one.id === fields.project?.id);
  if (world.isRevoked) return refuse(401);
  if (project === undefined) return refuse(400, { project: "项目是必填项。" });
  const flaw = creationFlaw(world, fields);
  if (flaw !== null) return refuse(400, flaw);
  world.counters.issue += 1;
  world.counters.number += 1;
  const made = issueOf({
    id: world.counters.issue,
    number: world.counters.number,
    key: `${project.key}-${world.counters.number}`,
    projectId: project.id,
    summary: String(fields.summary),
    description: fields.description ?? null,
    assignee: fields.assignee?.id ?? fields.assignee?.name ?? null,
    duedate: typeof fields.duedate === "string" ? fields.duedate : null,
    created: now,
    updated: now,
    isFresh: true,
  });
  world.issues.push(made);
  return json({ id: made.id, key: made.key, self: `${host}/rest/api/3/issue/${made.id}` }, 201);
}

function creationFlaw(world: World, fields: NewFields): Record<string, string> | null {
  const { summary, description } = fields;
  if (typeof summary !== "string" || summary.length > 255 || summary.includes("\n")) return { summary: "摘要无效。" };
  if (description !== undefined && !isText(world, description)) return { description: "描述的格式不正确。" };
  const absent = world.required.find((id) => fields[id] === undefined);
  if (absent !== undefined) return { [absent]: "是必填项。" };
  const hidden = [...world.offScreen].find((id) => fields[id] !== undefined);
  return hidden === undefined ? null : { [hidden]: "无法设置字段。它不在相应的屏幕上。" };
}
