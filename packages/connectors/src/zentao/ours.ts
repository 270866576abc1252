/** What our changes of a state are commented with. */
export const ownComment = "[wk:status]";

/** Whether a text was written by us: it carries the marker of some record, or the comment of a state. */
export function isOurs(text: string): boolean {
  return /\[wk:(?:[a-z2-7]{12}|status)\]/.test(text);
}
