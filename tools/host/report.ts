import type { DemoFigures } from "./demo.ts";

const MINUTES = 60;

/** What came of the first pull, in five lines. */
export function reportLines({ totals, calls }: DemoFigures): string[] {
  const rows = [
    ["people", count(totals.people)],
    ["punches", count(totals.punches)],
    ["workdays", count(totals.workdays)],
    ["hours", `${hours(totals.assigned)} on projects, ${hours(totals.unassigned)} unassigned`],
    ["DingTalk calls", `${count(calls.used)} of ${count(calls.limit)} this month`],
  ] as const;
  return rows.map(([title, figure]) => `  ${title.padEnd(16)}${figure}`);
}

function hours(minutes: number): string {
  return count(Math.round(minutes / MINUTES));
}

function count(figure: number): string {
  return figure.toLocaleString("en");
}
