import { approvedTimesSql } from "./approved-time.ts";
import { type DayKey, type DayValues, keysOf } from "./arrival.ts";
import { membershipsSql } from "./bookable.ts";
import { askCalendars, calendarSql } from "./calendar.ts";
import { picksSql, splitsSql } from "./choice.ts";
import type { Database } from "./database.ts";
import { leavesSql } from "./leave.ts";
import type { Part } from "./packed.ts";
import { policiesSql } from "./policy.ts";
import { punchesSql } from "./punch.ts";
import { schedulesSql } from "./schedule.ts";
import { shiftMovesSql } from "./shift-move.ts";
import { workdaysSql } from "./workday.ts";

const zoneSql = "select zone from company where id = ?1";
const day = ["personId", "date"];

/** What is asked of each day, with the columns in which it is answered. */
const ofDays: readonly (readonly [sql: string, columns: readonly string[]])[] = [
  [
    punchesSql,
    [
      ...[...day, "recordId", "receivedAt", "at", "type", "valid", "invalidReason", "result", "sourceType"],
      ...["lat", "lng", "accuracy", "ssid", "bssid", "machine", "address", "kept"],
    ],
  ],
  [schedulesSql, [...day, "receivedAt", "shiftId", "shiftName", "shift"]],
  [leavesSql, [...day, "fromAt", "toAt", "receivedAt", "leaveCode", "present"]],
  [picksSql, [...day, "id", "projectId", "taskId", "fromMinute", "madeAt", "madeBy", "channel"]],
  [splitsSql, [...day, "version", "parts", "madeAt", "madeBy", "channel"]],
  [approvedTimesSql, [...day, "id", "receivedAt", "kind", "start", "end", "lieu", "source", "present"]],
  [shiftMovesSql, [...day, "receivedAt", "minutes"]],
  [
    workdaysSql,
    [
      ...[...day, "planned", "attended", "overtimeAttended", "overtimeApproved", "counted", "leave", "unassigned"],
      ...["status", "warnings", "body", "settledAt"],
    ],
  ],
];

const membershipColumns = [
  ...["personId", "defaultProject", "role", "memberFrom", "memberTo", "plannedFrom", "plannedTo", "id", "code", "name"],
  ...["shortName", "mark", "color", "startsOn", "closedOn", "sites"],
];

/** Everything known of days as statements for one batch, in the order of `partsOfDay`. */
export function statementsOfDays(db: Database, companyId: string, days: readonly DayKey[]): D1PreparedStatement[] {
  const years = [...new Set(days.map(({ date }) => yearOf(date)))];
  const people = [...new Set(days.map(({ personId }) => personId))];
  const ask = (sql: string, keys: readonly (string | DayValues)[]) => db.prepare(sql, companyId, JSON.stringify(keys));
  return [
    db.prepare(zoneSql, companyId),
    db.prepare(policiesSql, companyId),
    askCalendars(db, companyId, years),
    ask(membershipsSql, people),
    ...ofDays.map(([sql]) => ask(sql, keysOf(days))),
  ];
}

/** Everything known of one day as parts of one statement; `settled` asks last for what was settled of it before. */
export function partsOfDay(companyId: string, key: DayKey, settled: boolean): Part[] {
  const values = [companyId, JSON.stringify(keysOf([key])[0])];
  return [
    { sql: zoneSql, values: [companyId], columns: ["zone"] },
    { sql: policiesSql, values: [companyId], columns: ["startsOn", "value"] },
    { sql: calendarSql, values: [companyId, yearOf(key.date)], columns: ["year", "days"] },
    { sql: ofOne(membershipsSql), values: [companyId, key.personId], columns: membershipColumns },
    ...(settled ? ofDays : ofDays.slice(0, -1)).map(([sql, columns]) => ({ sql: ofOne(sql), values, columns })),
  ];
}

/** One key is not unpacked from a list, because D1 charges each unpacked element as a row read. */
function ofOne(sql: string): string {
  return sql.replace("json_each(?2) k cross join", "").replaceAll("k.value", "?2");
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
