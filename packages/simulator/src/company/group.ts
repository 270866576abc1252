import { type Day, weekday } from "./beijing.ts";
import { isWorkingDay } from "./calendar.ts";
import { DAY_SHIFT, NIGHT_SHIFT, type Shift, SPLIT_SHIFT } from "./shift.ts";
import type { PlaceId } from "./site.ts";

/** An attendance group: `FIXED` has the same week always, `TURN` is scheduled day by day, `NONE` has no shifts. */
export interface Group {
  readonly id: number;
  /** 32 hexadecimal digits, what `groups/idtokey` gives. */
  readonly key: string;
  readonly name: string;
  readonly type: "FIXED" | "TURN" | "NONE";
  readonly shift: Shift | null;
  readonly owner: string;
  readonly managers: readonly string[];
  readonly departments: readonly string[];
  readonly places: readonly PlaceId[];
}

const SITES: readonly PlaceId[] = ["site-1", "site-2", "site-3", "site-4", "site-5"];

export const GROUPS = {
  works: {
    id: 685935028,
    key: "4C63A1E2D0974B5FA3D1B86E00000001",
    name: "工程部考勤组",
    type: "FIXED",
    shift: DAY_SHIFT,
    owner: "chen007",
    managers: ["chen007", "wang003"],
    departments: ["工程一部", "工程二部"],
    places: SITES,
  },
  split: {
    id: 685935101,
    key: "4C63A1E2D0974B5FA3D1B86E00000002",
    name: "两段班考勤组",
    type: "FIXED",
    shift: SPLIT_SHIFT,
    owner: "chen007",
    managers: ["chen007"],
    departments: ["智慧水务事业部"],
    places: SITES,
  },
  night: {
    id: 685935177,
    key: "4C63A1E2D0974B5FA3D1B86E00000003",
    name: "夜班考勤组",
    type: "TURN",
    shift: NIGHT_SHIFT,
    owner: "wang003",
    managers: ["wang003", "chen007"],
    departments: ["工程一部"],
    places: SITES,
  },
  office: {
    id: 685935240,
    key: "4C63A1E2D0974B5FA3D1B86E00000004",
    name: "总部考勤组",
    type: "FIXED",
    shift: DAY_SHIFT,
    owner: "admin012",
    managers: ["chen007"],
    departments: ["设计院", "综合管理部", "安全质量部"],
    places: ["office"],
  },
  free: {
    id: 685935318,
    key: "4C63A1E2D0974B5FA3D1B86E00000005",
    name: "自由工时组",
    type: "NONE",
    shift: null,
    owner: "admin012",
    managers: ["chen007"],
    departments: ["设计院"],
    places: ["office"],
  },
} as const satisfies Record<string, Group>;

export const ALL_GROUPS: readonly Group[] = Object.values(GROUPS);

const TURN_CYCLE = 6;
const TURN_NIGHTS = 4;
const TURN_OFFSET = 3;

/** The shift due on a day; null is rest. In the turning group everybody has their own `phase`: four nights, two days off. */
export function shiftOn(group: Group, day: Day, phase: number): Shift | null {
  if (group.type === "NONE") return null;
  if (group.type === "TURN") return (day + phase + TURN_OFFSET) % TURN_CYCLE < TURN_NIGHTS ? group.shift : null;
  return isWorkingDay(day) ? group.shift : null;
}

/** Sunday to Saturday, `"0"` for rest, as DingTalk writes a fixed week. */
export function weekOf(group: Group): string[] {
  if (group.type !== "FIXED" || group.shift === null) return [];
  const { id } = group.shift;
  return [3, 4, 5, 6, 7, 8, 9].map((day) => (weekday(day) % 6 === 0 ? "0" : String(id)));
}
