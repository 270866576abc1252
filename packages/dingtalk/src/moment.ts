import { isWorkDate, type WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import { beijingDate, beijingInstant } from "./beijing.ts";
import { instantOf } from "./field.ts";

// 2000 to 2100: what lies outside is no time of an approval, and far outside it is no date at all.
const earliest = 946_656_000_000;
const latest = 4_102_416_000_000;

/** A time as a form says it: a day, half of one, or a minute of it, `{ date: "2026-09-16", minute: 810, half: null }`. */
export interface Moment {
  readonly date: WorkDate;
  readonly minute: Minutes | null;
  readonly half: "am" | "pm" | null;
}

/** A form's text, always Beijing wall clock: `2026-09-16 13:30`, `2026-09-16`, `2026-09-16 上午`, or epoch milliseconds; null if it is none. */
export function momentOf(value: unknown): Moment | null {
  const at = typeof value === "number" || /^\d{11,}$/.test(String(value)) ? plausibleInstant(value) : null;
  if (at !== null) return momentAt(at);
  if (typeof value !== "string") return null;
  const parts = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(.*))?$/.exec(value);
  if (parts === null) return null;
  const [, year = "", month = "", day = "", rest = ""] = parts;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isWorkDate(date) || year < "2000" || year > "2099") return null;
  const half = /^(上午|am)/i.test(rest) ? "am" : /^(下午|pm)/i.test(rest) ? "pm" : null;
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)/.exec(rest) ?? [];
  const minute = hours === undefined ? null : Number(hours) * 60 + Number(minutes);
  return { date, minute: minute !== null && minute <= 1440 ? minute : null, half };
}

/** The instant of a minute of a Beijing day, `("2026-09-16", 810)` being 13:30; minutes past 1440 lie on the next day. */
export function instantAtMinute(date: WorkDate, minute: Minutes): Instant {
  return Date.parse(`${date}T00:00:00+08:00`) + minute * 60_000;
}

/** An instant of any notation, or null when it is none or lies outside 2000 to 2100. */
export function plausibleInstant(value: unknown): Instant | null {
  const at = instantOf(value);
  return at !== null && at >= earliest && at < latest ? at : null;
}

/**
 * How an instance writes its times: `2026-09-13T15:34Z` has been seen as Beijing wall clock with a false Z, while the vendor's
 * package calls it UTC (获取单个审批实例详情). `businessId` begins with the Beijing minute of creation and tells which it is.
 */
export function instanceClock(createTime: unknown, businessId: string | null): (value: unknown) => Instant | null {
  const beijing = (value: unknown) => plausibleInstant(value);
  const utc = (value: unknown) => (typeof value === "string" ? utcInstant(value) : plausibleInstant(value));
  const born = bornAt(businessId);
  if (born === null) return beijing;
  const near = (at: Instant | null) => (at === null ? Number.POSITIVE_INFINITY : Math.abs(at - born));
  return near(utc(createTime)) < near(beijing(createTime)) ? utc : beijing;
}

function momentAt(at: Instant): Moment {
  const date = beijingDate(at);
  const minute = Math.floor((at - instantAtMinute(date, 0)) / 60_000);
  return { date, minute: minute === 0 ? null : minute, half: null };
}

function bornAt(businessId: string | null): Instant | null {
  const [, year, month, day, hour, minute] = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(businessId ?? "") ?? [];
  return year === undefined ? null : beijingInstant(`${year}-${month}-${day} ${hour}:${minute}`);
}

function utcInstant(text: string): Instant | null {
  const at = Date.parse(/T.*Z$/i.test(text) ? text : `${text.trim().replace(" ", "T")}Z`);
  return Number.isNaN(at) ? plausibleInstant(text) : plausibleInstant(at);
}
