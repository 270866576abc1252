import { type Day, dayAt, HOUR, MINUTE, midnight } from "../company/beijing.ts";
import { isWorkingDay } from "../company/calendar.ts";
import type { Company } from "../company/company.ts";
import type { Person } from "../company/person.ts";
import { between, drawFrom } from "../company/random.ts";
import { outside } from "./spot.ts";

/** A 签到: "I am here", without schedule or verdict. Nobody can change it afterwards. */
export interface Checkin {
  readonly userId: string;
  readonly at: number;
  readonly place: string;
  readonly detailPlace: string;
  readonly lat: number;
  readonly lng: number;
  readonly remark: string;
  readonly images: readonly string[];
  /** An external contact's userid or a typed name. */
  readonly visitUser: string | null;
}

type Window = { readonly from: number; readonly to: number };

const SHARE_OF_DAYS = 0.5;

/** The seed lets people who are on the road check in on about half of their working days. */
export function seededCheckins(company: Company, person: Person, { from, to }: Window): Checkin[] {
  if (person.habit !== "mobile") return [];
  const days = Array.from({ length: Math.max(0, dayAt(to) - dayAt(from) + 1) }, (_, offset) => dayAt(from) + offset);
  return days.flatMap((day) => checkinOn(company, person, day)).filter(({ at }) => at >= from && at <= to);
}

function checkinOn(company: Company, person: Person, day: Day): Checkin[] {
  const draw = drawFrom(company.seed, person.index, day, 15);
  if (!isWorkingDay(day) || day < person.hiredOn || draw() >= SHARE_OF_DAYS) return [];
  const at = midnight(day) + 10 * HOUR + between(draw, 0, 359) * MINUTE;
  const { address, lat, lng, remark } = outside(draw);
  const place = address.replace(/^.*区/, "");
  const images =
    draw() < 0.3 ? [`https://static.dingtalk.com/media/lADPsimulator${person.index}x${day}_592_1280.jpg`] : [];
  const own = { userId: person.userId, at, place, detailPlace: address, lat: lat ?? 0, lng: lng ?? 0 };
  return [{ ...own, remark: remark ?? "", images, visitUser: null }];
}
