/** Order of texts by code unit, nothing first: `null`, `"A"`, `"B"`, `"a"`. Below 0 when `a` goes first, 0 when they are equal. */
export function compareText(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a < b ? -1 : Number(a > b);
}
