/** What may lie over the day. `reason` asks why a chosen project is to hold. */
export type DaySheet = "records" | "correction" | "day" | "rest" | "punch" | "overtime" | "note" | "reason";
