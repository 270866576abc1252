import { useAlerts } from "../../alerts.ts";
import { duration } from "../../format.ts";
import { type Message, useMessage } from "../../message.ts";
import { hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { Icon } from "../../ui/icon.tsx";
import { ownOvertimeLevel } from "./alert-level.ts";

/** My overtime of the month once it has reached 24, 30 or 36 hours: what is, and a kind word. It leads to the month. */
export function AlertLine() {
  const m = useMessage();
  const me = useSession()?.person.id;
  const level = ownOvertimeLevel(useAlerts(), me);
  if (level === null) return null;
  return (
    <a className="td-card td-small td-today-alert" href={hashOf("hours", "month")}>
      <Icon name="clock" size="1.5rem" />
      <span>
        <b>{reachedText(m, level)}</b>
        <span className="td-second">{kindWord(m, level)}</span>
      </span>
    </a>
  );
}

/** The month's limit by law, 36 hours. */
const limit = 36 * 60;

function reachedText(m: Message, level: number): string {
  if (level >= limit) return m["alert.overtimeFull"](hours(limit));
  const left = limit - level;
  return left > 6 * 60
    ? m["alert.overtime"](hours(level), hours(limit))
    : m["alert.overtimeNear"](hours(level), hours(left));
}

function kindWord(m: Message, level: number): string {
  if (level >= limit) return m["alert.hand"];
  return m[limit - level > 6 * 60 ? "alert.rest" : "alert.arrange"];
}

function hours(minutes: number): string {
  return duration(minutes).replace(/h00$/, "h");
}
