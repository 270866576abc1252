import type { DayKind, WorkDate } from "@today/core/time/date";
import type { Workday } from "../../api.ts";
import { longDate } from "../../format.ts";
import { badgeOf, type DaySign, signOf } from "./day-sign.ts";
import { hashOfDay } from "./place.ts";
import { useWords, type Words } from "./words.ts";

interface WeekStripProps {
  readonly dates: readonly WorkDate[];
  readonly days: ReadonlyMap<WorkDate, Workday>;
  readonly kinds: Readonly<Record<WorkDate, DayKind>>;
  readonly today: WorkDate;
}

/** Seven days, each with 休, 班 or 节 and a sign told apart by its shape. */
export function WeekStrip({ dates, days, kinds, today }: WeekStripProps) {
  return (
    <ul className="hours-strip">
      {dates.map((date, index) => (
        <StripDay key={date} {...{ date, index, today }} workday={days.get(date)} kind={kinds[date]} />
      ))}
    </ul>
  );
}

interface StripDayProps {
  readonly date: WorkDate;
  readonly index: number;
  readonly workday: Workday | undefined;
  readonly kind: DayKind | undefined;
  readonly today: WorkDate;
}

function StripDay({ date, index, workday, kind, today }: StripDayProps) {
  const m = useWords();
  const sign = signOf(workday, date, today);
  const badge = badgeOf(workday?.dayKind ?? kind);
  return (
    <li>
      <a
        href={hashOfDay(date)}
        className="hours-strip-day"
        data-today={date === today || undefined}
        data-ahead={date > today || undefined}
      >
        <span className="td-hidden">{dayName(m, date, sign, badge)}</span>
        <span className="hours-strip-name" aria-hidden="true">
          {m["hours.weekdays"][index]}
        </span>
        <b className="hours-date" aria-hidden="true">
          {Number(date.slice(8))}
        </b>
        <span className="hours-strip-signs">
          {badge && <Badge badge={badge} />}
          <Sign sign={sign} />
        </span>
      </a>
    </li>
  );
}

/** 休, 班 or 节; the day's own name says it in full. */
export function Badge({ badge }: { badge: "rest" | "swapped" | "statutory" }) {
  const m = useWords();
  return (
    <span className="hours-badge" data-badge={badge} aria-hidden="true">
      {m[`hours.badge.${badge}`]}
    </span>
  );
}

/** ● fine, ! something to do, ○ noted, ● in a filled cell today. */
export function Sign({ sign }: { sign: DaySign }) {
  if (sign === null) return null;
  return (
    <span className="hours-sign" data-sign={sign} aria-hidden="true">
      {sign === "todo" ? "!" : ""}
    </span>
  );
}

/** A day in words: `9月14日 周一，有事要处理`. */
export function dayName(m: Words, date: WorkDate, sign: DaySign, badge: ReturnType<typeof badgeOf>): string {
  const words = [
    longDate(date, m.lang),
    ...(badge === null ? [] : [m[`hours.badgeName.${badge}`]]),
    ...(sign === null ? [] : [m[`hours.sign.${sign}`]]),
  ];
  return words.join(m.lang === "zh" ? "，" : ", ");
}
