import type { ProjectHours } from "../../api.ts";
import { shortDate, weekday } from "../../format.ts";
import type { Words } from "./project-words.ts";

/** A person's name, or `9/17 周四`. */
export function rowName(m: Words, by: ProjectHours["by"], { key, name }: ProjectHours["rows"][number]): string {
  if (by === "day") return `${shortDate(key)} ${weekday(key, m.lang)}`;
  return name ?? m["project.gone"];
}
