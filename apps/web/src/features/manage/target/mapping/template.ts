/** A part of a template: words as they are typed, or a source of ours that stands as a chip. */
export type Piece = { readonly text: string } | { readonly source: string };

/** Where one types in a template: in which piece of words, and behind how many characters of it. */
export interface Caret {
  readonly piece: number;
  readonly at: number;
}

const separator = /^[\s·|/,;:，、；：–-]*$/u;
const named = /\{([^{}]*)\}/gu;

/**
 * A template as words and chips in turn, words first and last, `"在 {place}"` is `[{ text: "在 " }, { source: "place" }, { text: "" }]`.
 * Pieces at even places are words.
 */
export function piecesOf(template: string): Piece[] {
  return template.split(named).map((part, at) => (at % 2 === 0 ? { text: part } : { source: part.trim() }));
}

/** The template that pieces make: `"在 {place}"`. */
export function templateOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ("text" in piece ? piece.text : `{${piece.source}}`)).join("");
}

/** The names of the chips in a template, `["project.code", "place"]`. */
export function sourcesOf(template: string): string[] {
  return piecesOf(template).flatMap((piece) => ("source" in piece ? [piece.source] : []));
}

/** A template with other words in one piece. Braces that are typed are words, never a source. */
export function typedInto(template: string, piece: number, typed: string): string {
  const text = typed.replaceAll("{", "｛").replaceAll("}", "｝");
  return templateOf(piecesOf(template).map((one, at) => (at === piece ? { text } : one)));
}

/**
 * A template with a source where one types, set off from a chip before it as the others are, `" · "`, and from a word by a blank. The
 * caret then stands behind the chip.
 */
export function inserted(template: string, source: string, caret: Caret | null): { template: string; caret: Caret } {
  const pieces = piecesOf(template);
  const last = pieces.length - 1;
  const { piece, at } = caret ?? { piece: last, at: textOf(pieces[last]).length };
  const text = textOf(pieces[piece]);
  const [before, behind] = [text.slice(0, at), text.slice(at)];
  const parts: Piece[] = [{ text: before + gapAfter(before, piece, pieces) }, { source }, { text: behind }];
  return {
    template: templateOf([...pieces.slice(0, piece), ...parts, ...pieces.slice(piece + 1)]),
    caret: { piece: piece + 2, at: 0 },
  };
}

function gapAfter(before: string, piece: number, pieces: readonly Piece[]): string {
  if (before !== "") return /[\s·|/,;:，、；：–\-(（[「]$/u.test(before) ? "" : " ";
  if (piece === 0) return "";
  const between = pieces.slice(2, -2).map(textOf);
  return between.findLast((text) => text !== "" && separator.test(text)) ?? " ";
}

/** A template without one of its chips, and without what set it off; the words at both sides become one, where the caret then stands. */
export function withoutChip(template: string, chip: number): { template: string; caret: Caret } {
  const pieces = piecesOf(template);
  const before = textOf(pieces[chip - 1]);
  const behind = textOf(pieces[chip + 1]);
  const isAtEdge = (chip === 1 && before === "") || (chip === pieces.length - 2 && behind === "");
  const isBetween = separator.test(before) && separator.test(behind);
  const text = isBetween ? (isAtEdge ? "" : before || behind) : before + behind;
  return {
    template: templateOf([...pieces.slice(0, chip - 1), { text }, ...pieces.slice(chip + 2)]),
    caret: { piece: chip - 1, at: Math.min(before.length, text.length) },
  };
}

function textOf(piece: Piece | undefined): string {
  return piece !== undefined && "text" in piece ? piece.text : "";
}
