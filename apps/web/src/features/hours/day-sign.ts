import type { WorkDate } from "@today/core/time/date";
import type { Workday } from "../../api.ts";

/** What the strip says of a day: `fine` ●, `todo` !, `noted` ○, `today` ● in a filled cell; null says nothing. */
export type DaySign = "fine" | "todo" | "noted" | "today" | null;

/** 休, 班 or 节 beside a day that is not like its weekday; null for an ordinary workday. */
export type DayBadge = "rest" | "swapped" | "statutory" | null;

type WarningName = Workday["warnings"][number];

const silent: ReadonlySet<WarningName> = new Set(["early-leave", "late", "running"]);

/** Whether a warning asks for something: `late` and `running` only tell. */
function asksForSomething(name: WarningName): boolean {
  return !silent.has(name);
}

/** What somebody was asked about already only waits. */
function isPunchMissing(name: WarningName): boolean {
  return name === "missing-out" || name === "missing-in";
}

/** The sign of a day as seen from today; days to come have none. */
export function signOf(workday: Workday | undefined, date: WorkDate, today: WorkDate): DaySign {
  if (date === today) return "today";
  if (workday === undefined || date > today || workday.status === "off") return null;
  const { warnings, pending, approvals = [], leave } = workday;
  if (approvals.some(({ state }) => state === "rejected")) return "todo";
  if (warnings.some((name) => asksForSomething(name) && !(pending > 0 && isPunchMissing(name)))) return "todo";
  if (warnings.length > 0 || pending > 0 || leave > 0) return "noted";
  return workday.counted > 0 ? "fine" : null;
}

/** The badge of a day by the company's calendar. */
export function badgeOf(dayKind: Workday["dayKind"] | undefined): DayBadge {
  if (dayKind === "rest" || dayKind === "in-lieu-rest") return "rest";
  if (dayKind === "swapped-workday") return "swapped";
  return dayKind === "statutory" ? "statutory" : null;
}
