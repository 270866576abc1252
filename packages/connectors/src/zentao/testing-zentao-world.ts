export interface Person {
  readonly id: number;
  readonly account: string;
  readonly realname: string;
  readonly mobile: string;
  readonly dingding: string;
}

export interface Task {
  readonly id: number;
  readonly project: number;
  readonly execution: number;
  readonly name: string;
  readonly desc: string;
  readonly openedBy: string;
  readonly deadline: string | null;
  readonly estStarted: string | null;
  mode: "" | "multi";
  team: string[];
  status: string;
  consumed: number;
  left: number;
  assignedTo: string;
  realStarted: string | null;
  finishedBy: string | null;
  deleted: boolean;
}

export interface Row {
  readonly id: number;
  readonly task: number;
  readonly account: string;
  date: string;
  consumed: number;
  left: number;
  work: string;
}

export interface Setup {
  /** The day is `date`, rows need a text, and refused rows are told. */
  readonly isNewer: boolean;
  /** Whether the account may browse the company. */
  readonly browses: boolean;
  /** Whether the application's login takes the same second twice, as no ZenTao does. */
  readonly isPatient: boolean;
  /** Whether lists of tasks tell their descriptions. */
  readonly tellsDescription: boolean;
}

export interface World extends Setup {
  readonly people: Person[];
  readonly projects: { readonly id: number; readonly name: string; readonly status: string; readonly team: string[] }[];
  readonly executions: {
    readonly id: number;
    readonly project: number;
    readonly status: string;
    readonly team: string[];
  }[];
  readonly tasks: Task[];
  rows: Row[];
  readonly tokens: Map<string, string>;
  readonly passwords: Map<string, string>;
  /** The application by its code, and the last time it was used. */
  readonly applications: Map<string, { readonly key: string; lastTime: number }>;
  readonly counts: { logins: number; ids: number; wrong: number };
}

export const today = "2026-09-15";
export const nowLocal = `${today} 10:00:00`;
export const password = "pass-of-the-pusher";
export const application = { code: "today", key: "0123456789abcdef0123456789abcdef" };

const team = ["zhangsan", "lisi", "pusher"];

export function createWorld(setup: Partial<Setup> = {}): World {
  return {
    isNewer: false,
    browses: true,
    isPatient: false,
    tellsDescription: true,
    ...setup,
    people: createPeople(),
    projects: numbers(1, 130).map((id) => ({
      id,
      name: id === 2 ? "滨江一号" : `项目${id}`,
      status: id === 7 ? "closed" : "doing",
      team: id === 2 ? [...team] : ["admin"],
    })),
    executions: [
      { id: 3, project: 2, status: "doing", team: [...team] },
      { id: 4, project: 2, status: "closed", team: ["zhangsan"] },
    ],
    tasks: [...numbers(1, 210).map((id) => taskOf(id, 3)), ...numbers(211, 240).map((id) => taskOf(id, 4))],
    rows: [],
    tokens: new Map(),
    passwords: new Map([["pusher", password]]),
    applications: new Map([[application.code, { key: application.key, lastTime: 0 }]]),
    counts: { logins: 0, ids: 1000, wrong: 0 },
  };
}

export function taskOf(id: number, execution: number, facts: Partial<Task> = {}): Task {
  return {
    id,
    project: 2,
    execution,
    name: `任务${id}`,
    desc: "",
    openedBy: "admin",
    deadline: null,
    estStarted: null,
    mode: "",
    team: [],
    status: "doing",
    consumed: 2,
    left: 400,
    assignedTo: "zhangsan",
    realStarted: "2026-09-10 09:00:00",
    finishedBy: null,
    deleted: false,
    ...facts,
  };
}

function createPeople(): Person[] {
  const named = ["admin 管理员", "zhangsan 张三", "lisi 李四", "pusher 对接账号"].map((one) => one.split(" "));
  const rest = numbers(5, 124).map((id) => [`staff${id}`, `员工${id}`]);
  return [...named, ...rest].map(([account = "", realname = ""], at) => ({
    id: at + 1,
    account,
    realname,
    mobile: account === "zhangsan" ? "13800000002" : "",
    dingding: account === "zhangsan" ? "zs001" : "",
  }));
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
