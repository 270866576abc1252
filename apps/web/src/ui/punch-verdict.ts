import type { Minutes } from "@today/core/time/minutes";
import type { LinePart, PunchView, Verdict } from "../api.ts";

/** The one verdict that says most of a punch: the smallest site it was inside of, else that of the project it began, else the nearest. */
export function tellingVerdict(punch: PunchView, line: readonly LinePart[]): Verdict | null {
  const { verdicts, minute } = punch;
  const inside = verdicts.filter(({ verdict }) => verdict === "inside").sort((a, b) => a.radius - b.radius)[0];
  if (inside !== undefined) return inside;
  const begun = punch.type === "off" ? projectBefore(line, minute) : projectAfter(line, minute);
  const own = verdicts.find(({ project }) => project === begun);
  return own ?? [...verdicts].sort((a, b) => metresOf(a) - metresOf(b))[0] ?? null;
}

function projectAfter(line: readonly LinePart[], minute: Minutes): string | null {
  return line.find(({ kind, end }) => kind === "counted" && end > minute)?.project ?? null;
}

function projectBefore(line: readonly LinePart[], minute: Minutes): string | null {
  return line.filter(({ kind, start }) => kind === "counted" && start < minute).pop()?.project ?? null;
}

function metresOf({ distance }: Verdict): number {
  return distance ?? Number.POSITIVE_INFINITY;
}
