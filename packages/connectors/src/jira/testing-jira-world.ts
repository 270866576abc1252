/** What a Jira of the stub holds. Numbers, names and zones are its own. */
export interface World {
  readonly isCloud: boolean;
  readonly projects: { readonly id: string; readonly key: string; readonly name: string }[];
  readonly issues: StoredIssue[];
  readonly worklogs: StoredWorklog[];
  readonly users: StoredUser[];
  /** Keys that no key's number was taken back for. */
  readonly counters: { issue: number; worklog: number; number: number };
  /** Writes of an issue since the limit's time last ran out. */
  readonly writes: Map<string, number>;
  readonly rights: Set<string>;
  /** Fields that new issues have to have. */
  readonly required: string[];
  /** Fields that are not on the screen of new issues. */
  readonly offScreen: Set<string>;
  tracksTime: boolean;
  isRevoked: boolean;
  /** Mails that watchers got. */
  mails: number;
}

export interface StoredIssue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly summary: string;
  readonly description: unknown;
  readonly assignee: string | null;
  readonly duedate: string | null;
  readonly created: number;
  updated: number;
  statusId: string;
  /** Seconds left. */
  estimate: number;
  /** Not yet known to the search. */
  isFresh: boolean;
  isHidden: boolean;
}

export interface StoredWorklog {
  readonly id: string;
  readonly issueId: string;
  /** By somebody whose account is no longer there. */
  readonly isForeign?: boolean;
  started: number;
  timeSpentSeconds: number;
  comment: unknown;
  properties: readonly { readonly key: string; readonly value: unknown }[];
}

export interface StoredUser {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  readonly type: string;
}

export const states = [
  { id: "10000", name: "待办", category: "new", transition: "11" },
  { id: "3", name: "进行中", category: "indeterminate", transition: "21" },
  { id: "10001", name: "完成", category: "done", transition: "31" },
  { id: "10002", name: "已关闭", category: "done", transition: "41" },
] as const;

export const host = "https://acme.atlassian.net";
export const now = Date.parse("2026-09-15T10:00:00+08:00");
export const projectCount = 53;
export const taskCount = 120;

export function newWorld(isCloud: boolean): World {
  const projects = Array.from({ length: projectCount }, (_, at) => ({
    id: String(10_000 + at),
    key: `SITE${at}`,
    name: `工地 ${at}`,
  }));
  const issues = Array.from({ length: taskCount }, (_, at) => issueOf({ id: 20_001 + at, number: at + 1 }));
  return {
    isCloud,
    projects,
    issues,
    worklogs: [],
    users: [
      { id: isCloud ? "5b10ac8d82e05b22cc7d4ef5" : "sync", name: "Today", mail: null, type: "atlassian" },
      { id: isCloud ? "557058:aa-11" : "chenjing", name: "陈静", mail: "chen@example.com", type: "atlassian" },
      { id: isCloud ? "557058:bot" : "bot", name: "Bot", mail: null, type: isCloud ? "app" : "atlassian" },
    ],
    counters: { issue: 30_000, worklog: 40_000, number: taskCount },
    writes: new Map(),
    rights: new Set(["BROWSE_PROJECTS", "WORK_ON_ISSUES", "EDIT_OWN_WORKLOGS", "DELETE_OWN_WORKLOGS"].concat(more)),
    required: [],
    offScreen: new Set(),
    tracksTime: true,
    isRevoked: false,
    mails: 0,
  };
}

const more = ["TRANSITION_ISSUES", "CREATE_ISSUES", "USER_PICKER"];

interface Numbered extends Partial<Omit<StoredIssue, "id">> {
  readonly id: number;
  readonly number: number;
}

export function issueOf({ id, number, ...rest }: Numbered): StoredIssue {
  return {
    key: `SITE0-${number}`,
    projectId: "10000",
    summary: `砌墙 ${number}`,
    description: null,
    assignee: null,
    duedate: null,
    created: now - 10_000_000 + number,
    updated: now - (taskCount - number) * 3_600_000,
    statusId: "10000",
    estimate: 36_000,
    isFresh: false,
    isHidden: false,
    ...rest,
    id: String(id),
  };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** A refusal as Jira words it: sentences in the language of the account. */
export function refuse(status: number, errors: Record<string, string> = {}): Response {
  return json(
    { errorMessages: Object.keys(errors).length > 0 ? [] : ["事务不存在或者您没有查看的权限。"], errors },
    status,
  );
}

/** An instant in the zone of the account, which is not the company's: `2026-09-13T18:00:00.000-0700`. */
export function stampOf(instant: number): string {
  return `${new Date(instant - 7 * 3_600_000).toISOString().slice(0, 23)}-0700`;
}

export function visibleIssue(world: World, idOrKey: string): StoredIssue | undefined {
  if (world.isRevoked) return undefined;
  return world.issues.find((one) => (one.id === idOrKey || one.key === idOrKey) && !one.isHidden);
}

export function userJson({ isCloud }: World, { id, name, mail, type }: StoredUser): object {
  const email = mail === null ? {} : { emailAddress: mail };
  return isCloud
    ? { accountId: id, accountType: type, active: true, displayName: name, timeZone: "America/Los_Angeles", ...email }
    : { name: id, key: `JIRAUSER${id.length}`, active: true, displayName: name, ...email };
}

/** Text that a person could read of a comment. */
export function plain(value: unknown): string {
  if (typeof value === "string") return value;
  const node = value as { text?: string; content?: unknown[] } | null;
  return node?.text ?? (node?.content ?? []).map(plain).join("\n");
}

/** Whether a value is text as this Jira takes it: a document without empty text nodes, or a string. */
export function isText({ isCloud }: World, value: unknown): boolean {
  if (!isCloud) return typeof value === "string" && value.length <= 32_767;
  const root = value as { type?: string; version?: number; content?: unknown[] } | null;
  if (root?.type !== "doc" || root.version !== 1 || !Array.isArray(root.content)) return false;
  const isNode = (one: unknown): boolean => {
    const node = one as { type?: string; text?: string; content?: unknown[] };
    if (node.type === "text") return typeof node.text === "string" && node.text !== "";
    return node.type === "paragraph" && (node.content ?? []).every(isNode);
  };
  return root.content.every(isNode) && JSON.stringify(value).length <= 32_767;
}
