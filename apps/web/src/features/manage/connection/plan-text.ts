import type { Connection } from "../../../api.ts";
import { clockTime } from "../../../format.ts";
import { thousands } from "../../../money.ts";
import type { Words } from "./words.ts";
import { wordOf } from "./words.ts";

type Plan = NonNullable<Connection["plan"]>;

const shownTimes = 4;

/** What the plan does today and tonight, a sentence each. */
export function planSentences(m: Words, plan: Plan): string[] {
  const { today, night, shared, reserve, collectEvery } = plan;
  const nightCalls = Object.values(night.calls).reduce((sum, calls) => sum + calls, 0);
  return [
    todayText(m, today),
    ...(collectEvery === null ? [] : [m["link.collect"](span(m, collectEvery))]),
    m["link.night"](thousands(night.people), thousands(nightCalls)),
    ...(night.rounds > 1 ? [m["link.rounds"](night.rounds)] : []),
    ...(shared === null ? [] : [m["link.shared"](shared.mostToday, span(m, shared.minutesBetween))]),
    m["link.reserve"](thousands(reserve.calls), thousands(reserve.close)),
    m["link.left"](thousands(plan.left)),
  ];
}

function todayText(m: Words, today: Plan["today"]): string {
  if (today.length === 0) return m["link.todayNone"];
  const list = today.slice(0, shownTimes).map(({ at }) => clockTime(at, m.lang));
  const text = list.join(m.lang === "zh" ? "、" : ", ");
  return m[today.length > shownTimes ? "link.todayMore" : "link.today"](today.length, text);
}

/** Why it is no more, or what to change, a sentence each. */
export function reasonText(m: Words, reason: Plan["reasons"][number]): string {
  switch (reason.code) {
    case "reserve-low":
      return m["link.reason.reserve-low"](wordOf(m, "link.cut.", reason.cut, "other"));
    case "edition-too-small":
      return reason.needs === null
        ? m["link.reason.edition-none"](thousands(reason.from))
        : m["link.reason.edition-too-small"](thousands(reason.from), m[`link.edition.${reason.needs}`]);
    case "pushes-too-few":
      return reason.from === null
        ? m["link.reason.pushes-too-few"]
        : m["link.reason.pushesFrom"](thousands(reason.from));
    case "refused":
      return m["link.reason.refused"](thousands(reason.elsewhere));
  }
}

/** Minutes up to two hours, else hours: `45 分`, `3h20`. */
export function span(m: Words, minutes: number): string {
  if (minutes < 120) return m["link.minutes"](String(minutes));
  return `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, "0")}`;
}
