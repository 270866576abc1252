/** A source of numbers in [0, 1). */
export type Draw = () => number;

/** Numbers that depend on nothing but the keys, in any order of asking: `drawFrom(seed, person, day)`. */
export function drawFrom(...keys: readonly number[]): Draw {
  let state = 0x9e3779b9;
  for (const key of keys) state = scramble(state ^ scramble((key | 0) + 0x85ebca6b));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return scramble(state) / 4_294_967_296;
  };
}

/** The seed as a number; text is hashed. */
export function seedNumber(seed: number | string): number {
  if (typeof seed === "number") return seed;
  let hash = 0x811c9dc5;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/** One of the list, which must not be empty. */
export function oneOf<T>(draw: Draw, list: readonly T[]): T {
  const found = list[Math.floor(draw() * list.length)];
  if (found === undefined) throw new Error("Nothing to choose from");
  return found;
}

/** A whole number from `low` to `high`, both included. */
export function between(draw: Draw, low: number, high: number): number {
  return low + Math.floor(draw() * (high - low + 1));
}

/** `length` hexadecimal digits. */
export function hexadecimal(draw: Draw, length: number): string {
  return Array.from({ length }, () => between(draw, 0, 15).toString(16)).join("");
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
