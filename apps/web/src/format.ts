import { dayNumber, type WorkDate, weekdayOf } from "@today/core/time/date";
import { type Minutes, minuteMs, minutesPerDay } from "@today/core/time/minutes";

/** The languages the app speaks. */
export type Language = "zh" | "en";

const weekdays = {
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A length in rows, `485` is `8h05`, the same in every language. */
export function duration(minutes: Minutes): string {
  const { sign, hours, rest } = parts(minutes);
  return `${sign}${hours}h${pad(rest)}`;
}

/** A length in heroes and for screen readers: `8 小时 05 分`, `8 h 05 min`; below an hour `45 分`. */
export function longDuration(minutes: Minutes, language: Language): string {
  const { sign, hours, rest } = parts(minutes);
  const [hour, minute] = language === "zh" ? ["小时", "分"] : ["h", "min"];
  return hours === 0 ? `${sign}${rest} ${minute}` : `${sign}${hours} ${hour} ${pad(rest)} ${minute}`;
}

/** A place on the line as a clock time: `08:57`, `06:00 次日`, `23:50 前一天`. */
export function clockTime(minute: Minutes, language: Language): string {
  const day = Math.floor(minute / minutesPerDay);
  if (day === 0) return bareClock(minute);
  const [before, after] = language === "zh" ? ["前一天", "次日"] : ["day before", "next day"];
  return `${bareClock(minute)} ${day < 0 ? before : after}`;
}

/** A tick of the axis, as short as it can be: `9`, `9:12`, `6` for 06:00 of the next day. */
export function axisTime(minute: Minutes): string {
  const [hours, rest] = bareClock(minute).split(":");
  return rest === "00" ? String(Number(hours)) : `${Number(hours)}:${rest}`;
}

/** `09:00–12:00`. */
export function timeSpan(start: Minutes, end: Minutes, language: Language): string {
  return `${clockTime(start, language)}–${clockTime(end, language)}`;
}

/** `9月17日 周四`, `Thu 17 Sep`. */
export function longDate(date: WorkDate, language: Language): string {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  if (language === "zh") return `${month}月${day}日 ${weekday(date, language)}`;
  return `${weekday(date, language)} ${day} ${months[month - 1]}`;
}

/** `9/17`, for rows. */
export function shortDate(date: WorkDate): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;
}

/** `周四`, `Thu`. */
export function weekday(date: WorkDate, language: Language): string {
  return weekdays[language][weekdayOf(date) - 1] ?? "";
}

/** Metres below a kilometre, else one decimal: `38 米`, `6.2 公里`. */
export function distance(metres: number, language: Language): string {
  if (Math.round(metres) < 1000) return `${Math.round(metres)} ${language === "zh" ? "米" : "m"}`;
  return `${(metres / 1000).toFixed(1)} ${language === "zh" ? "公里" : "km"}`;
}

/** Cut in the middle so that the last six characters stay, because names differ at the end: `滨江区奥体…（B标段）`. */
export function cutMiddle(name: string, most: number): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const tail = letters.slice(-6);
  const head = letters.slice(0, Math.max(1, most - tail.length - 1));
  return `${head.join("")}…${tail.join("")}`;
}

/** An instant's place on a work date's line, by the clock it was written with: `2026-09-17T08:57:21+08:00` is 537. */
export function minuteOf(instant: string, date: WorkDate): Minutes {
  return minuteAfter(instant, 0, date);
}

/** The same, `later` milliseconds on. */
export function minuteAfter(instant: string, later: number, date: WorkDate): Minutes {
  const local = Date.parse(`${instant.slice(0, 19)}Z`) + later;
  return Math.floor(local / minuteMs) - dayNumber(date) * minutesPerDay;
}

function bareClock(minute: Minutes): string {
  const inDay = ((minute % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
}

function parts(minutes: Minutes): { sign: string; hours: number; rest: number } {
  const length = Math.abs(minutes);
  return { sign: minutes < 0 ? "−" : "", hours: Math.floor(length / 60), rest: length % 60 };
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
