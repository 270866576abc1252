import { DAY, type Day, dayAt, midnight, parseDay, parseWall, wallText } from "../company/beijing.ts";
import type { ApiRoute, Ground } from "../wire/api.ts";
import { countedTop } from "../wire/api.ts";
import { arrayList, type Call, numberOf, textOf } from "../wire/call.ts";
import { missingParameter, OldRefusal } from "../wire/refusal.ts";
import type { Workday } from "../world/workday.ts";
import { personOf } from "./directory.ts";
import { personDay } from "./person-day.ts";
import { recordRow, resultRow } from "./record-wire.ts";

const SCOPE = "qyapi_get_attendance_data";
const MOST_PEOPLE = 50;
const MOST_SPAN = 7 * DAY;
const HALF_YEAR = 183 * DAY;
const RECORDS_KEPT = 180 * DAY;

const old = { method: "POST", host: "old", token: "app", counted: true, scope: SCOPE, jsonOnly: true } as const;

export const attendanceRoutes: readonly ApiRoute[] = [
  { ...old, path: "/attendance/list", answer: listResults },
  { ...old, path: "/attendance/listRecord", answer: listRecords },
  countedTop("attendance/getupdatedata", SCOPE, (call, ground) => {
    const day = parseDay(textOf(call, "work_date").slice(0, 10));
    if (day === null) throw new OldRefusal(41100, "时间格式不合法");
    if (midnight(day) < ground.clock.now() - HALF_YEAR) throw new OldRefusal(850002, "禁止查询半年以前的数据");
    const person = personOf(call, ground);
    return { result: personDay(ground.world.workday(person, day, ground.clock.now()), ground) };
  }),
];

function listResults(call: Call, ground: Ground): object {
  const { from, to } = windowOf(call, ["workDateFrom", "workDateTo"]);
  if (from < ground.clock.now() - HALF_YEAR) throw new OldRefusal(850002, "禁止查询半年以前的数据");
  const ids = arrayList(call, "userIdList", MOST_PEOPLE);
  const offset = numberOf(call, "offset");
  const limit = numberOf(call, "limit");
  if (offset < 0) throw new OldRefusal(40068, "不合法的偏移量");
  if (limit < 1 || limit > MOST_PEOPLE) throw new OldRefusal(40069, "不合法的分页大小");
  if (isTrue(call.body.isI18n)) return { hasMore: false, recordresult: [] };
  const rows = workdays(ground, { ids, first: dayAt(from), last: dayAt(to) }).flatMap((workday) =>
    workday.results.map((result) => ({ result, workday })),
  );
  return {
    hasMore: offset + limit < rows.length,
    recordresult: rows.slice(offset, offset + limit).map(({ result, workday }) => resultRow(result, workday, ground)),
  };
}

function listRecords(call: Call, ground: Ground): object {
  const { from, to } = windowOf(call, ["checkDateFrom", "checkDateTo"]);
  if (from < ground.clock.now() - RECORDS_KEPT) throw new OldRefusal(850002, "禁止查询180天以前的数据");
  const ids = arrayList(call, "userIds", MOST_PEOPLE);
  if (isTrue(call.body.isI18n)) return { recordresult: [] };
  const { supplyInRecords } = ground.world.switches;
  // A night's last punch lies on the day after its work date.
  const rows = workdays(ground, { ids, first: dayAt(from) - 1, last: dayAt(to) }).flatMap((workday) =>
    workday.punches
      .filter(({ at, supply }) => at >= from && at <= to + 999 && (supplyInRecords || !supply))
      .map((punch) => recordRow(punch, workday, ground)),
  );
  return { recordresult: rows };
}

function workdays(ground: Ground, { ids, first, last }: { ids: readonly string[]; first: Day; last: Day }): Workday[] {
  const { world, clock } = ground;
  const now = clock.now();
  const people = ids.flatMap((id) => world.person(id) ?? []);
  const days = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  return people.flatMap((person) => days.map((day) => world.workday(person, day, now)));
}

function windowOf(call: Call, [fromName, toName]: readonly [string, string]): { from: number; to: number } {
  const from = wallOf(call, fromName);
  const to = wallOf(call, toName);
  if (to < from) throw new OldRefusal(40035, `${toName} ${wallText(to)} 早于 ${fromName}`);
  if (to - from > MOST_SPAN) throw new OldRefusal(41041, "时间跨度太大");
  return { from, to };
}

function wallOf(call: Call, name: string): number {
  const at = parseWall(call.body[name]);
  if (at === null) throw new OldRefusal(41100, `时间参数 ${name} 缺失或格式不是 yyyy-MM-dd HH:mm:ss`);
  return at;
}

function isTrue(value: unknown): boolean {
  if (value !== undefined && value !== null && typeof value !== "boolean" && typeof value !== "string") {
    throw missingParameter("isI18n");
  }
  return value === true || value === "true";
}
