import type { Workday } from "../api.ts";
import { clockTime, distance, duration } from "../format.ts";
import { type Message, useMessage } from "../message.ts";
import { Tag } from "./tag.tsx";

/** One thing that looks odd in a day, with its figures. */
export type WarningDetail = Workday["details"][number];

const facts: ReadonlySet<WarningDetail["name"]> = new Set(["late", "early-leave", "running"]);

/** Whether something can be done about it: then its tag is amber, else grey. */
export function hasAction(name: WarningDetail["name"]): boolean {
  return !facts.has(name);
}

/** The few words of the tag: `晚到 12 分`. */
function warningTag(m: Message, { name, minutes, expected, at }: WarningDetail): string {
  const length = minutes ?? (at !== null && expected !== null ? Math.abs(at - expected) : 0);
  switch (name) {
    case "unassigned":
      return m["warning.unassigned"](duration(length));
    case "split-overflow":
    case "late":
    case "early-leave":
      return m[`warning.${name}`](length);
    case "long-day":
      return duration(length);
    default:
      return m[`warning.${name}`];
  }
}

/** The whole sentence: `班次 09:00，09:12 到`. `project` is the short name of the one it speaks of. */
export function warningSentence(m: Message, detail: WarningDetail, project = ""): string {
  const { name, minutes, metres } = detail;
  const clock = (minute: number | null) => (minute === null ? "" : clockTime(minute, m.lang));
  switch (name) {
    case "missing-out":
    case "missing-in":
      return m[`warning.${name}.why`](clock(detail.at));
    case "late":
    case "early-leave":
      return m[`warning.${name}.why`](clock(detail.expected), clock(detail.at));
    case "split-overflow":
    case "worked-on-leave":
      return m[`warning.${name}.why`](minutes ?? 0);
    case "pick-off-site":
      return m["warning.pick-off-site.why"](project, metres === null ? "" : distance(metres, m.lang));
    default:
      return m[`warning.${name}.why`];
  }
}

/** The tag on the line; the sentence stands in the day. */
export function WarningTag({ of }: { of: WarningDetail }) {
  const m = useMessage();
  return <Tag tone={hasAction(of.name) ? "todo" : "fact"}>{warningTag(m, of)}</Tag>;
}
