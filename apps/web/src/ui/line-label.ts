import type { Minutes } from "@today/core/time/minutes";
import { longDuration, timeSpan } from "../format.ts";
import type { Message } from "../message.ts";
import { basisText } from "./basis.ts";
import type { DrawnPart } from "./day-parts.ts";
import type { ProjectsById } from "./project-mark.tsx";

interface Named {
  readonly m: Message;
  readonly projects: ProjectsById;
  readonly now: Minutes | null;
}

/** A whole line in words: `周四，已计入 5 小时 20 分：管廊二期B标 3 小时 30 分，智慧水务 1 小时 50 分，进行中`. */
export function lineLabel(parts: readonly DrawnPart[], label: string, { m, projects, now }: Named): string {
  const comma = m.lang === "zh" ? "，" : ", ";
  const lengths = new Map<string, Minutes>();
  for (const part of parts) {
    if (part.look !== "counted" && part.look !== "unassigned") continue;
    const name = nameOf(part, m, projects);
    lengths.set(name, (lengths.get(name) ?? 0) + part.end - part.start);
  }
  const sum = [...lengths.values()].reduce((all, one) => all + one, 0);
  const running = now === null ? [] : [m["line.running"]];
  if (sum === 0) return [label, m["line.nothing"], ...running].join(comma);
  const each = [...lengths].map(([name, minutes]) => `${name} ${longDuration(minutes, m.lang)}`);
  const counted = m["line.counted"](longDuration(sum, m.lang));
  return `${label}${comma}${counted}${m.lang === "zh" ? "：" : ": "}${[...each, ...running].join(comma)}`;
}

/** One part in words: `09:00–12:00 管廊二期B标 3 小时 00 分，打卡就在它的工地里`. */
export function partLabel(part: DrawnPart, { m, projects }: Named): string {
  const comma = m.lang === "zh" ? "，" : ", ";
  const when = timeSpan(part.start, part.end, m.lang);
  const what = `${when} ${nameOf(part, m, projects)} ${longDuration(part.end - part.start, m.lang)}`;
  if (part.look === "ahead") return `${what}${comma}${m["line.ahead"]}`;
  if (part.look === "offered") return `${what}${comma}${m["line.offered"]}`;
  const why = part.source?.kind === "counted" ? basisText(m, part.source) : null;
  return why === null ? what : `${what}${comma}${why}`;
}

function nameOf(part: DrawnPart, m: Message, projects: ProjectsById): string {
  if (part.look === "break" || part.look === "leave" || part.look === "uncounted") return m[`line.${part.look}`];
  if (part.isOther) return m["line.other"];
  if (part.project === null) return m["line.unassigned"];
  return projects.get(part.project)?.shortName ?? m["line.other"];
}
