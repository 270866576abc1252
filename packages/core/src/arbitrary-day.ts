import fc from "fast-check";
import type { Pick } from "./allocation.ts";
import type { Punch } from "./punch.ts";
import type { Shift } from "./shift.ts";
import type { Site } from "./site.ts";
import { day, nineToSix, north, shift, site, twoSections } from "./testing.ts";
import type { Interval } from "./time/interval.ts";
import { instantAt } from "./time/zone.ts";
import type { DayFacts } from "./workday.ts";

const zone = "Asia/Shanghai";
const date = "2026-09-14";

// Quarter hours with a few odd minutes beside them: boundaries meet often, which is where rules are wrong.
const minute = fc.oneof(
  fc.integer({ min: -12, max: 140 }).map((quarter) => quarter * 15),
  fc.integer({ min: -180, max: 2100 }),
);
const instant = fc
  .tuple(minute, fc.integer({ min: 0, max: 59 }))
  .map(([at, second]) => instantAt(date, at, zone) + second * 1000);
const interval: fc.Arbitrary<Interval> = fc
  .tuple(minute, fc.integer({ min: 0, max: 600 }))
  .map(([start, length]) => ({ start, end: start + length }));
const project = fc.constantFrom("A", "B", "C");
const task = fc.constantFrom(null, "T-1");
const place = fc.oneof(
  fc.constant({}),
  fc.constant({ ssid: "SITE-B" }),
  fc
    .tuple(fc.constantFrom(0, 100, 250, 299, 330, 900, 5000), fc.constantFrom(null, 0, 20, 65, 400))
    .map(([metres, accuracy]) => north(metres, accuracy)),
);

const punch: fc.Arbitrary<Punch> = fc
  .record({
    id: fc.uuid(),
    at: instant,
    arrivedAt: fc.constantFrom(1, 2, 3),
    type: fc.constantFrom("on" as const, "off" as const),
    valid: fc.integer({ min: 0, max: 9 }).map((dice) => dice > 0),
    result: fc.constantFrom(null, null, null, "Normal" as const, "Late" as const, "Early" as const),
    place,
  })
  .map(({ place: where, ...rest }) => ({
    ...{ lat: null, lng: null, accuracy: null, ssid: null, bssid: null, machine: null },
    ...where,
    ...rest,
  }));

const pick: fc.Arbitrary<Pick> = fc.record({
  id: fc.uuid(),
  project,
  task,
  from: fc.option(minute),
  madeAt: fc.integer({ min: 1, max: 4 }),
});

const shifts: fc.Arbitrary<Shift | null> = fc.constantFrom(
  null,
  nineToSix,
  twoSections,
  shift(["20:00-06:00+1"], ["00:00+1-01:00+1"]),
  shift(["08:00-12:00", "12:00-16:00"], ["11:45-12:15"]),
);

const sites: readonly Site[] = [
  site("A"),
  site("B", { radius: 200, ssids: ["SITE-B"] }),
  site("C", { id: "wide", radius: 1000 }),
  site("C", { id: "wifi only", lat: null, lng: null, ssids: ["SITE-B"] }),
];

/** Days of every kind: crooked, overlapping, unfinished, with facts that contradict one another. */
export const arbitraryDay: fc.Arbitrary<DayFacts> = fc
  .record({
    now: fc.oneof(instant, fc.constant(instantAt(date, 4000, zone))),
    dayKind: fc.constantFrom(
      ...(["workday", "workday", "workday", "rest", "statutory", "swapped-workday", "in-lieu-rest"] as const),
    ),
    shift: shifts,
    punches: fc.uniqueArray(punch, { maxLength: 7, selector: ({ id }) => id }),
    leaves: fc.array(interval, { maxLength: 2 }),
    trips: fc.array(interval, { maxLength: 2 }),
    overtime: fc.array(interval, { maxLength: 2 }),
    picks: fc.uniqueArray(pick, { maxLength: 4, selector: ({ id }) => id }),
    split: fc.array(fc.record({ project, task, minutes: fc.integer({ min: 1, max: 300 }) }), { maxLength: 3 }),
    sites: fc.subarray([...sites]),
    defaultProject: fc.option(project),
    policy: fc.record({
      overtime: fc.constantFrom("approved" as const, "all" as const, "none" as const),
      breaks: fc.oneof(
        fc.constant({ rule: "shift" as const }),
        fc.record({
          rule: fc.constant("length" as const),
          after: fc.integer({ min: 0, max: 500 }),
          minutes: fc.integer({ min: 0, max: 90 }),
        }),
      ),
      zone: fc.constant(zone),
      longDay: fc.constantFrom(960, 480),
    }),
  })
  .map((facts) => day(facts));
