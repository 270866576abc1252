import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { hoursOf, minutesOfHours } from "../amount.ts";
import type { WorklogFact } from "../connector.ts";
import { cutNote, markedNote } from "../note.ts";
import { noteLimit } from "./setting.ts";

const shape = /^⏱ (\d{4}-\d{2}-\d{2}) · [^·]* · (\d+(?:\.\d+)?)h /u;
const mark = /\[wk:[a-z2-7]{12}\]/;

/** Hours as a comment says them: `⏱ 2026-01-05 · 张三 · 1.5h · 砌墙 [wk:mnmxaegzhcq5]`. */
export function commentOf(fact: WorklogFact): string {
  const name = cutNote(fact.personName.replaceAll("·", " "), { most: 100, unit: "characters" }) || "–";
  const note = fact.note.trim() === "" ? "" : ` · ${fact.note}`;
  return markedNote(`⏱ ${fact.date} · ${name} · ${hoursOf(fact.minutes)}h${note}`, fact.marker, noteLimit);
}

/** The day and minutes a comment says; null when somebody wrote over them. */
export function hoursIn(text: string): { date: WorkDate; minutes: Minutes } | null {
  const [, date, hours] = shape.exec(text) ?? [];
  return date === undefined ? null : { date, minutes: minutesOfHours(Number(hours)) };
}

/** Whether a text carries any marker of ours. */
export function isOurs(text: string): boolean {
  return mark.test(text);
}
