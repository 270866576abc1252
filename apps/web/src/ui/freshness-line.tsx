import { minuteMs } from "@today/core/time/minutes";
import type { Freshness } from "../api.ts";
import { shortDate } from "../format.ts";
import { type Message, useMessage } from "../message.ts";
import { Icon } from "./icon.tsx";
import "./freshness-line.css";

interface FreshnessLineProps {
  readonly freshness: Freshness;
  /** The server's time, milliseconds. */
  readonly now: number;
  /** Set while a pull is being asked for, and when it was asked for a moment ago. */
  readonly asked?: "pulling" | "too-soon" | null;
  readonly onRefresh: () => void;
  /** Where there is little room: `8 分钟前更新`. */
  readonly short?: boolean;
}

/** How old the punches are; a tap asks for a pull. */
export function FreshnessLine({ freshness, now, asked = null, onRefresh, short = false }: FreshnessLineProps) {
  const m = useMessage();
  const isPulling = asked === "pulling" || freshness.state === "pulling";
  const text =
    asked === "too-soon"
      ? m["fresh.tooSoon"]
      : freshnessText(m, freshness, { now: isPulling ? "pulling" : now, short });
  const isOld = !isPulling && (freshness.state === "stale" || freshness.state === "quota");
  return (
    <button type="button" className="td-fresh" onClick={onRefresh} disabled={isPulling}>
      <span className="td-fresh-dot" data-old={isOld || undefined} aria-hidden="true" />
      <span role="status">{text}</span>
      <Icon name="refresh" size="1.125rem" />
      <span className="td-hidden">{m["fresh.refresh"]}</span>
    </button>
  );
}

/** `打卡数据 3 分钟前更新`, `打卡数据 08:59 的`; beyond an hour the time says more than the minutes. */
function freshnessText(
  m: Message,
  { pulledAt, state }: Freshness,
  { now, short = false }: { now: number | "pulling"; short?: boolean },
): string {
  if (now === "pulling") return m["fresh.pulling"];
  if (state === "quota") return m["fresh.quota"];
  if (pulledAt === null) return m["fresh.never"];
  const minutes = Math.floor((now - Date.parse(pulledAt)) / minuteMs);
  if (state === "stale" || minutes >= 60) return m[short ? "fresh.asOfShort" : "fresh.asOf"](timeOf(pulledAt, minutes));
  return minutes < 1 ? m["fresh.justNow"] : m[short ? "fresh.minutesShort" : "fresh.minutes"](minutes);
}

function timeOf(pulledAt: string, minutesAgo: number): string {
  const clock = pulledAt.slice(11, 16);
  return minutesAgo < 12 * 60 ? clock : `${shortDate(pulledAt.slice(0, 10))} ${clock}`;
}
