import type { Minutes } from "@today/core/time/minutes";
import { clockTime, duration, shortDate, timeSpan } from "../../format.ts";
import type { Effect, Group, Item } from "./selection.ts";
import type { Words } from "./words.ts";

type Kind = Group["kind"];

const percents = { workday: 150, rest: 200, statutory: 300 } as const;

/** `补下班卡`; overtime that is still to come is not 事后. */
export function groupName(m: Words, { kind, items }: Group, today: string): string {
  if (kind === "overtime" && items.some(({ date }) => date >= today)) return m["approvals.kind.overtimeAhead"];
  return m[`approvals.kind.${kind}`];
}

/** `9/16`, with the span of overtime `9/15 18:00–21:00`. */
export function whenText(m: Words, kind: Kind, { date, at, until }: Item): string {
  if (kind !== "overtime" || at === null || until === null) return shortDate(date);
  return `${shortDate(date)} ${timeSpan(at, until, m.lang)}`;
}

/** What is asked and why, or what is odd, in one line: `补到 18:00 · 手机没电`. */
export function whatText(m: Words, kind: Kind, { at, said, reasons }: Item): string {
  const parts = [...askedText(m, kind, at), ...reasons.map((reason) => m[`approvals.reason.${reason}`])];
  return [...parts, ...(said === null || said === "" ? [] : [said])].join(" · ");
}

function askedText(m: Words, kind: Kind, at: Minutes | null): string[] {
  switch (kind) {
    case "clock-out":
    case "clock-in":
      return at === null ? [] : [m[`approvals.what.${kind}`](clockTime(at, m.lang))];
    case "pick":
      return [at === null ? m["approvals.what.pick"] : m["approvals.what.pickFrom"](clockTime(at, m.lang))];
    case "split":
      return [m["approvals.what.split"]];
    default:
      return [];
  }
}

/** `+23h30` for what approving adds, `8h00` for what is counted already. */
export function effectText({ minutes, isAdded }: Effect): string {
  return isAdded && minutes > 0 ? `+${duration(minutes)}` : duration(minutes);
}

/** `150%`: what overtime of that kind is paid of the hourly rate by law. */
export function percentText(overtime: Item["overtime"]): string | null {
  return overtime === null ? null : `${percents[overtime]}%`;
}

const firstWarning: Minutes = 24 * 60;

/** The month's overtime if this is approved, and whether it is near the limit; null where approving changes none. */
export function monthTag(m: Words, { monthOvertime }: Item): { text: string; isNear: boolean } | null {
  if (monthOvertime === null) return null;
  const length = monthOvertime % 60 === 0 ? `${monthOvertime / 60}h` : duration(monthOvertime);
  return { text: m["approvals.month"](length), isNear: monthOvertime >= firstWarning };
}
