import type { Company } from "../company/company.ts";
import type { Department } from "../company/department.ts";
import { ALL_GROUPS, GROUPS } from "../company/group.ts";
import type { Person } from "../company/person.ts";
import type { Action, Callback } from "./action.ts";
import { type Approval, decided } from "./approval.ts";
import { type Effects, effectsOf } from "./approval-effect.ts";
import { TEMPLATES, type Template } from "./approval-template.ts";
import type { Checkin } from "./checkin.ts";
import type { Leave } from "./leave.ts";
import type { RobotMessage, Todo, WebhookRobot } from "./message.ts";
import type { Notice } from "./notice.ts";
import type { ReportDifference } from "./report-difference.ts";
import { entryKey, FIRST_EDITIONS, type GroupMove, type ScheduleEntry, type ShiftEdition } from "./shift-book.ts";
import type { Punch, Supply } from "./story.ts";
import { FIRST_SWITCHES, type Switches } from "./switches.ts";

/** Everything that the seed does not know. */
export interface Happened {
  people: Map<string, Person>;
  listed: readonly Person[] | null;
  departments: Map<number, Department>;
  punches: Map<string, Punch[]>;
  leaves: Leave[];
  supplies: Map<string, Supply[]>;
  checkins: Map<string, Checkin[]>;
  approvals: Map<string, Approval>;
  /** Of the approvals, or null when they have to be worked out anew. */
  effects: Effects | null;
  templates: Template[];
  editions: ShiftEdition[];
  entries: Map<string, ScheduleEntry[]>;
  moves: GroupMove[];
  differences: ReportDifference[];
  notices: Notice[];
  todos: Map<string, Todo>;
  robotMessages: Map<string, RobotMessage>;
  webhookRobots: WebhookRobot[];
  switches: Switches;
  callback: Callback | null;
  journal: Action[];
  nextIndex: number;
}

export function nothing(company: Company): Happened {
  return {
    people: new Map(company.people.map((person) => [person.userId, person])),
    listed: null,
    departments: new Map(company.departments.map((department) => [department.id, department])),
    punches: new Map(),
    leaves: [],
    supplies: new Map(),
    checkins: new Map(),
    approvals: new Map(),
    effects: null,
    templates: [...TEMPLATES],
    editions: [...FIRST_EDITIONS],
    entries: new Map(),
    moves: [],
    differences: [],
    notices: [],
    todos: new Map(),
    robotMessages: new Map(),
    webhookRobots: [],
    switches: FIRST_SWITCHES,
    callback: null,
    journal: [],
    nextIndex: company.people.length,
  };
}

/** What approvals brought about, worked out once after each change of them. */
export function effectsIn(happened: Happened): Effects {
  happened.effects ??= effectsOf([...happened.approvals.values()]);
  return happened.effects;
}

export function perform(happened: Happened, action: Action): void {
  switch (action.kind) {
    case "punch":
    case "leave":
    case "supply":
    case "checkin":
      performOnDays(happened, action);
      return;
    case "report-difference":
    case "shift":
    case "schedule":
      performOnAttendance(happened, action);
      return;
    case "notice":
    case "notice-change":
    case "todo":
    case "robot":
    case "webhook-robot":
      performOnMessages(happened, action);
      return;
    case "approval":
    case "decision":
    case "template":
      performOnApprovals(happened, action);
      return;
    case "switches":
      happened.switches = { ...happened.switches, ...action.switches };
      return;
    case "department":
      happened.departments.set(action.department.id, action.department);
      return;
    case "department-end":
      happened.departments.delete(action.id);
      return;
    case "callback":
      happened.callback = action.callback;
      return;
    default:
      happened.listed = null;
      performOnPeople(happened, action);
  }
}

type Doing<Kind extends Action["kind"]> = Extract<Action, { kind: Kind }>;

function performOnDays(happened: Happened, action: Doing<"punch" | "leave" | "supply" | "checkin">): void {
  if (action.kind === "punch") addTo(happened.punches, action.userId, action.punch);
  if (action.kind === "leave") happened.leaves.push(action.leave);
  if (action.kind === "supply") addTo(happened.supplies, action.supply.userId, action.supply);
  if (action.kind === "checkin") addTo(happened.checkins, action.checkin.userId, action.checkin);
}

function performOnAttendance(happened: Happened, action: Doing<"report-difference" | "shift" | "schedule">): void {
  if (action.kind === "shift") happened.editions.push(action.edition);
  if (action.kind === "schedule") {
    for (const entry of action.entries) addTo(happened.entries, entryKey(entry.userId, entry.day), entry);
  }
  if (action.kind !== "report-difference") return;
  happened.differences = action.difference ? [...happened.differences, action.difference] : [];
}

function performOnApprovals(happened: Happened, action: Doing<"approval" | "decision" | "template">): void {
  happened.effects = null;
  if (action.kind === "template") happened.templates.push(action.template);
  if (action.kind === "approval") happened.approvals.set(action.approval.id, action.approval);
  const approval = action.kind === "decision" ? happened.approvals.get(action.id) : undefined;
  if (approval && action.kind === "decision") happened.approvals.set(approval.id, decided(approval, action.decision));
}

function performOnMessages(
  happened: Happened,
  action: Doing<"notice" | "notice-change" | "todo" | "robot" | "webhook-robot">,
): void {
  if (action.kind === "notice") happened.notices.push(action.notice);
  if (action.kind === "todo") happened.todos.set(action.todo.id, action.todo);
  if (action.kind === "robot") happened.robotMessages.set(action.message.key, action.message);
  if (action.kind === "webhook-robot") happened.webhookRobots.push(action.robot);
  if (action.kind !== "notice-change") return;
  happened.notices = happened.notices.map((notice) =>
    notice.taskId === action.taskId ? { ...notice, ...action.change } : notice,
  );
}

function performOnPeople(happened: Happened, action: Doing<"hire" | "change" | "depart" | "move">): void {
  if (action.kind === "hire") {
    const group = ALL_GROUPS.find(({ id }) => id === action.groupId) ?? GROUPS.office;
    happened.people.set(action.person.userId, { ...action.person, group });
    happened.nextIndex = Math.max(happened.nextIndex, action.person.index + 1);
    return;
  }
  const person = happened.people.get(action.userId);
  if (!person) return;
  if (action.kind === "move") {
    const group = ALL_GROUPS.find(({ id }) => id === action.groupId) ?? person.group;
    happened.moves.push({ userId: person.userId, from: action.from, before: person.group });
    happened.people.set(person.userId, { ...person, group });
    return;
  }
  if (action.kind === "depart") happened.people.delete(person.userId);
  else happened.people.set(person.userId, { ...person, ...action.change });
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
