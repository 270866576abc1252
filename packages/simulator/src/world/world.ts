import { type Day, dayAt, HOUR, midnight } from "../company/beijing.ts";
import { type Company, type CompanySeed, foundCompany } from "../company/company.ts";
import { ALL_GROUPS, GROUPS } from "../company/group.ts";
import type { Person } from "../company/person.ts";
import { type Action, type Callback, FIRST_SWITCHES, type Switches } from "./action.ts";
import { type Leave, leavesBetween } from "./leave.ts";
import { numberOf, planOf } from "./plan.ts";
import { type Punch, type Supply, tellDay } from "./story.ts";
import { judgeDay, type Workday } from "./workday.ts";

/** The company and everything that happened to it. Whoever asks says what time it is. */
export interface World {
  readonly company: Company;
  readonly switches: Switches;
  readonly callback: Callback | null;
  /** What was done to it, in order. */
  readonly journal: readonly Action[];
  /** Grows with every change, also with forgetting. */
  readonly version: number;
  apply(action: Action): void;
  forget(): void;
  /** Everybody who is employed, in the order of their numbers. */
  people(): readonly Person[];
  person(userId: string): Person | undefined;
  /** One more than the highest number of anybody who ever was here. */
  nextIndex(): number;
  leaves(person: Person, from: number, to: number): Leave[];
  workday(person: Person, day: Day, now: number): Workday;
  /** The work date that a punch at this instant belongs to. */
  workDate(person: Person, at: number): Day;
}

interface Happened {
  people: Map<string, Person>;
  listed: readonly Person[] | null;
  punches: Map<string, Punch[]>;
  leaves: Leave[];
  supplies: Map<string, Supply[]>;
  switches: Switches;
  callback: Callback | null;
  journal: Action[];
  nextIndex: number;
}

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
    nextIndex: () => happened.nextIndex,
    leaves: (person, from, to) => leavesBetween(company, person, happened.leaves, { from, to }),
    workDate: (person, at) => dayAt(at - startOf(person)),
    workday(person, day, now) {
      const from = midnight(day);
      const leaves = world.leaves(person, from, from + 40 * HOUR);
      const known = leaves.filter((leave) => leave.approvedAt <= leave.start);
      const number = numberOf(person, day);
      const story = tellDay(company, person, { day, number, plan: planOf(person, day, known) });
      const given = (happened.punches.get(person.userId) ?? []).filter(({ at }) => world.workDate(person, at) === day);
      const supplied = (happened.supplies.get(person.userId) ?? []).filter((supply) => supply.day === day);
      const counting = leaves.filter((leave) => leave.approvedAt <= now);
      return judgeDay({
        person,
        day,
        now,
        plan: planOf(person, day, counting),
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

function nothing(company: Company): Happened {
  return {
    people: new Map(company.people.map((person) => [person.userId, person])),
    listed: null,
    punches: new Map(),
    leaves: [],
    supplies: new Map(),
    switches: FIRST_SWITCHES,
    callback: null,
    journal: [],
    nextIndex: company.people.length,
  };
}

function perform(happened: Happened, action: Action): void {
  switch (action.kind) {
    case "punch":
      addTo(happened.punches, action.userId, action.punch);
      return;
    case "leave":
      happened.leaves.push(action.leave);
      return;
    case "supply":
      addTo(happened.supplies, action.supply.userId, action.supply);
      return;
    case "switches":
      happened.switches = { ...happened.switches, ...action.switches };
      return;
    case "callback":
      happened.callback = action.callback;
      return;
    default:
      happened.listed = null;
      performOnPeople(happened, action);
  }
}

function performOnPeople(happened: Happened, action: Extract<Action, { kind: "hire" | "change" | "depart" }>): void {
  if (action.kind === "hire") {
    const group = ALL_GROUPS.find(({ id }) => id === action.groupId) ?? GROUPS.office;
    happened.people.set(action.person.userId, { ...action.person, group });
    happened.nextIndex = Math.max(happened.nextIndex, action.person.index + 1);
    return;
  }
  const person = happened.people.get(action.userId);
  if (!person) return;
  if (action.kind === "depart") happened.people.delete(person.userId);
  else happened.people.set(person.userId, { ...person, ...action.change });
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
