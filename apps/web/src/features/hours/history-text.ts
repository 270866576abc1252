import { duration } from "../../format.ts";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import type { Words } from "./words.ts";

/** What stood or stands, in words: project ids by name, `GL2B:240` with its hours, known codes as said elsewhere. */
export function historyText(m: Words, value: string | null, projects: ProjectsById): string {
  if (value === null || value.trim() === "") return m["correct.nothing"];
  const said = value.split(/[,;\s]+/).filter((one) => one !== "");
  return said.map((one) => wordOf(m, one, projects)).join(m.lang === "zh" ? "，" : ", ");
}

function wordOf(m: Words, code: string, projects: ProjectsById): string {
  const [, id = "", minutes = ""] = /^(.+)[:=](\d+)$/.exec(code) ?? [];
  const named = projects.get(id);
  if (named !== undefined) return `${named.shortName} ${duration(Number(minutes))}`;
  const key = `correct.action.${code}`;
  return isKnown(m, key) ? String(m[key]) : (projects.get(code)?.shortName ?? code);
}

function isKnown(m: Words, key: string): key is Extract<keyof Words, `correct.action.${string}`> {
  return key in m;
}
