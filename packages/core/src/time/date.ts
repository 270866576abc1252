/** A calendar day without a zone, `2026-09-14`. */
export type WorkDate = string;

/** What the company's calendar says of a day. */
export type DayKind = "workday" | "rest" | "statutory" | "swapped-workday" | "in-lieu-rest";
