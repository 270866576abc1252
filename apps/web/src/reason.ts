/** Why somebody asks: one of the usual reasons, own words, or both. */
export interface Reason {
  readonly chip: string | null;
  readonly text: string;
}

/** What the server takes, in characters. */
export const longestReason = 100;

/** The reason as one text, at most 100 characters; empty when nothing was said. */
export function reasonText({ chip, text }: Reason, comma: string): string {
  const said = [chip ?? "", text.trim()].filter((one) => one !== "").join(comma);
  return said.slice(0, longestReason);
}
