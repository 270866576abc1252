import { DAY, type Day, dayAt, midnight, parseWall, wallText } from "../company/beijing.ts";
import { type ApiRoute, countedTop, type Ground } from "../wire/api.ts";
import { type Call, commaList, textOf } from "../wire/call.ts";
import { NewRefusal, OldRefusal } from "../wire/refusal.ts";
import { isInForce } from "../world/approval-effect.ts";
import { LEAVE_TYPES, type LeaveType } from "../world/leave.ts";
import { columnValue, daySceneOf, leaveOn, REPORT_COLUMNS, type ReportColumn } from "../world/report-column.ts";
import { personOf } from "./directory.ts";

const BASE = "qyapi_base";
const MOST_COLUMNS = 20;
const MOST_DAYS = 31;
const LEAVE_KEPT = 225 * DAY;

export const reportRoutes: readonly ApiRoute[] = [
  countedTop("attendance/isopensmartreport", BASE, (_call, { world }) => ({
    result: { smart_report: world.switches.smartReport },
  })),
  countedTop("attendance/getattcolumns", BASE, (_call, ground) => {
    opened(ground);
    const own = REPORT_COLUMNS.map(({ id, name, alias }) => ({
      id,
      name,
      alias,
      type: 0,
      sub_type: 0,
      status: 0,
      expression_id: id + 7_000_000,
    }));
    return { result: { columns: [...own, ...LEAVE_TYPES.map(leaveColumn)] } };
  }),
  countedTop("attendance/getcolumnval", BASE, (call, ground) => {
    opened(ground);
    const columns = columnsAsked(commaList(call, "column_id_list", MOST_COLUMNS));
    const days = daysAsked(call);
    const userId = textOf(call, "userid");
    if (!ground.world.person(userId)) return { result: { column_vals: [] } };
    const vals = columns.map((column) => ({
      column_vo: { id: column.id },
      ...valuesOf(column, { userId, days, ground }),
    }));
    return {
      result: {
        column_vals: vals.map(({ column_vo, fixed, values }) =>
          fixed === null ? { column_vo, column_vals: values } : { column_vo, fixed_value: fixed },
        ),
      },
    };
  }),
  countedTop("attendance/getleavetimebynames", BASE, (call, ground) => {
    opened(ground);
    const names = commaList(call, "leave_names", MOST_COLUMNS);
    const days = daysAsked(call);
    if (midnight(days[0] ?? 0) < ground.clock.now() - LEAVE_KEPT)
      throw new OldRefusal(850002, "禁止查询225天以前的数据");
    const { userId } = personOf(call, ground);
    const types = names.flatMap((name) => LEAVE_TYPES.find((type) => type.name === name) ?? []);
    const columns = types.map((type) => ({
      columnvo: leaveColumn(type),
      columnvals: leaveValues(type, { userId, days, ground }),
    }));
    return { result: { columns } };
  }),
  countedTop("attendance/getleaveapproveduration", BASE, (call, ground) => {
    const person = personOf(call, ground);
    const [start, end] = [wallOf(call, "from_date"), wallOf(call, "to_date")];
    const type = { unit: "hour" };
    const hours = daysBetween(dayAt(start) - 1, dayAt(end)).map((day) =>
      leaveOn(ground.world, { userId: person.userId, type, start, end }, { day, now: ground.clock.now() }),
    );
    return { result: { duration_in_minutes: Math.round(hours.reduce((sum, one) => sum + one, 0) * 60) } };
  }),
  {
    method: "POST",
    path: "/v1.0/attendance/columnValues/query",
    host: "new",
    token: "app",
    counted: true,
    scope: "qyapi_attendance_group_read",
    vendorOnly: true,
    answer({ body }, ground) {
      const { userIds, columnIdList } = body;
      const [from, to] = [Number(body.fromDate), Number(body.toDate)];
      if (!Array.isArray(userIds) || !Array.isArray(columnIdList) || !(to >= from && to - from <= MOST_DAYS * DAY)) {
        throw new NewRefusal(400, "invalidParameter", "参数不合法");
      }
      const columns = REPORT_COLUMNS.filter(({ id }) => columnIdList.map(Number).includes(id));
      const days = daysBetween(dayAt(from), dayAt(to));
      const known = userIds.map(String).filter((userId) => ground.world.person(userId));
      const result = known.map((userId) => ({
        userId,
        columnData: columns.map((column) => {
          const { fixed, values } = valuesOf(column, { userId, days, ground });
          return { id: column.id, fixedValue: fixed ?? "", columnValues: values };
        }),
      }));
      return { result };
    },
  },
];

interface Asked {
  readonly userId: string;
  readonly days: readonly Day[];
  readonly ground: Ground;
}

function valuesOf(column: ReportColumn, { userId, days, ground }: Asked): { fixed: string | null; values: object[] } {
  const { world, clock } = ground;
  if (column.of === null) return { fixed: world.person(userId)?.jobNumber ?? "", values: [] };
  const values = days.flatMap((day) => {
    const scene = daySceneOf(world, userId, { day, now: clock.now() });
    return scene ? [{ date: wallText(midnight(day)), value: columnValue(world, column, scene).toFixed(1) }] : [];
  });
  return { fixed: null, values };
}

function leaveValues(type: LeaveType, { userId, days, ground }: Asked): object[] {
  const { world, clock } = ground;
  const person = world.person(userId);
  if (!person) return [];
  const now = clock.now();
  return days.map((day) => {
    const leaves = world.leaves(person, midnight(day), midnight(day + 2)).filter((leave) => isInForce(leave, now));
    const own = leaves.filter((leave) => leave.type.code === type.code);
    const value = own.reduce((sum, leave) => sum + leaveOn(world, leave, { day, now }), 0);
    return { date: wallText(midnight(day)), value: value.toFixed(1) };
  });
}

/** Leave columns have no id; `alias` is the same of all. */
function leaveColumn({ name }: LeaveType): object {
  return { name, alias: "leave_", type: 1, sub_type: 0, status: 0 };
}

function opened({ world }: Ground): void {
  if (!world.switches.smartReport) throw new OldRefusal(850015, "报表查询系统异常，未开通智能统计");
}

/** Anything but ids of columns, an `expression_id` too, is the system error 850015. */
function columnsAsked(ids: readonly string[]): ReportColumn[] {
  return ids.map((id) => {
    const found = REPORT_COLUMNS.find((column) => String(column.id) === id);
    if (!found) throw new OldRefusal(850015, "报表查询系统异常");
    return found;
  });
}

function daysAsked(call: Call): Day[] {
  const [from, to] = [wallOf(call, "from_date"), wallOf(call, "to_date")];
  const days = daysBetween(dayAt(from), dayAt(to));
  if (to < from || days.length > MOST_DAYS) throw new OldRefusal(850012, "查询时间不能超过31天");
  return days;
}

function daysBetween(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.min(Math.max(0, last - first + 1), 400) }, (_, offset) => first + offset);
}

function wallOf(call: Call, name: string): number {
  const at = parseWall(call.body[name]);
  if (at === null) throw new OldRefusal(41100, `时间参数 ${name} 缺失或格式不是 yyyy-MM-dd HH:mm:ss`);
  return at;
}
