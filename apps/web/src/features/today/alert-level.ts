import type { Alert } from "../../api.ts";

/** The highest level of the reader's own overtime, in minutes; what concerns others is told in 团队. */
export function ownOvertimeLevel(alerts: readonly Alert[], me: string | undefined): number | null {
  const own = alerts.filter(({ kind, subjectId }) => kind === "overtime" && subjectId === me);
  return own.length === 0 ? null : Math.max(...own.map(({ level }) => level));
}
