import { midnight, wallText } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { clockTime, LATE, type Shift, type ShiftPoint } from "../company/shift.ts";
import type { ShiftEdition } from "../world/shift-book.ts";

const MADE_ON = 19_000;

/** A shift as the group calls write it. */
export function classDetail(shift: Shift): object {
  return {
    class_id: shift.id,
    class_name: shift.name,
    sections: sectionsOf(shift).map((points) => ({
      times: points.map(({ type, minute }) => ({ check_type: type, ...clockTime(minute) })),
    })),
    setting: {
      class_setting_id: shift.version,
      permit_late_minutes: LATE.permitted,
      serious_late_minutes: LATE.serious,
      absenteeism_late_minutes: LATE.absent,
      work_time_minutes: shift.workMinutes,
      is_off_duty_free_check: shift.freeOff ? "Y" : "N",
      ...(shift.rest
        ? {
            rest_begin_time: { check_time: clockTime(shift.rest.start).check_time },
            rest_end_time: { check_time: clockTime(shift.rest.end).check_time },
          }
        : {}),
    },
  };
}

/** A shift as `shift/query` writes it: the two late thresholds are texts. */
export function shiftDetail(
  { shift, madeAt, isDeleted }: ShiftEdition,
  { owner, corpId }: { owner: Person; corpId: string },
): object {
  const made = wallText(midnight(MADE_ON));
  return {
    id: shift.id,
    name: shift.name,
    owner: owner.userId,
    corp_id: corpId,
    shift_group_id: -1,
    shift_group_name: "未分组",
    sections: sectionsOf(shift).map((points, index) => ({
      id: shift.id * 10 + index,
      punches: points.map(({ type, minute }, slot) => ({
        id: shift.id * 100 + index * 10 + slot,
        check_type: type,
        ...clockTime(minute),
        begin_min: -1,
        end_min: -1,
        permit_minutes: type === "OnDuty" ? LATE.permitted : 0,
        serious_late_minutes: String(type === "OnDuty" ? LATE.serious : -1),
        absenteeism_late_minutes: String(type === "OnDuty" ? LATE.absent : -1),
        free_check: type === "OffDuty" && shift.freeOff === true,
      })),
      rests: index === 0 ? restsOf(shift) : [],
    })),
    shift_setting: {
      id: shift.version,
      shift_id: shift.id,
      work_time_minutes: shift.workMinutes,
      attend_days: "1.0",
      is_deleted: isDeleted ? "Y" : "N",
      gmt_create: made,
      gmt_modified: madeAt === 0 ? made : wallText(madeAt),
    },
  };
}

function sectionsOf({ points }: Shift): ShiftPoint[][] {
  return Array.from({ length: points.length / 2 }, (_, index) => points.slice(index * 2, index * 2 + 2));
}

function restsOf({ id, rest }: Shift): object[] {
  if (rest === null) return [];
  return [
    { id: id * 100 + 91, check_type: "OnDuty", ...clockTime(rest.start) },
    { id: id * 100 + 92, check_type: "OffDuty", ...clockTime(rest.end) },
  ];
}
