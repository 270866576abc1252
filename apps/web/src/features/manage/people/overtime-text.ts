import type { OvertimeMonth } from "../../../api.ts";
import { duration, shortDate } from "../../../format.ts";
import type { Words } from "./words.ts";

/** Whole hours without their minutes: `36h`, `15h30`. */
function hours(minutes: number): string {
  return duration(minutes).replace(/h00$/, "h");
}

/** `已批 25h，月底约 38h，上限 36h`; without the month's end once it is over. */
export function overtimeText(m: Words, { minutes, forecast, limit }: OvertimeMonth, isRunning: boolean): string {
  const parts = [
    m["overtime.soFar"](hours(minutes)),
    ...(isRunning ? [m["overtime.forecast"](hours(forecast))] : []),
    m["overtime.limit"](hours(limit)),
  ];
  return parts.join(m.lang === "zh" ? "，" : ", ");
}

/** What one is to notice: past a level, or going there; null for nothing. */
export function overtimeNotice(m: Words, { level, forecastLevel }: OvertimeMonth): string | null {
  if (forecastLevel !== null && forecastLevel > (level ?? 0)) return m["overtime.willNear"](hours(forecastLevel));
  return level === null ? null : m["overtime.near"](hours(level));
}

/** What else is to be known of the month, one sentence each. */
export function overtimeFacts(m: Words, of: OvertimeMonth): string[] {
  const { waiting, approvedAhead, cycle, standardMinutes, system } = of;
  if (system === "irregular") return [m["overtime.irregular"]];
  const facts: string[] = [];
  if (waiting > 0) facts.push(m["overtime.waiting"](hours(waiting)));
  if (approvedAhead > 0) facts.push(m["overtime.ahead"](hours(approvedAhead)));
  if (cycle !== null) {
    const { first, last, attended, planned, beyond } = cycle;
    facts.push(m["overtime.cycle"](shortDate(first), shortDate(last), hours(attended), hours(planned)));
    if (beyond > 0) facts.push(m["overtime.beyond"](hours(beyond)));
  }
  return [...facts, m["overtime.standard"](duration(standardMinutes))];
}
