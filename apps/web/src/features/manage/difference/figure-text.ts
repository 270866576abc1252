import { duration } from "../../../format.ts";
import type { Difference } from "./difference.ts";
import type { Words } from "./words.ts";

/** What one side says of a figure: `8h05`, `25 分`, of being there `有` or `没有`. */
export function figureText(m: Words, figure: Difference["figure"], value: number): string {
  if (figure === "presence") return m[value > 0 ? "difference.yes" : "difference.no"];
  if (figure === "absent") return m[value > 0 ? "difference.absent.yes" : "difference.absent.no"];
  return figure === "work" || figure === "leave" ? duration(value) : m["difference.minutes"](value);
}

/** What the report says in a column, by the column's name: `迟到时长` is minutes, `出勤天数` days, `迟到次数` times. */
export function columnText(m: Words, name: string, value: string | number): string {
  if (typeof value === "string") return value;
  if (name.endsWith("天数")) return m["difference.days"](String(value));
  if (name.endsWith("次数")) return m["difference.times"](String(value));
  if (!name.endsWith("时长") && name !== "leave") return String(value);
  return value < 60 ? m["difference.minutes"](value) : duration(value);
}

/** The column's own name; our word for leave, which the report has by kind. */
export function columnName(m: Words, name: string): string {
  return name === "leave" ? m["difference.leave"] : name;
}

/** What was found odd on our side, as far as there are words for it. */
export function notedText(m: Words, warnings: readonly string[]): string {
  return warnings
    .map((name) => `difference.noted.${name}`)
    .flatMap((key) => (isNoted(m, key) ? m[key] : []))
    .join(m.lang === "zh" ? "、" : ", ");
}

type NotedKey = Extract<keyof Words, `difference.noted.${string}`>;

function isNoted(m: Words, key: string): key is NotedKey {
  return key in m;
}
