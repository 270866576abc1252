import { type Day, parseDay } from "./beijing.ts";
import { type DivisionKey, divisionAt, isWithin, teamId, teamsOf } from "./department.ts";
import { FIXED_PEOPLE, type FixedPerson } from "./fixed-people.ts";
import { GROUPS, type Group } from "./group.ts";
import type { Habit } from "./habit.ts";
import { drawName } from "./name.ts";
import { between, type Draw, drawFrom, hexadecimal, oneOf } from "./random.ts";
import type { PlaceId } from "./site.ts";

export interface Person {
  /** Counted from 0; every number of theirs is derived from it. */
  readonly index: number;
  readonly userId: string;
  readonly unionId: string;
  readonly name: string;
  readonly title: string;
  readonly jobNumber: string;
  readonly mobile: string;
  readonly departmentIds: readonly number[];
  /** Departments that they lead. */
  readonly leads: readonly number[];
  readonly manager: string | null;
  /** 1 main administrator, 2 sub administrator, 0 neither. */
  readonly sysLevel: 0 | 1 | 2;
  readonly habit: Habit;
  readonly group: Group;
  /** Where they work, the first one first. */
  readonly places: readonly PlaceId[];
  readonly hiredOn: Day;
  readonly deviceId: string;
}

/** What makes a person besides the seed. */
type Draft = Pick<
  Person,
  "name" | "title" | "departmentIds" | "leads" | "manager" | "sysLevel" | "habit" | "places"
> & {
  readonly word: string;
};

const HABITS: Record<DivisionKey, readonly [Habit, number, readonly PlaceId[]][]> = {
  "works-1": [
    ["site", 0.45, ["site-1"]],
    ["site", 0.62, ["site-4"]],
    ["gate", 0.76, ["site-1"]],
    ["two-site", 0.88, ["site-1", "site-4"]],
    ["night", 1, ["site-1"]],
  ],
  "works-2": [
    ["gate", 0.4, ["site-3"]],
    ["site", 0.6, ["site-3"]],
    ["site", 0.85, ["site-5"]],
    ["night", 1, ["site-3"]],
  ],
  water: [
    ["site", 0.55, ["site-2"]],
    ["two-site", 0.8, ["site-2", "site-1"]],
    ["mobile", 1, ["site-2"]],
  ],
  design: [
    ["office", 0.7, ["office"]],
    ["free", 0.85, ["office"]],
    ["mobile", 1, ["office"]],
  ],
  office: [["office", 1, ["office"]]],
  safety: [
    ["mobile", 0.5, ["site-1"]],
    ["site", 0.8, ["site-5"]],
    ["site", 1, ["site-1"]],
  ],
};

const TITLES: Record<DivisionKey, readonly string[]> = {
  "works-1": ["施工员", "测量员", "资料员", "钢筋工", "木工", "机电工程师"],
  "works-2": ["施工员", "幕墙工程师", "焊工", "吊装工", "资料员"],
  water: ["运维工程师", "自控工程师", "调试员", "泵站值班员"],
  design: ["建筑师", "结构工程师", "给排水设计师", "BIM工程师"],
  office: ["行政专员", "人事专员", "出纳", "会计", "法务专员"],
  safety: ["安全员", "质检员", "试验员"],
};

/** The company's people: the fixed ones everybody knows, then as many drawn ones as are missing. */
export function peopleOf(seed: number, count: number): Person[] {
  const fixed = FIXED_PEOPLE.map((person, index) => complete(seed, index, ofFixed(person)));
  const drawn = Array.from({ length: count - fixed.length }, (_, offset) => {
    const index = fixed.length + offset;
    return complete(seed, index, drawDraft(drawFrom(seed, index, 1), count));
  });
  return [...fixed, ...drawn];
}

/** Adds what follows from the index. */
export function complete(seed: number, index: number, draft: Draft): Person {
  const { word, ...rest } = draft;
  const draw = drawFrom(seed, index, 2);
  return {
    ...rest,
    index,
    userId: `${word}${String(index + 1).padStart(3, "0")}`,
    unionId: `u${hexadecimal(draw, 14)}iE`,
    jobNumber: `HZ${String(index + 1).padStart(5, "0")}`,
    mobile: `138${String(10_000_000 + index * 37).slice(-8)}`,
    group: groupFor(draft),
    hiredOn: (parseDay("2018-03-01") ?? 0) + between(draw, 0, 2000),
    deviceId: hexadecimal(draw, 16),
  };
}

function ofFixed(person: FixedPerson): Draft {
  const [userId = ""] = person.id.match(/^[a-z]+/) ?? [];
  const { id: _id, ...rest } = person;
  return { ...rest, word: userId };
}

function drawDraft(draw: Draw, people: number): Draft {
  const division = divisionAt(draw());
  const team = between(draw, 0, teamsOf(division.key, people) - 1);
  const habitLot = draw();
  const [habit, , places] = HABITS[division.key].find(([, upTo]) => habitLot < upTo) ?? ["office", 1, ["office"]];
  return {
    ...drawName(draw),
    title: oneOf(draw, TITLES[division.key]),
    departmentIds: [teamId(division.key, team)],
    leads: [],
    manager: division.leader,
    sysLevel: 0,
    habit,
    places,
  };
}

function groupFor({ habit, departmentIds }: Draft): Group {
  if (habit === "night") return GROUPS.night;
  if (habit === "free") return GROUPS.free;
  if (habit === "two-site" || departmentIds.some((id) => isWithin("water", id))) return GROUPS.split;
  return habit === "site" || habit === "gate" ? GROUPS.works : GROUPS.office;
}
