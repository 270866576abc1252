import { accept, type Result, refuse } from "./problem.ts";

/** A standard position, `{ code: "PM", nameZh: "项目经理", nameEn: "Project manager", patterns: ["项目经理", "pm"] }`. */
export interface Position {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** What a job title may hold beside the names; Latin ones as whole words. */
  readonly patterns: readonly string[];
}

const mostPositions = 300;
const mostPatterns = 40;
const longestText = 64;

/** Checks a table of positions: codes once each, names and patterns neither empty nor too long. */
export function makePositions(positions: readonly Position[]): Result<readonly Position[]> {
  const codes = new Set(positions.map(({ code }) => code));
  const sound = positions.every(
    ({ code, nameZh, nameEn, patterns }) =>
      /^[A-Z][A-Z0-9-]{0,15}$/.test(code) &&
      patterns.length <= mostPatterns &&
      [nameZh, nameEn, ...patterns].every((text) => text.trim() !== "" && text.length <= longestText),
  );
  const fits = sound && codes.size === positions.length && positions.length <= mostPositions;
  return fits ? accept(positions) : refuse("positions-malformed");
}

/** The code of a job title: that of the first position whose names or patterns it holds, null when there is none. */
export function positionOf(title: string, positions: readonly Position[]): string | null {
  const plain = plainOf(title);
  const fits = (text: string) => holdsPattern(plain, plainOf(text));
  const found = positions.find(({ nameZh, nameEn, patterns }) => [nameZh, nameEn, ...patterns].some(fits));
  return found?.code ?? null;
}

function plainOf(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function holdsPattern(title: string, pattern: string): boolean {
  if (!/^[ -~]+$/.test(pattern)) return title.includes(pattern);
  for (let at = title.indexOf(pattern); at >= 0; at = title.indexOf(pattern, at + 1)) {
    const around = `${title[at - 1] ?? " "}${title[at + pattern.length] ?? " "}`;
    if (!/[a-z0-9]/.test(around)) return true;
  }
  return false;
}
