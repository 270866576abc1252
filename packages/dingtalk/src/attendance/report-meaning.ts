import type { Minutes } from "@today/core/time/minutes";
import { numberOf, textOf } from "../field.ts";

/** What the numbers of a report column count; `text` columns say clock times, results and names. */
export type ReportMeaning = "minutes" | "hours" | "days" | "times" | "text";

/** One value in our units: hours have become minutes, `{ minutes: 150 }`; days may be halves, `{ days: 0.5 }`. */
export type ReportValue =
  | { readonly kind: "minutes"; readonly minutes: Minutes }
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "times"; readonly times: number }
  | { readonly kind: "text"; readonly text: string };

const words: readonly (readonly [RegExp, ReportMeaning])[] = [
  [/[（(/]\s*分钟?\s*[)）]?/, "minutes"],
  [/[（(/]\s*小时\s*[)）]?/, "hours"],
  [/[（(/]\s*天\s*[)）]?|天数/, "days"],
  [/[（(/]\s*次\s*[)）]?|次数/, "times"],
];

const aliases: readonly (readonly [RegExp, ReportMeaning])[] = [
  [/check_(time|result)|result|detail|class|approve$|number/, "text"],
  [/_minutes?$|^attend(ance)?_work_time$/, "minutes"],
  [/_days$/, "days"],
  [/_times$/, "times"],
  [/overtime|^out_time$/, "hours"],
  [/^business_trip_time$/, "days"],
];

/**
 * What a column counts: the unit in its name goes first (`加班时长(小时)`), then what its alias is known to count. That 加班 and 外出 are
 * hours and 出差 days where the name is silent is DingTalk's default and unconfirmed: an organisation can set it otherwise.
 */
export function meaningOf(name: string, alias: string | null): ReportMeaning {
  const byName = words.find(([pattern]) => pattern.test(name));
  return (byName ?? aliases.find(([pattern]) => pattern.test(alias ?? "")))?.[1] ?? "text";
}

/** A value by what its column counts; text that is no number stays text, and nothing (`""`, `"-"`, `"--"`) is null. */
export function valueBy(meaning: ReportMeaning, raw: unknown): ReportValue | null {
  const text = textOf(raw)?.trim() ?? "";
  if (/^-*$/.test(text) || text === "null") return null;
  const number = meaning === "text" ? null : numberOf(text);
  if (number === null || Math.abs(number) > 1e6) return { kind: "text", text };
  if (meaning === "days") return { kind: "days", days: number };
  if (meaning === "times") return { kind: "times", times: number };
  return { kind: "minutes", minutes: Math.round(meaning === "hours" ? number * 60 : number) };
}
