import { type Day, dayAt, midnight, wallText } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { instantOf, type Shift } from "../company/shift.ts";
import type { ApprovalContent, ApprovalUnit } from "../world/approval.ts";
import { pairsOf, sharedMinutes } from "../world/leave-share.ts";
import type { World } from "../world/world.ts";

type Leave = Extract<ApprovalContent, { kind: "leave" }>;

interface Scene {
  readonly person: Person;
  readonly world: World;
  readonly now: number;
}

/** The one component of a 请假 form: its name, value and `extValue` are JSON texts. */
export function holidayField(leave: Leave, scene: Scene): Record<string, unknown> {
  const { start, end, unit, amount, leaveType } = leave;
  const value = [timeText(start, unit, "start"), timeText(end, unit, "end"), amount, unit, leaveType.name, "请假类型"];
  return {
    id: "DDHolidayField-J2BWEN12",
    name: JSON.stringify(["开始时间", "结束时间"]),
    componentType: "DDHolidayField",
    value: JSON.stringify(value),
    extValue: JSON.stringify(detailOf(leave, scene)),
  };
}

/** `2026-09-16 13:30`, `2026-09-16` or `2026-09-16 下午`: the format follows the unit. */
export function timeText(at: number, unit: ApprovalUnit, edge: "start" | "end"): string {
  const text = wallText(at);
  if (unit === "hour") return text.slice(0, 16);
  if (unit === "day") return text.slice(0, 10);
  const time = text.slice(11, 16);
  return `${text.slice(0, 10)} ${(edge === "start" ? time < "12:00" : time <= "13:00") ? "上午" : "下午"}`;
}

function detailOf(leave: Leave, { person, world, now }: Scene): object {
  const { start, end, unit, leaveType } = leave;
  const days = Array.from({ length: dayAt(end) - dayAt(start) + 2 }, (_, offset) => dayAt(start) - 1 + offset);
  const detailList = days.flatMap((day) => {
    const { shift } = world.workday(person, day, now).plan;
    const isBefore = day < dayAt(start);
    const row = dayOf({ day, shift, leave });
    return isBefore && row.approveInfo.durationInHour === 0 ? [] : [row];
  });
  const sum = (key: "durationInDay" | "durationInHour") =>
    rounded(detailList.reduce((total, { approveInfo }) => total + approveInfo[key], 0));
  return {
    unit: unit === "hour" ? "HOUR" : unit === "day" ? "DAY" : world.switches.halfDayUnit,
    durationInDay: unit === "hour" ? sum("durationInDay") : leave.amount,
    durationInHour: unit === "hour" ? leave.amount : leave.amount * 24,
    pushTag: "请假",
    extension: JSON.stringify({ tag: leaveType.name }),
    isNaturalDay: false,
    isModifiable: true,
    leaveCode: leaveType.code,
    compressedValue: "1f8b0800000000000000",
    detailList,
  };
}

/** One day of it. Of whole and half days the hours are a calendar's: half a day is 12 (attendance.md 11.2). */
function dayOf({ day, shift, leave }: { day: Day; shift: Shift | null; leave: Leave }) {
  const workTimeMinutes = shift?.workMinutes ?? 0;
  const minutes = shift ? sharedMinutes(day, shift, leave) : 0;
  const share = workTimeMinutes === 0 ? 0 : minutes / workTimeMinutes;
  const durationInDay = leave.unit === "hour" ? rounded(share) : Math.round(share * 2) / 2;
  const durationInHour = leave.unit === "hour" ? rounded(minutes / 60) : durationInDay * 24;
  const fromTime = Math.max(leave.start, midnight(day));
  const toTime = Math.min(leave.end, midnight(day + 2));
  const across = (at: number) => (dayAt(at) > day ? 1 : 0);
  return {
    workDate: midnight(day),
    isRest: shift === null,
    workTimeMinutes,
    approveInfo: {
      fromTime,
      toTime,
      fromAcross: across(fromTime),
      toAcross: across(toTime),
      durationInDay,
      durationInHour,
    },
    classInfo: shift
      ? { hasClass: true, name: shift.name, sections: sectionsOf(day, shift) }
      : { hasClass: false, sections: [] },
  };
}

function sectionsOf(day: Day, shift: Shift): object[] {
  return pairsOf(shift).map(([from, to]) => ({
    startTime: instantOf(day, from),
    endTime: instantOf(day, to),
    startAcross: from >= 1440 ? 1 : 0,
    endAcross: to >= 1440 ? 1 : 0,
  }));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
