import { parseClockTime } from "@today/core/time/clock-time";
import type { LinePart, PickView } from "../api.ts";
import { clockTime } from "../format.ts";
import type { Message } from "../message.ts";

/** Why minutes are where they are, in one sentence. With the day's picks it can say from when and by whom. */
export function basisText(
  m: Message,
  { basis, fact }: Pick<LinePart, "basis" | "fact">,
  picks: readonly PickView[] = [],
  me?: string,
): string {
  if (basis === null) return m["basis.none"];
  if (basis !== "pick") return m[`basis.${basis}`];
  const pick = picks.find(({ id }) => id === fact);
  if (pick === undefined) return m["basis.pickDay"];
  if (me !== undefined && pick.madeBy.id !== me) return m["basis.pickBy"](pick.madeBy.name);
  const from = pick.from === null ? null : parseClockTime(pick.from);
  return from === null ? m["basis.pickDay"] : m["basis.pick"](clockTime(from, m.lang));
}

/** The same of somebody else's day: `本人从 13:00 起选的`, `李娜选的`. */
export function othersBasisText(
  m: Message,
  { basis, fact }: Pick<LinePart, "basis" | "fact">,
  picks: readonly PickView[] = [],
  person?: string,
): string {
  if (basis === null) return m["basis.none"];
  if (basis === "site") return m["basis.site"];
  if (basis !== "pick") return m[`basis.own.${basis}`];
  const pick = picks.find(({ id }) => id === fact);
  if (pick === undefined) return m["basis.own.pickDay"];
  if (pick.madeBy.id !== person) return m["basis.own.pickBy"](pick.madeBy.name);
  const from = pick.from === null ? null : parseClockTime(pick.from);
  return from === null ? m["basis.own.pickDay"] : m["basis.own.pick"](clockTime(from, m.lang));
}
