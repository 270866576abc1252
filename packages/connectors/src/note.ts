import type { NoteLimit } from "./ability.ts";

const encoder = new TextEncoder();

/** A note in one line that ends with its marker, `砌墙 [wk:mnmxaegzhcq5]`; too long a note is cut between characters, the marker never. */
export function markedNote(note: string, marker: string, limit: NoteLimit): string {
  const cut = cutNote(note, { most: limit.most - marker.length - 1, unit: limit.unit });
  return cut === "" ? marker : `${cut} ${marker}`;
}

/** A note in one line that keeps to the limit. */
export function cutNote(note: string, limit: NoteLimit): string {
  const plain = note.replace(/\s+/gu, " ").trim();
  let length = 0;
  let kept = "";
  for (const character of plain) {
    length += lengthOf(character, limit.unit);
    if (length > limit.most) break;
    kept += character;
  }
  return kept.trimEnd();
}

function lengthOf(character: string, unit: NoteLimit["unit"]): number {
  if (unit === "bytes") return encoder.encode(character).length;
  return unit === "units" ? character.length : 1;
}
