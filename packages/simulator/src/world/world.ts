import { type Day, dayAt, HOUR, midnight } from "../company/beijing.ts";
import { type Company, type CompanySeed, foundCompany } from "../company/company.ts";
import type { Department } from "../company/department.ts";
import { GROUPS } from "../company/group.ts";
import type { Person } from "../company/person.ts";
import { instantOf } from "../company/shift.ts";
import type { Action, Callback } from "./action.ts";
import type { Approval } from "./approval.ts";
import { type ApprovedSpan, isInForce } from "./approval-effect.ts";
import type { Template } from "./approval-template.ts";
import { type Checkin, seededCheckins } from "./checkin.ts";
import { effectsIn, nothing, perform } from "./happened.ts";
import { type Leave, leavesBetween } from "./leave.ts";
import type { RobotMessage, Todo, WebhookRobot } from "./message.ts";
import type { Notice } from "./notice.ts";
import { numberOf, planOf } from "./plan.ts";
import type { ReportDifference } from "./report-difference.ts";
import { type ShiftBook, shiftDue } from "./shift-book.ts";
import { type Supply, tellDay } from "./story.ts";
import type { Switches } from "./switches.ts";
import { judgeDay, type Workday } from "./workday.ts";

/** The company and everything that happened to it. Whoever asks says what time it is. */
export interface World {
  readonly company: Company;
  readonly switches: Switches;
  readonly callback: Callback | null;
  /** Is there anybody to tell events to? */
  readonly isHeard: boolean;
  /** What was done to it, in order. */
  readonly journal: readonly Action[];
  /** Grows with every change, also with forgetting. */
  readonly version: number;
  apply(action: Action): void;
  forget(): void;
  /** Everybody who is employed, in the order of their numbers. */
  people(): readonly Person[];
  person(userId: string): Person | undefined;
  departments(): readonly Department[];
  /** One more than the highest number of anybody who ever was here. */
  nextIndex(): number;
  leaves(person: Person, from: number, to: number): Leave[];
  /** Approved 加班, 出差 and 外出 that touch a time. */
  spans(person: Person, from: number, to: number): ApprovedSpan[];
  /** 签到 from one instant to another, both included. */
  checkins(person: Person, from: number, to: number): Checkin[];
  /** Approvals that somebody asked for here, oldest first; those of the seed are told by `seededApprovals`. */
  approvals(): Approval[];
  approval(id: string): Approval | undefined;
  /** What was given by hand besides approvals: leave and 补卡. */
  readonly given: { readonly leaves: readonly Leave[]; readonly supplies: readonly Supply[] };
  readonly templates: readonly Template[];
  readonly reportDifferences: readonly ReportDifference[];
  /** What the app sent, oldest first. */
  readonly notices: readonly Notice[];
  readonly todos: readonly Todo[];
  readonly robotMessages: readonly RobotMessage[];
  readonly webhookRobots: readonly WebhookRobot[];
  workday(person: Person, day: Day, now: number): Workday;
  /** Every edition of the shifts and every schedule that was put in by hand. */
  readonly shiftBook: ShiftBook;
  /** The work date that a punch at this instant belongs to. */
  workDate(person: Person, at: number): Day;
}

const AFTER_A_NIGHT = 6 * HOUR;

export function createWorld(seed: CompanySeed): World {
  const company = foundCompany(seed);
  let happened = nothing(company);
  let version = 0;
  const world: World = {
    company,
    get switches() {
      return happened.switches;
    },
    get callback() {
      return happened.callback;
    },
    get isHeard() {
      return happened.callback !== null || happened.switches.eventMode === "stream";
    },
    get journal() {
      return happened.journal;
    },
    get version() {
      return version;
    },
    apply(action) {
      version += 1;
      happened.journal.push(action);
      perform(happened, action);
    },
    forget() {
      version += 1;
      happened = nothing(company);
    },
    people: () => (happened.listed ??= [...happened.people.values()]),
    person: (userId) => happened.people.get(userId),
    departments: () => [...happened.departments.values()],
    nextIndex: () => happened.nextIndex,
    leaves(person, from, to) {
      const { leaves, endings } = effectsIn(happened);
      const found = leavesBetween(company, person, [...happened.leaves, ...leaves], { from, to });
      if (endings.size === 0) return found;
      return found.map((leave) => ({ ...leave, revokedAt: endings.get(leave.procInstId) ?? leave.revokedAt ?? null }));
    },
    spans: ({ userId }, from, to) =>
      effectsIn(happened).spans.filter((span) => span.userId === userId && span.start < to && span.end > from),
    checkins(person, from, to) {
      const own = (happened.checkins.get(person.userId) ?? []).filter(({ at }) => at >= from && at <= to);
      return [...seededCheckins(company, person, { from, to }), ...own];
    },
    approvals: () => [...happened.approvals.values()],
    approval: (id) => happened.approvals.get(id),
    get given() {
      return { leaves: happened.leaves, supplies: [...happened.supplies.values()].flat() };
    },
    get notices() {
      return happened.notices;
    },
    get todos() {
      return [...happened.todos.values()];
    },
    get robotMessages() {
      return [...happened.robotMessages.values()];
    },
    get webhookRobots() {
      return happened.webhookRobots;
    },
    get reportDifferences() {
      return happened.differences;
    },
    get templates() {
      return happened.templates;
    },
    get shiftBook() {
      return happened;
    },
    workDate(person, at) {
      const before = dayAt(at) - 1;
      const last = shiftDue(happened, person, { day: before, knownAt: at })?.points.at(-1)?.minute ?? 0;
      const isLongShift = person.group !== GROUPS.night && last > 24 * 60;
      if (isLongShift && at <= instantOf(before, last) + AFTER_A_NIGHT) return before;
      return dayAt(at - startOf(person));
    },
    workday(person, day, now) {
      const from = midnight(day);
      const leaves = world.leaves(person, from, from + 40 * HOUR);
      const known = leaves.filter((leave) => isInForce(leave, leave.start));
      const number = numberOf(person, day);
      const told = (knownAt: number) => (of: Day) => shiftDue(happened, person, { day: of, knownAt });
      const story = tellDay(company, person, {
        day,
        number,
        plan: planOf(person, day, { leaves: known, due: told(from) }),
      });
      const given = (happened.punches.get(person.userId) ?? []).filter(({ at }) => world.workDate(person, at) === day);
      const approved = effectsIn(happened).supplies.filter(({ userId }) => userId === person.userId);
      const supplied = [...(happened.supplies.get(person.userId) ?? []), ...approved].filter((one) => one.day === day);
      const counting = leaves.filter((leave) => isInForce(leave, now));
      return judgeDay({
        person,
        day,
        now,
        plan: planOf(person, day, { leaves: counting, due: told(now) }),
        punches: [...story.punches, ...given],
        supplies: [...story.supplies, ...supplied],
      });
    },
  };
  return world;
}

/** A day's punches begin five hours before the shift does. */
function startOf(person: Person): number {
  return person.group === GROUPS.night ? 15 * HOUR : 4 * HOUR;
}
