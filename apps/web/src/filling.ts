import type { Minutes } from "@today/core/time/minutes";
import type { LinePart, Workday } from "./api.ts";

/** A pick to be made; null is the whole day. */
export interface WantedPick {
  readonly projectId: string;
  readonly from: Minutes | null;
}

/**
 * The picks that put what is unassigned on a project and leave everything else where it is: one for each unassigned stretch, and
 * one for what follows it by its site or by default, because a pick would go on over that.
 */
export function fillingPicks({ line }: Pick<Workday, "line">, projectId: string): WantedPick[] {
  const counted = line.filter(({ kind }) => kind === "counted");
  const picks: WantedPick[] = [];
  let held: string | null = null;
  counted.forEach((part, index) => {
    const wanted: string | null = isOpen(part) ? projectId : part.project;
    const needsPick = isOpen(part) || (held !== null && (part.basis === "site" || part.basis === "default"));
    if (needsPick && wanted !== null && wanted !== held) {
      picks.push({ projectId: wanted, from: index === 0 && counted.every(isOpen) ? null : part.start });
    }
    if (needsPick) held = wanted;
    else if (part.basis === "pick") held = null;
  });
  return picks;
}

function isOpen({ project, other }: LinePart): boolean {
  return project === null && other !== true;
}
