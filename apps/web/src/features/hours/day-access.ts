import { addDays, type WorkDate } from "@today/core/time/date";
import type { DayDetail } from "../../api.ts";

/** A way to correct a day. */
export type Way = "project" | "split" | "punch" | "overtime" | "note";

/** Done at once, asked for, or not possible and why. */
export type Access =
  | { readonly how: "direct" | "ask" }
  | { readonly how: "locked"; readonly why: "approvers" | "ahead" | "old" | "nothing" | "noProject" | "running" };

/** From where the day is corrected. */
export interface Corrector {
  readonly today: WorkDate;
  /** One's own day; of somebody else's everything is entered with a reason and holds at once. */
  readonly isOwn: boolean;
}

const daysBack = 31;
const overtimeDaysAhead = 31;

/** How something about a day can be corrected. A closed day only takes requests; what they bring is booked in the open period. */
export function accessTo(way: Way, { workday, editable, bookable }: DayDetail, { today, isOwn }: Corrector): Access {
  const { date, locked, counted, over } = workday;
  if (isOwn && locked === "approvers-only") return { how: "locked", why: "approvers" };
  if (date < addDays(today, -daysBack)) return { how: "locked", why: "old" };
  const isChoice = way === "project" || way === "split";
  if (isChoice && bookable.length === 0) return { how: "locked", why: "noProject" };
  if (date > addDays(today, way === "overtime" ? overtimeDaysAhead : 0) && !(way === "project" && editable)) {
    return { how: "locked", why: "ahead" };
  }
  if (way === "split" && counted === 0 && (over || date !== today)) return { how: "locked", why: "nothing" };
  if (way === "split" && !isOwn && !over) return { how: "locked", why: "running" };
  if (!isChoice || locked === "closed") return { how: "ask" };
  return !isOwn || editable ? { how: "direct" } : { how: "locked", why: "old" };
}
