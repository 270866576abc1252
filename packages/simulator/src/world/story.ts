import { type Day, HOUR, MINUTE, midnight, SECOND } from "../company/beijing.ts";
import { isWorkingDay, workingDayFrom } from "../company/calendar.ts";
import type { Company } from "../company/company.ts";
import type { Person } from "../company/person.ts";
import { between, type Draw, drawFrom } from "../company/random.ts";
import { type CheckType, instantOf } from "../company/shift.ts";
import { type Place, placeCalled } from "../company/site.ts";
import type { DayPlan, PlanPoint } from "./plan.ts";
import { machineAt, outside, phoneAt, phoneWithin, type Spot } from "./spot.ts";

export interface Invalid {
  readonly type: "Security" | "Other";
  readonly message: string;
}

/** A punch as it happened, before DingTalk judged it. */
export interface Punch {
  readonly id: number;
  readonly at: number;
  /** Null lets DingTalk choose: the first of the day is on duty. */
  readonly type: CheckType | null;
  readonly spot: Spot;
  readonly invalid: Invalid | null;
}

/** A 补卡: a punch of the past that an approval puts in. */
export interface Supply {
  readonly id: number;
  readonly userId: string;
  readonly day: Day;
  readonly type: CheckType;
  readonly at: number;
  readonly arrivesAt: number;
  readonly revokedAt?: number | null;
  readonly procInstId: string;
}

export interface Story {
  readonly punches: readonly Punch[];
  readonly supplies: readonly Supply[];
}

/** The ids of what the seed lets happen count from here, so many to a person's day. */
export const STORY_IDS = 90_000_000_000;
export const IDS_A_DAY = 16;

type Mood = "normal" | "absent" | "forgot-out" | "forgot-in" | "late" | "early" | "long";

const SHARES: readonly [Mood, number][] = [
  ["absent", 0.008],
  ["forgot-out", 0.038],
  ["forgot-in", 0.05],
  ["late", 0.09],
  ["early", 0.11],
  ["long", 0.23],
];
const SHARE_INVALID = 0.02;
const SHARE_SUPPLIED = 0.4;
const SHARE_REST_WORK = 0.03;
const FIXED = 12;

/** What the seed has a person do on a day; `number` is that day's own number, from which ids are counted. */
export function tellDay(company: Company, person: Person, told: { day: Day; number: number; plan: DayPlan }): Story {
  const { day, plan } = told;
  const draw = drawFrom(company.seed, person.index, day, 4);
  const scene: Scene = { company, person, day, draw, id: (slot) => STORY_IDS + told.number * IDS_A_DAY + slot };
  if (plan.shift === null) return { punches: unplanned(scene), supplies: [] };
  const points = plan.points.filter((point) => point.covered === null);
  const mood = points.length === 0 ? "absent" : moodOf(scene);
  if (mood === "absent") return { punches: [], supplies: [] };
  const skipped = mood === "forgot-out" ? points.at(-1) : mood === "forgot-in" ? points[0] : undefined;
  const punches = points.filter((point) => point !== skipped).map((point) => punchFor(scene, point, { mood, points }));
  return { punches: withInvalid(scene, punches), supplies: skipped ? suppliesFor(scene, skipped) : [] };
}

interface Scene {
  readonly company: Company;
  readonly person: Person;
  readonly day: Day;
  readonly draw: Draw;
  readonly id: (slot: number) => number;
}

function moodOf({ company, person, day, draw }: Scene): Mood {
  if (person.userId === "guo005" && day === workingDayFrom(company.demoDay, -1)) return "forgot-out";
  if (person.index < FIXED) return "normal";
  const lot = draw();
  return SHARES.find(([, upTo]) => lot < upTo)?.[0] ?? "normal";
}

function punchFor(
  scene: Scene,
  point: PlanPoint,
  { mood, points }: { mood: Mood; points: readonly PlanPoint[] },
): Punch {
  const { company, person, day, draw, id } = scene;
  const own = { id: id(point.slot), type: point.type, invalid: null };
  if (person.userId === "zhao001" && day === company.demoDay && point.slot === 0) {
    const spot = phoneAt(placeOf(person, 0), { metres: 38, degrees: 63, accuracy: 15 });
    return { ...own, at: instantOf(day, 537) + 21 * SECOND, spot };
  }
  const isFirst = point === points[0];
  const isLast = point === points.at(-1);
  const minutes =
    point.type === "OnDuty"
      ? mood === "late" && isFirst
        ? between(draw, 12, 50)
        : -between(draw, 1, 14)
      : mood === "early" && isLast
        ? -between(draw, 10, 60)
        : mood === "long" && isLast
          ? between(draw, 60, 150)
          : between(draw, 1, 12);
  const at = point.base + minutes * MINUTE + between(draw, 0, 59) * SECOND;
  return { ...own, at, spot: spotFor(scene, point.slot) };
}

function spotFor({ person, draw }: Scene, slot: number): Spot {
  if (person.habit === "mobile" && draw() < 0.6) return outside(draw);
  const place = placeOf(person, person.habit === "two-site" && slot >= 2 ? 1 : 0);
  return person.habit === "gate" ? machineAt(draw, place) : phoneWithin(draw, place);
}

function placeOf(person: Person, which: number): Place {
  const place = placeCalled(person.places[which] ?? person.places[0] ?? "office");
  if (!place) throw new Error(`${person.userId} works nowhere`);
  return place;
}

function withInvalid({ person, draw, id }: Scene, punches: readonly Punch[]): Punch[] {
  const [first] = punches;
  if (!first || person.index < FIXED || draw() >= SHARE_INVALID) return [...punches];
  const invalid: Invalid =
    draw() < 0.5 ? { type: "Other", message: "需要二次确认" } : { type: "Security", message: "使用了非常用手机" };
  const at = first.at - between(draw, 2, 6) * MINUTE;
  return [{ id: id(4), at, type: null, spot: outside(draw), invalid }, ...punches];
}

function suppliesFor({ person, day, draw, id }: Scene, point: PlanPoint): Supply[] {
  const isStory = person.index < FIXED;
  if (draw() >= SHARE_SUPPLIED || isStory) return [];
  const arrivesAt = midnight(day + 2) + 10 * HOUR + between(draw, 0, 59) * MINUTE;
  const procInstId = `SimSupply${id(8 + point.slot)}t${Math.floor((arrivesAt - HOUR) / 1000)}`;
  return [
    { id: id(8 + point.slot), userId: person.userId, day, type: point.type, at: point.base, arrivesAt, procInstId },
  ];
}

/** 自由工时 and work on days off: punches without a plan. */
function unplanned(scene: Scene): Punch[] {
  const { person, day, draw, id } = scene;
  const isFree = person.group.type === "NONE";
  const works = isFree
    ? isWorkingDay(day)
    : person.index >= FIXED && person.habit !== "office" && draw() < SHARE_REST_WORK;
  if (!works || day < person.hiredOn || person.habit === "night") return [];
  const on = instantOf(day, between(draw, 540, 620)) + between(draw, 0, 59) * SECOND;
  const off = instantOf(day, isFree ? between(draw, 1080, 1230) : between(draw, 900, 1050));
  return [
    { id: id(5), at: on, type: "OnDuty", spot: spotFor(scene, 0), invalid: null },
    { id: id(6), at: off, type: "OffDuty", spot: spotFor(scene, 0), invalid: null },
  ];
}
