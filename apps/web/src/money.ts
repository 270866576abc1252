/** An amount in fen as finance reads it: `123456780` is `¥1,234,567.80`. */
export function yuan(fen: number): string {
  const whole = Math.abs(fen);
  return `${fen < 0 ? "−" : ""}¥${thousands(Math.floor(whole / 100))}.${String(whole % 100).padStart(2, "0")}`;
}

/** A whole number with its thousands apart: `20150` is `20,150`. */
export function thousands(number: number): string {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, ",");
  return number < 0 ? `−${digits}` : digits;
}

/** The fen that somebody wrote as yuan, `1,234.5` is 123450; null where it is not an amount with two decimals at most. */
export function fenOf(written: string): number | null {
  const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(written.replace(/[¥,，\s]/g, ""));
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}

/** Per cent with one decimal where it has one: `77.5`, `50`. */
export function percentOf(part: number, whole: number): string {
  return String(Math.round((part * 1000) / whole) / 10);
}
