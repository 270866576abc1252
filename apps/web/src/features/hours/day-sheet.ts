/** What may lie over the day. */
export type DaySheet = "records" | "correction" | "day" | "rest";
