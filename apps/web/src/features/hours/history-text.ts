import { parseClockTime } from "@today/core/time/clock-time";
import type { HistoryMark } from "../../api.ts";
import { clockTime, duration } from "../../format.ts";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import type { Words } from "./words.ts";

/** The marks worth showing: what others did, and what the person did with a reason; what they just chose or asked is not a correction yet. */
export function shownMarks(history: readonly HistoryMark[]): HistoryMark[] {
  const entered = new Set(
    history.filter((one) => isByOther(one) && one.action === "asked").map(({ at, by }) => `${at}${by.id}`),
  );
  return history.filter((mark) => {
    if (mark.subject === "request" && mark.action === "accepted") return !entered.has(`${mark.at}${mark.by.id}`);
    if (isByOther(mark)) return true;
    return mark.subject !== "request" && mark.reason !== null;
  });
}

/** `由 李娜 代 赵磊 更正`, `王建国 已同意`. */
export function whoText(m: Words, mark: HistoryMark): string {
  const name = nameOf(m, mark.by);
  const key = `correct.action.${mark.action}`;
  if (isAnswer(key)) return m["correct.answered"](name, m[key]);
  return isByOther(mark) && mark.channel === "app" ? m["correct.by"](name, mark.for.name) : m["correct.byOwn"](name);
}

/** What it is about: `补下班卡 18:00`, `管廊二期B标`. */
export function whatText(m: Words, mark: HistoryMark, projects: ProjectsById): string {
  const project = projects.get(mark.project ?? "")?.shortName;
  if (mark.subject !== "request") return project ?? m[`correct.subject.${mark.subject}`];
  const [kind = "", times = ""] = (mark.after ?? "").split(" ");
  const key = `correct.kind.${kind}`;
  const what = isKind(key) ? m[key] : m["correct.subject.request"];
  return [what, times === "" ? "" : timesText(m, times), kind === "pick" ? (project ?? "") : ""]
    .filter(Boolean)
    .join(" ");
}

/** What stood and what stands: `2h00 → 4h00`, `13:00`; null where there is nothing more to tell. */
export function changeText(m: Words, { subject, before, after }: HistoryMark): string | null {
  if (subject === "request") return null;
  if (subject === "pick") {
    const [had, has] = [before, after].map((clock) => (clock === null ? null : m["correct.from"](timesText(m, clock))));
    return had ?? has ?? null;
  }
  if (subject === "punch") return timesText(m, (after ?? "").replace(/^\S+ /, ""));
  const [had, has] = [before, after].map((minutes) => (minutes === null ? null : duration(Number(minutes))));
  return had === null || had === undefined ? (has ?? null) : m["correct.change"](had, has ?? m["correct.nothing"]);
}

/** Through which door it came. */
export function channelText(m: Words, channel: string): string {
  const key = `correct.channel.${channel}`;
  return isChannel(key) ? m["correct.channel"](m[key]) : m["correct.channel"](channel);
}

function isByOther({ by, for: whom }: HistoryMark): boolean {
  return by.id !== whom.id;
}

/** What DingTalk and the product do has no person. */
function nameOf(m: Words, { id, name }: HistoryMark["by"]): string {
  if (id === "dingtalk") return m["correct.channel.dingtalk"];
  return id === "today" ? m["correct.channel.job"] : name;
}

function timesText(m: Words, times: string): string {
  const said = times.split("-").map((one) => parseClockTime(one));
  return said.every((one) => one !== null) ? said.map((one) => clockTime(one, m.lang)).join("–") : times;
}

const answers = ["accepted", "approved", "rejected", "returned", "settled", "undone"] as const;
const kinds = ["clock-in", "clock-out", "note", "overtime", "pick", "split"] as const;
const channels = ["app", "dingtalk", "import", "job"] as const;

function isAnswer(key: string): key is `correct.action.${(typeof answers)[number]}` {
  return answers.some((one) => key === `correct.action.${one}`);
}

function isKind(key: string): key is `correct.kind.${(typeof kinds)[number]}` {
  return kinds.some((one) => key === `correct.kind.${one}`);
}

function isChannel(key: string): key is `correct.channel.${(typeof channels)[number]}` {
  return channels.some((one) => key === `correct.channel.${one}`);
}
