import type { WorkDate } from "@today/core/time/date";
import { type Fields, numberOf, textOf } from "../field.ts";
import { elementsOf, fieldsOf } from "../json.ts";
import { type Moment, momentOf } from "../moment.ts";
import type { FormComponent } from "./component.ts";
import { type DayDetail, dayDetails } from "./day-detail.ts";

export type AskedUnit = "hour" | "half-day" | "day";

/** A time that a form asks for, before anybody's shift is known. */
export interface Asked {
  readonly from: Moment;
  readonly to: Moment;
  readonly unit: AskedUnit;
  readonly amount: number | null;
  readonly detail: readonly DayDetail[];
  /** 加班 of several days: what is asked for each, in `unit`. */
  readonly each: readonly { readonly date: WorkDate; readonly amount: number | null }[];
  /** 事假, 外出类型 and the like. */
  readonly label: string | null;
  /** Whom it is for when somebody else filled it in. */
  readonly forUserId: string | null;
  /** The components that said all this. */
  readonly used: readonly FormComponent[];
}

const startNames = /^(startTime|beginTime|startDate|开始时间|开始日期|出发时间|出发日期)$/;
const finishNames = /^(finishTime|endTime|finishDate|endDate|结束时间|结束日期|返回时间|返回日期)$/;
const amountNames = /^(duration|tripDays|totalDuration|时长|总时长|时长（.*）|时长\(.*\)|出差天数|外出天数|加班时长)$/;
const typeNames = /^(type|外出类型|加班类型|出差类型)$/;

/** The times that an attendance form asks for: one, or one for each leg of a 出差; empty when it says none that can be read. */
export function askedTimes(components: readonly FormComponent[]): Asked[] {
  const range = components.find((one) => rangeOf(one) !== null);
  const asked = range === undefined ? askedByNames(components) : askedByRange(range);
  if (asked !== null) return [asked];
  const legs = components.flatMap((table) =>
    table.lines.flatMap((line) => {
      const leg = askedByNames(line);
      return leg === null ? [] : [{ ...leg, used: [table] }];
    }),
  );
  const others = components.filter((one) => isNamed(one, amountNames));
  return legs.map((leg) => ({ ...leg, used: [...leg.used, ...others] }));
}

/** Whether a component bears one of these names, as alias or label. */
export function isNamed(component: FormComponent, names: RegExp): boolean {
  return names.test(component.alias ?? "") || names.test(component.name);
}

/** The unit that DingTalk calls `hour`, `halfHour`, `percent_day`, `HALF_DAY`, `天`; null for any other word. */
export function unitOf(word: unknown): AskedUnit | null {
  const text = String(word ?? "");
  if (/hour|小时/i.test(text)) return "hour";
  if (/half_?day|半天/i.test(text)) return "half-day";
  return /day|天/i.test(text) ? "day" : null;
}

/** `[start, end, amount, unit, leave, label]`, how 请假 and the old 加班, 出差 and 外出 forms are written. */
function rangeOf(component: FormComponent): { from: Moment; to: Moment; rest: readonly unknown[] } | null {
  const [start, end, ...rest] = component.lines.length > 0 ? [] : elementsOf(component.value);
  const [from, to] = [momentOf(start), momentOf(end)];
  return from !== null && to !== null ? { from, to, rest } : null;
}

function askedByRange(component: FormComponent): Asked | null {
  const range = rangeOf(component);
  if (range === null) return null;
  const { from, to, rest } = range;
  const { extension } = component;
  const [amount, word, label] = rest;
  const tag = textOf(fieldsOf(extension.extension).tag);
  return {
    ...{ from, to, amount: sound(numberOf(amount), 24 * 400), each: [] },
    unit: unitBetween(from, to, unitOf(word) ?? unitOf(extension.unit)),
    detail: dayDetails(extension),
    label: textOf(label) ?? tag,
    forUserId: textOf(elementsOf(extension.leaveParams)[4]),
    used: [component],
  };
}

function askedByNames(components: readonly FormComponent[]): Asked | null {
  const start = components.find((one) => isNamed(one, startNames));
  const finish = components.find((one) => isNamed(one, finishNames));
  const [from, to] = [momentOf(start?.value), momentOf(finish?.value)];
  if (start === undefined || finish === undefined || from === null || to === null) return null;
  const duration = components.find((one) => isNamed(one, amountNames));
  const type = components.find((one) => isNamed(one, typeNames));
  const days = components.find((one) => one.alias === "everyDayDuration" || daysOf(one).length > 0);
  const extension: Fields = duration?.extension ?? {};
  const inName = /[（(](小时|天|半天)[)）]/.exec(duration?.name ?? "")?.[1];
  const word = unitOf(extension.durationUnit) ?? unitOf(extension.unit) ?? unitOf(inName);
  return {
    ...{ from, to, unit: unitBetween(from, to, word), amount: sound(numberOf(duration?.value), 24 * 400) },
    detail: dayDetails(extension),
    each: days === undefined ? [] : daysOf(days),
    label: type?.value ?? null,
    forUserId: null,
    used: [start, finish, ...[duration, type, days].flatMap((one) => one ?? [])],
  };
}

/** What the times themselves say goes before the word: of half days `extValue.unit` says both DAY and HALF_DAY. */
function unitBetween(from: Moment, to: Moment, word: AskedUnit | null): AskedUnit {
  if (from.half !== null || to.half !== null) return "half-day";
  if (from.minute !== null || to.minute !== null) return "hour";
  return word ?? "day";
}

function daysOf(table: FormComponent) {
  return table.lines.flatMap((line) => {
    const date = momentOf(line.find((cell) => isNamed(cell, /^(overtimeDate|加班日期|加班时间)$/))?.value)?.date;
    const amount = numberOf(line.find((cell) => isNamed(cell, /^(overtimeDuration|加班时长)$/))?.value);
    return date === undefined ? [] : [{ date, amount: sound(amount, 24) }];
  });
}

function sound(amount: number | null, most: number): number | null {
  return amount !== null && amount >= 0 && amount <= most ? amount : null;
}
