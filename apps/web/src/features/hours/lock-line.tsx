import type { WorkDate } from "@today/core/time/date";
import type { Workday } from "../../api.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Access } from "./day-access.ts";
import { useWords, type Words } from "./words.ts";

type Why = Extract<Access, { how: "locked" }>["why"];

/** Why something about a day cannot be changed. */
export function lockText(m: Words, why: Why): string {
  return m[`correct.lock.${why}`];
}

/** `9 月已结账，改动会记到 10 月`; nothing on an open day. */
export function LockLine({ workday, today }: { workday: Pick<Workday, "date" | "locked">; today: WorkDate }) {
  const m = useWords();
  if (workday.locked === null) return null;
  return (
    <p className="hours-locked td-small">
      <Icon name="lock" />
      <span>{textOf(m, workday, today)}</span>
    </p>
  );
}

function textOf(m: Words, { date, locked }: Pick<Workday, "date" | "locked">, today: WorkDate): string {
  const [month, next] = [monthOf(date), monthOf(today)];
  if (locked === "approvers-only") return m["correct.approversOnly"](month);
  return month === next ? m["correct.closedBare"] : m["correct.closed"](month, next);
}

function monthOf(date: WorkDate): number {
  return Number(date.slice(5, 7));
}
