import type { Minutes } from "@today/core/time/minutes";
import type { LinePart, Workday } from "../../api.ts";

/** Minutes of somebody's day on one project; `part` is the first stretch of them and says why. */
export interface PersonPart {
  readonly part: LinePart;
  readonly minutes: Minutes;
}

/** A day's counted minutes by project in the order of the day; they add up to what counted. */
export function personParts({ line }: Pick<Workday, "line">): PersonPart[] {
  const parts = new Map<string, PersonPart>();
  for (const part of line) {
    if (part.kind !== "counted") continue;
    const key = part.other === true ? "other" : (part.project ?? "");
    const before = parts.get(key);
    parts.set(key, { part: before?.part ?? part, minutes: (before?.minutes ?? 0) + part.end - part.start });
  }
  return [...parts.values()];
}
