export interface User {
  readonly id: number;
  readonly login: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly mail: string;
  readonly admin: boolean;
  readonly locked: boolean;
}

export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface Project extends Named {
  readonly identifier: string;
  readonly status: number;
  readonly members: readonly number[];
  /** Its own activities; null where those of the house hold. */
  readonly activities: readonly Named[] | null;
}

export interface Issue {
  readonly id: number;
  readonly project: number;
  subject: string;
  description: string;
  status: number;
  assignee: number | null;
  updatedOn: string;
  readonly startDate?: string | null;
  readonly dueDate?: string | null;
}

export interface Entry {
  readonly id: number;
  readonly project: number;
  readonly issue: number | null;
  readonly user: number;
  activity: number;
  hours: number;
  comments: string;
  spentOn: string;
  fields: { readonly id: number; readonly value: string }[];
}

/** How one Redmine is set up. */
export interface Setup {
  /** Whose key it is: an administrator's, or one that may log for others, or one that may not. */
  readonly key: "admin" | "pusher" | "plain";
  /** Whether an activity is marked default. */
  readonly defaultActivity: boolean;
  /** Whether issues tell `allowed_statuses`, as newer versions do. */
  readonly tellsWorkflow: boolean;
}

export interface World {
  readonly setup: Setup;
  readonly users: readonly User[];
  readonly projects: readonly Project[];
  readonly issues: Issue[];
  readonly entries: Entry[];
  /** By key; revoked keys are taken out. */
  readonly keys: Map<string, number>;
  nextId: number;
}

/** The day it is at the server. */
export const today = "2026-09-15";
export const key = "4f1c0ffee0ddba11cafe4f1c0ffee0ddba11cafe";

export const statuses = [
  { id: 1, name: "New", is_closed: false },
  { id: 2, name: "In Progress", is_closed: false },
  { id: 3, name: "Resolved", is_closed: false },
  { id: 5, name: "Closed", is_closed: true },
  { id: 6, name: "Rejected", is_closed: true },
];

/** Role 1 may log for others, 2 for themselves, 3 not at all. */
export function roleOf({ login }: User): number {
  return login === "pusher" ? 1 : login === "watcher" ? 3 : 2;
}

/** From which status to which; nobody may reject. */
export const workflow: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2],
  2: [1, 2, 3],
  3: [2, 3, 5],
  5: [2, 5],
};

export const activities = [
  { id: 8, name: "设计" },
  { id: 9, name: "施工" },
  { id: 10, name: "验收" },
];

/** The text field of time entries, used as a filter. */
export const markerField = { id: 3, name: "外部编号" };

const own = [
  { id: 21, name: "施工" },
  { id: 22, name: "安全" },
];

/** 130 projects: 1 takes hours, 2 has activities of its own, 3 is closed, 4 has a single activity; 230 issues in the first, the 30th closed. */
export function createWorld(setup: Setup): World {
  const projects = Array.from({ length: 130 }, (_, at): Project => {
    const id = at + 1;
    const activities = id === 2 ? own : id === 4 ? own.slice(1) : null;
    return {
      id,
      name: `项目${id}`,
      identifier: `site-${id}`,
      status: id === 3 ? 5 : 1,
      members: [5, 6, 7, 8, 10],
      activities,
    };
  });
  const issues = Array.from({ length: 240 }, (_, at): Issue => {
    const project = at < 230 ? 1 : at < 232 ? 2 : at === 232 ? 3 : 4;
    const updatedOn = `2026-09-${at < 200 ? "01" : "10"}T08:00:00Z`;
    return {
      id: at + 1,
      project,
      subject: `工序${at + 1}`,
      description: "",
      status: at === 29 ? 5 : 1,
      assignee: 5,
      updatedOn,
    };
  });
  return { setup, users, projects, issues, entries: [], keys: new Map([[key, owners[setup.key]]]), nextId: 1000 };
}

const owners = { admin: 1, pusher: 7, plain: 6 };

const users: readonly User[] = [
  person(1, "admin", "管理", "员", true),
  person(5, "chenjing", "静", "陈"),
  person(6, "liwei", "伟", "李"),
  person(7, "pusher", "推送", "工时"),
  { ...person(8, "wangfang", "芳", "王"), locked: true },
  person(9, "outsider", "外", "人"),
  person(10, "watcher", "敏", "赵"),
];

function person(id: number, login: string, firstname: string, lastname: string, admin = false): User {
  return { id, login, firstname, lastname, mail: `${login}@example.com`, admin, locked: false };
}
