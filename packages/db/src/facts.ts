import { dayKindOf } from "@today/core/calendar";
import { defaultPolicy } from "@today/core/policy";
import type { Rules } from "@today/core/rules";
import type { Site } from "@today/core/site";
import type { Instant } from "@today/core/time/minutes";
import type { DayFacts } from "@today/core/workday";
import { type ApprovedTimeRow, latestTimes, standingTimes } from "./approved-time.ts";
import { byDay, type DayKey, groupRows, keyOf } from "./arrival.ts";
import { type BookableProject, bookableOn, createSiteReader, type MembershipRow } from "./bookable.ts";
import { type CalendarRow, calendarOf } from "./calendar.ts";
import { type PickRow, pickOf, type SplitRow, splitPartsOf } from "./choice.ts";
import type { Database } from "./database.ts";
import { partsOfDay, statementsOfDays } from "./fact-parts.ts";
import { type LeaveRow, latestLeaves, leaveMinutes } from "./leave.ts";
import { readPacked } from "./packed.ts";
import { createPolicyReader, createRulesReader, type PolicyRow } from "./policy.ts";
import { latestPunches, type PunchRow, punchOf } from "./punch.ts";
import { latestSchedule, type ScheduleRow, shiftOf } from "./schedule.ts";
import { movedShift, type ShiftMoveRow } from "./shift-move.ts";
import type { WorkdayRow } from "./workday.ts";

/** The facts of one day as stored, and what the core makes of them. */
export interface LoadedDay extends DayKey {
  /** Null when the year's holidays are not known: such a day is not settled. */
  readonly facts: DayFacts | null;
  readonly shiftName: string | null;
  /** The company's rules that hold on the date. */
  readonly rules: Rules;
  /** The latest version of each punch, in order of time. */
  readonly punches: readonly PunchRow[];
  /** How many versions of punches there are, to notice one that comes in between. */
  readonly punchVersions: number;
  readonly leaves: readonly LeaveRow[];
  /** Overtime and trips that stand, in order of time. */
  readonly granted: readonly ApprovedTimeRow[];
  /** In the order in which they were made. */
  readonly picks: readonly PickRow[];
  /** The one with the greatest version, also when it has no parts. */
  readonly split: SplitRow | null;
  /** The projects that the person may book on the date. */
  readonly bookable: readonly BookableProject[];
  /** The sites of these projects on the date. */
  readonly sites: readonly Site[];
  /** What was settled last; null also when nobody asked. */
  readonly settled: WorkdayRow | null;
}

/** When and for whom days are read. */
export interface Reading {
  readonly companyId: string;
  readonly now: Instant;
}

/** Everything known of up to 500 days, in their order and at one point in time: one statement for one day, one batch for more. */
export async function loadDayFacts(db: Database, reading: Reading, days: readonly DayKey[]): Promise<LoadedDay[]> {
  const { companyId } = reading;
  const [only, ...more] = days;
  if (only === undefined) return [];
  if (more.length === 0) return readDayFacts(reading, days, await readPacked(db, partsOfDay(companyId, only, true)));
  const results = await db.batch(statementsOfDays(db, companyId, days));
  return readDayFacts(
    reading,
    days,
    results.map((result) => result.results),
  );
}

/** What `partsOfDay` was answered. */
export function readDayFacts(
  reading: Reading,
  days: readonly DayKey[],
  answers: readonly (readonly Record<string, unknown>[])[],
): LoadedDay[] {
  const rows = answers as readonly unknown[][];
  return assemble(days, reading.now, {
    company: rows[0] as Company[],
    policies: rows[1] as PolicyRow[],
    calendars: rows[2] as CalendarRow[],
    memberships: groupRows(rows[3] as MembershipRow[], ({ personId }) => personId),
    punches: byDay(rows[4] as PunchRow[]),
    schedules: byDay(rows[5] as ScheduleRow[]),
    leaves: byDay(rows[6] as LeaveRow[]),
    picks: byDay(rows[7] as PickRow[]),
    splits: byDay(rows[8] as SplitRow[]),
    approvedTimes: byDay(rows[9] as ApprovedTimeRow[]),
    moves: byDay(rows[10] as ShiftMoveRow[]),
    settled: byDay((rows[11] ?? []) as WorkdayRow[]),
  });
}

interface Company {
  readonly zone: string;
}

interface StoredFacts {
  readonly company: readonly Company[];
  readonly policies: readonly PolicyRow[];
  readonly calendars: readonly CalendarRow[];
  readonly memberships: ReadonlyMap<string, readonly MembershipRow[]>;
  readonly punches: ReadonlyMap<string, readonly PunchRow[]>;
  readonly schedules: ReadonlyMap<string, readonly ScheduleRow[]>;
  readonly leaves: ReadonlyMap<string, readonly LeaveRow[]>;
  readonly picks: ReadonlyMap<string, readonly PickRow[]>;
  readonly splits: ReadonlyMap<string, readonly SplitRow[]>;
  readonly approvedTimes: ReadonlyMap<string, readonly ApprovedTimeRow[]>;
  readonly moves: ReadonlyMap<string, readonly ShiftMoveRow[]>;
  readonly settled: ReadonlyMap<string, readonly WorkdayRow[]>;
}

function assemble(days: readonly DayKey[], now: Instant, stored: StoredFacts): LoadedDay[] {
  const policyOn = createPolicyReader(stored.policies, stored.company[0]?.zone ?? defaultPolicy.zone);
  const rulesOn = createRulesReader(stored.policies);
  const calendar = calendarOf(stored.calendars);
  const sitesOf = createSiteReader();
  return days.map(({ personId, date }) => {
    const key = keyOf({ personId, date });
    const memberships = stored.memberships.get(personId) ?? [];
    const bookable = bookableOn(memberships, date);
    const versions = stored.punches.get(key) ?? [];
    const schedule = latestSchedule(stored.schedules.get(key) ?? []);
    const kind = dayKindOf(date, calendar);
    const granted = stored.approvedTimes.get(key) ?? [];
    const sites = sitesOf(bookable, date);
    const found = {
      punches: latestPunches(versions),
      leaves: latestLeaves(stored.leaves.get(key) ?? []),
      granted: latestTimes(granted),
      picks: stored.picks.get(key) ?? [],
      split: stored.splits.get(key)?.[0] ?? null,
    };
    const wished = memberships[0]?.defaultProject ?? null;
    const policy = policyOn(date);
    const facts = kind.ok
      ? {
          ...{
            date,
            now,
            policy,
            dayKind: kind.value,
            shift: movedShift(shiftOf(schedule), stored.moves.get(key) ?? []),
          },
          trips: standingTimes(granted, "trip"),
          overtime: standingTimes(granted, "overtime"),
          punches: found.punches.map(punchOf),
          leaves: found.leaves.flatMap((leave) => leaveMinutes(leave, date, policy.zone) ?? []),
          picks: found.picks.map(pickOf),
          split: splitPartsOf(found.split),
          sites,
          defaultProject: bookable.some(({ id }) => id === wished) ? wished : null,
        }
      : null;
    const settled = stored.settled.get(key)?.[0] ?? null;
    const shiftName = schedule?.shiftName ?? null;
    const rules = rulesOn(date);
    return {
      personId,
      date,
      facts,
      shiftName,
      rules,
      ...found,
      punchVersions: versions.length,
      bookable,
      sites,
      settled,
    };
  });
}
