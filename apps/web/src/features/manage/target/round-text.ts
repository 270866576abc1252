import type { targetZh } from "../../../message/target.zh.ts";

/** A named rule of rounding in words: `nearest-15` is 四舍五入到 15 分钟; a rule of another version is its name. */
export function roundText(m: typeof targetZh, rounding: string): string {
  const [how = "", minutes = ""] = rounding.split("-");
  if (rounding === "exact") return m["target.round.exact"];
  return how === "nearest" || how === "down" || how === "up" ? m[`target.round.${how}`](minutes) : rounding;
}
