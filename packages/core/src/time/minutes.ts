/** A whole number of minutes: a length, or a place on a work date's time line (`540` is 09:00, `1560` is 02:00 the next day). */
export type Minutes = number;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Minutes of a calendar day: `24 * 60`. */
export const minutesPerDay = 1440;

/** Milliseconds of a minute. */
export const minuteMs = 60_000;
