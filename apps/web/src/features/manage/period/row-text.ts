import { duration, longDate, longDuration, shortDate } from "../../../format.ts";
import { datesOf, isAnswered, minutesOf, type Row } from "./check.ts";
import { signed, timeText } from "./text.ts";
import type { Words } from "./words.ts";

const fewDates = 3;

/** The day of a line, or how many days of somebody it is about: `8月18日 周二`, `3 天：8/18、8/19、8/20`. */
export function dayText(m: Words, row: Row): string {
  const dates = datesOf(row);
  const [first] = dates;
  if (first === undefined) return "";
  if (dates.length === 1) return longDate(first, m.lang);
  const shown = dates.slice(0, fewDates).map(shortDate).join(" ");
  return `${m["period.days"](dates.length)} · ${shown}${dates.length > fewDates ? " …" : ""}`;
}

/** What is the matter: `没有下班卡`, `计入和班次差得多`; of a grace its reason. */
export function whatText(m: Words, { kind, items: [first] }: Row): string {
  const what = first?.what ?? null;
  if (what === null) return "";
  if (kind === "grace-running") return what;
  if (kind === "missing-punch") return isMissing(what) ? m[`warning.${what}`] : what;
  const key = `period.what.${what}`;
  const said = isWhat(m, key) ? m[key] : "";
  return kind === "differs" ? differsText(m, { what, said, ours: first?.minutes ?? 0 }) : said;
}

/** The hours of a line: what answering a request adds, else how long it is. */
export function lengthText(row: Row): string | null {
  const minutes = minutesOf(row);
  if (minutes === 0 || row.kind === "differs") return null;
  return row.kind === "overtime-waiting" || row.kind === "request-waiting" ? signed(minutes) : duration(minutes);
}

/** What lines that are answered together come to. */
export function sumText(rows: readonly Row[]): string | null {
  const minutes = rows.filter(({ kind }) => isAnswered(kind)).reduce((sum, row) => sum + minutesOf(row), 0);
  return minutes === 0 ? null : signed(minutes);
}

/** `补到 18:00`, where a clock-out is offered. */
export function offerText(m: Words, { items: [first] }: Row): string | null {
  return first?.proposal ? m["period.fill"](timeText(m, first.proposal.end)) : null;
}

/** `工时，我们 8h05`; of being there, who says so: the other side then says otherwise. */
function differsText(
  m: Words,
  { what, said, ours }: Record<"what" | "said", string> & { readonly ours: number },
): string {
  if (what !== "presence" && what !== "absent")
    return m["period.ours"](said, what === "late" || what === "early" ? longDuration(ours, m.lang) : duration(ours));
  return m[`period.ours.${what}.${ours > 0 ? "yes" : "no"}`];
}

function isMissing(what: string): what is "absent" | "missing-in" | "missing-out" {
  return what === "absent" || what === "missing-in" || what === "missing-out";
}

type WhatKey = Extract<keyof Words, `period.what.${string}`>;

function isWhat(m: Words, key: string): key is WhatKey {
  return key in m;
}
