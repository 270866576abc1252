import { z } from "zod";
import type { DingTalk } from "../client.ts";
import {
  anything,
  idList,
  maybe,
  number,
  oneOf,
  type RejectedRow,
  readAnswer,
  readRows,
  several,
  text,
} from "../lenient.ts";
import { readPages } from "../page.ts";
import { intervalsOf, minuteOfDay, type ShiftDetail, shiftPoint } from "./shift.ts";

const PATH = "/topapi/attendance/getsimplegroups";
const PAGE = 10;

/** An attendance group: `FIXED` has the same week always, `TURN` is scheduled day by day, `NONE` has no shifts. */
export interface SimpleGroup {
  readonly groupId: string;
  readonly name: string;
  readonly type: "FIXED" | "TURN" | "NONE" | null;
  readonly memberCount: number | null;
  readonly ownerUserId: string | null;
  readonly managerUserIds: readonly string[];
  /** Sunday to Saturday, the shift due on that weekday or null for rest; empty for groups that are not `FIXED`. */
  readonly week: readonly (string | null)[];
  readonly shifts: readonly ShiftDetail[];
}

const clock = maybe(z.object({ check_time: minuteOfDay }));

const classRow = z.object({
  class_id: text,
  class_name: maybe(text),
  sections: several(z.object({ times: several(shiftPoint) })),
  setting: maybe(z.object({ class_setting_id: maybe(text), rest_begin_time: clock, rest_end_time: clock })),
});

const groupRow = z.object({
  group_id: text,
  group_name: maybe(text),
  type: maybe(oneOf({ FIXED: "FIXED", TURN: "TURN", NONE: "NONE" } as const)),
  member_count: maybe(number),
  owner_user_id: maybe(text),
  manager_list: maybe(idList),
  work_day_list: maybe(idList),
  selected_class: several(classRow),
});

const groupPage = z.object({ result: z.object({ groups: anything, has_more: anything }) });

/** All attendance groups with their shifts, ten a call. */
export async function simpleGroups(dingtalk: DingTalk): Promise<{ groups: SimpleGroup[]; rejected: RejectedRow[] }> {
  const list = await readPages(PATH, PAGE, async (offset) => {
    const { result } = readAnswer(await dingtalk.callOld(PATH, { offset, size: PAGE }), PATH, groupPage);
    return { list: result.groups, more: result.has_more };
  });
  const { rows, rejected } = readRows(list, groupRow, groupOf);
  return { groups: rows, rejected };
}

function groupOf(row: z.output<typeof groupRow>): SimpleGroup {
  return {
    groupId: row.group_id,
    name: row.group_name ?? "",
    type: row.type,
    memberCount: row.member_count,
    ownerUserId: row.owner_user_id,
    managerUserIds: row.manager_list ?? [],
    week: (row.work_day_list ?? []).map((shiftId) => (shiftId === "0" ? null : shiftId)),
    shifts: row.selected_class.map(shiftOf),
  };
}

function shiftOf(row: z.output<typeof classRow>): ShiftDetail {
  const sections = row.sections.flatMap((section) => intervalsOf(section.times));
  return {
    shiftId: row.class_id,
    version: row.setting?.class_setting_id ?? null,
    name: row.class_name ?? "",
    sections,
    breaks: breaksOf(row, sections[0]?.start ?? 0),
  };
}

/** The break has no `across` here, so a time before the shift's start lies on the next day. */
function breaksOf(row: z.output<typeof classRow>, shiftStart: number) {
  const [begin, end] = [row.setting?.rest_begin_time, row.setting?.rest_end_time];
  if (!begin || !end) return [];
  const onLine = (minute: number) => (minute < shiftStart ? minute + 1440 : minute);
  return intervalsOf([
    { type: "on", at: onLine(begin.check_time) },
    { type: "off", at: onLine(end.check_time) },
  ]);
}
