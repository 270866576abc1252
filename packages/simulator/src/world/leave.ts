import { DAY, type Day, HOUR, midnight, SECOND, weekday } from "../company/beijing.ts";
import type { Company } from "../company/company.ts";
import { shiftOn } from "../company/group.ts";
import type { Person } from "../company/person.ts";
import { between, type Draw, drawFrom, hexadecimal } from "../company/random.ts";
import { instantOf, type Shift } from "../company/shift.ts";

/** A kind of leave; hours are what one day of it is worth. */
export interface LeaveType {
  readonly code: string;
  readonly name: string;
  readonly unit: "day" | "halfDay" | "hour";
}

export interface Leave {
  readonly userId: string;
  readonly type: LeaveType;
  readonly start: number;
  readonly end: number;
  readonly unit: "percent_day" | "percent_hour";
  /** In hundredths of the unit. */
  readonly percent: number;
  /** When it was asked for; not known of leave that was simply given. */
  readonly askedAt?: number;
  readonly approvedAt: number;
  readonly revokedAt?: number | null;
  readonly procInstId: string;
}

export const LEAVE_TYPES: readonly LeaveType[] = [
  { code: "16f8560000000009aa01", name: "年假", unit: "day" },
  { code: "16f8560000000009aa02", name: "病假", unit: "halfDay" },
  { code: "16f8560000000009aa16", name: "事假", unit: "hour" },
  { code: "16f8560000000009aa23", name: "调休", unit: "hour" },
];

const [ANNUAL, SICK, PERSONAL] = LEAVE_TYPES as readonly [LeaveType, LeaveType, LeaveType];
const SHARE_OF_WEEKS = 0.06;
/** The fixed people are there every day, so that stories can be told of them. */
const FIRST_DRAWN = 12;

/** The leave that the seed gives a person in the week of `day`; at most one. */
function seededLeave(company: Company, person: Person, day: Day): Leave | null {
  const monday = day - ((weekday(day) + 6) % 7);
  const draw = drawFrom(company.seed, person.index, monday, 3);
  if (person.index < FIRST_DRAWN || draw() >= SHARE_OF_WEEKS) return null;
  const first = monday + between(draw, 0, 4);
  const shift = shiftOn(person.group, first, person.index);
  if (shift === null) return null;
  const span = spanOf(draw, { first, shift, person });
  const approvedAt = midnight(first) - between(draw, 7 * HOUR, 10 * HOUR);
  const digits = hexadecimal(draw, 20);
  const asked = Math.floor(approvedAt / SECOND) - between(draw, 300, 10_800);
  return { userId: person.userId, ...span, askedAt: asked * SECOND, approvedAt, procInstId: `Sim${digits}${asked}` };
}

/** Every leave that touches the time from `from` to `to`, seeded and given, approved at `now`. */
export function leavesBetween(...[company, person, given, { from, to }]: LeaveQuery): Leave[] {
  const found: Leave[] = given.filter((leave) => leave.userId === person.userId);
  const first = Math.floor(from / DAY) - 7;
  for (let day = first; day <= Math.floor(to / DAY) + 8; day += 7) {
    const leave = seededLeave(company, person, day);
    if (leave) found.push(leave);
  }
  return found.filter((leave) => leave.start < to && leave.end > from).sort((a, b) => a.start - b.start);
}

type LeaveQuery = [company: Company, person: Person, given: readonly Leave[], window: { from: number; to: number }];

type Span = Pick<Leave, "type" | "start" | "end" | "unit" | "percent">;

function spanOf(draw: Draw, { first, shift, person }: { first: Day; shift: Shift; person: Person }): Span {
  const kind = draw();
  const at = (minute: number) => instantOf(first, minute);
  const [start = 0] = shift.points.map((point) => point.minute);
  const end = shift.points.at(-1)?.minute ?? 0;
  const noon = shift.rest ? shift.rest.start : (shift.points[1]?.minute ?? end);
  const afternoon = shift.rest ? shift.rest.end : (shift.points[2]?.minute ?? end);
  if (person.habit === "night" || kind < 0.5) {
    const next = first + 1;
    const twoDays = kind < 0.15 && shiftOn(person.group, next, person.index) === shift;
    const until = twoDays ? instantOf(next, end) : at(end);
    return { type: ANNUAL, start: at(start), end: until, unit: "percent_day", percent: twoDays ? 200 : 100 };
  }
  if (kind < 0.65) return { type: SICK, start: at(start), end: at(noon), unit: "percent_day", percent: 50 };
  if (kind < 0.8) return { type: SICK, start: at(afternoon), end: at(end), unit: "percent_day", percent: 50 };
  const hours = between(draw, 1, 3);
  return { type: PERSONAL, start: at(end) - hours * HOUR, end: at(end), unit: "percent_hour", percent: hours * 100 };
}
