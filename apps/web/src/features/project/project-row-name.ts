import type { ProjectHours } from "../../api.ts";
import { shortDate, weekday } from "../../format.ts";
import type { Words } from "./project-words.ts";

/** A person's name, `9/17 周四`, or a task. */
export function rowName(m: Words, by: ProjectHours["by"], { key, name }: ProjectHours["rows"][number]): string {
  if (by === "day") return `${shortDate(key)} ${weekday(key, m.lang)}`;
  if (by === "task") return key === "" ? m["project.noTask"] : (name ?? key);
  return name ?? m["project.gone"];
}
