import type { Positions, PositionsInput } from "../../../api.ts";

/** A position as it is listed, with the people who bear it. */
export type PositionEntry = Positions["positions"][number];

/** A position as it is said. */
export type Position = PositionsInput["positions"][number];

/** A position as it is written in the form: the patterns one a line. */
export interface PositionDraft {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly lines: string;
}

/** What is wrong with a draft. */
export type DraftFault = "code" | "taken" | "name" | "patterns";

const mostPatterns = 40;
const longest = 64;

/** The table as it is sent: without the people who bear a position. */
export function tableOf({ positions }: Pick<Positions, "positions">): Position[] {
  return positions.map(({ people: _, ...position }) => position);
}

/** A position in the form; null for a new one. */
export function draftOf(position: Position | null): PositionDraft {
  if (position === null) return { code: "", nameZh: "", nameEn: "", lines: "" };
  const { code, nameZh, nameEn, patterns } = position;
  return { code, nameZh, nameEn, lines: patterns.join("\n") };
}

/** What the form says. */
export function positionIn({ code, nameZh, nameEn, lines }: PositionDraft): Position {
  const patterns = [...new Set(lines.split("\n").map((line) => line.trim()))].filter(Boolean);
  return { code: code.trim().toUpperCase(), nameZh: nameZh.trim(), nameEn: nameEn.trim(), patterns };
}

/** What keeps a draft from being saved; `taken` are the codes of the others. */
export function faultOf(draft: PositionDraft, taken: readonly string[]): DraftFault | null {
  const { code, nameZh, nameEn, patterns } = positionIn(draft);
  if (!/^[A-Z][A-Z0-9-]{0,15}$/.test(code)) return "code";
  if (taken.includes(code)) return "taken";
  if ([nameZh, nameEn].some((name) => name === "" || name.length > longest)) return "name";
  return patterns.length > mostPatterns || patterns.some((one) => one.length > longest) ? "patterns" : null;
}

/** The table with a position in the place of the one with a code; null puts it at the end. */
export function withPosition(table: readonly Position[], code: string | null, position: Position): Position[] {
  return code === null ? [...table, position] : table.map((one) => (one.code === code ? position : one));
}

/** The table without a position. */
export function withoutPosition(table: readonly Position[], code: string): Position[] {
  return table.filter((one) => one.code !== code);
}

/** The table with a position one place up (-1) or down (1); at the ends it stays. */
export function movedPosition(table: readonly Position[], code: string, step: -1 | 1): Position[] {
  const at = table.findIndex((one) => one.code === code);
  const [here, there] = [table[at], table[at + step]];
  if (here === undefined || there === undefined) return [...table];
  return table.map((one, n) => (n === at ? there : n === at + step ? here : one));
}

/** Whether one more way to write it fits a position. */
export function takesTitle({ patterns }: Position): boolean {
  return patterns.length < mostPatterns;
}

/** The table in which a position is written as a job title too. */
export function withTitle(table: readonly Position[], code: string, title: string): Position[] {
  return table.map((one) => (one.code === code ? { ...one, patterns: [...one.patterns, title] } : one));
}
