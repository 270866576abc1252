import { compareText } from "./order.ts";
import type { Punch } from "./punch.ts";
import { dayEnd } from "./shift.ts";
import type { WorkDate } from "./time/date.ts";
import type { Interval } from "./time/interval.ts";
import type { Minutes } from "./time/minutes.ts";
import { minuteOf } from "./time/zone.ts";

/** A valid punch at its minute of the work date's line. */
export interface TimedPunch {
  readonly punch: Punch;
  readonly minute: Minutes;
}

/** Minutes between two punches, with the clock-in that opened them. */
export interface Stay extends Interval {
  readonly on: Punch;
}

/** A clock-in without a clock-out, and until when its interval is offered for confirmation. */
interface MissingOut extends TimedPunch {
  readonly offeredUntil: Minutes | null;
}

/** What a day's punches say of being there. */
export interface Presence {
  /** In time order, not overlapping, none empty. */
  readonly stays: readonly Stay[];
  readonly missingOuts: readonly MissingOut[];
  readonly missingIns: readonly TimedPunch[];
  /** The clock-in of an interval that is still open on a day that is not over. */
  readonly running: TimedPunch | null;
}

/** What a walk over the punches has to know of the day. */
export interface PresenceDay {
  readonly sections: readonly Interval[];
  readonly now: Minutes;
}

/** Valid punches by minute, then by arrival. */
export function timePunches(punches: readonly Punch[], date: WorkDate, zone: string): readonly TimedPunch[] {
  return punches
    .filter((punch) => punch.valid)
    .map((punch) => ({ punch, minute: minuteOf(punch.at, date, zone) }))
    .sort(inOrder);
}

/** Walks the punches and pairs them; nothing missing is filled in. */
export function readPresence(punches: readonly TimedPunch[], day: PresenceDay): Presence {
  const walk = new Walk(day.sections);
  for (const timed of punches) {
    if (timed.punch.type === "on") walk.on(timed);
    else walk.off(timed);
  }
  return walk.finish(day.now);
}

class Walk {
  readonly sections: readonly Interval[];
  readonly closed: { start: Minutes; end: Minutes; on: Punch }[] = [];
  readonly missingOuts: MissingOut[] = [];
  readonly missingIns: TimedPunch[] = [];
  open: TimedPunch | null = null;

  constructor(sections: readonly Interval[]) {
    this.sections = sections;
  }

  on(timed: TimedPunch): void {
    const open = this.open;
    if (open !== null) {
      const { minute } = open;
      if (!this.sections.some(({ end }) => end >= minute && end <= timed.minute)) return;
      this.missOut(open, timed.minute);
    }
    this.open = timed;
  }

  off(timed: TimedPunch): void {
    const last = this.closed.at(-1);
    if (this.open !== null) {
      this.closed.push({ start: this.open.minute, end: timed.minute, on: this.open.punch });
      this.open = null;
    } else if (last === undefined || this.sections.some(({ start }) => start >= last.end && start < timed.minute)) {
      this.missingIns.push(timed);
    } else {
      last.end = timed.minute;
    }
  }

  finish(now: Minutes): Presence {
    const over = now >= dayEnd(this.sections);
    const running = over ? null : this.open;
    if (running !== null) this.closed.push({ start: running.minute, end: now, on: running.punch });
    else if (this.open !== null) this.missOut(this.open, Number.POSITIVE_INFINITY);
    const stays = this.closed.filter(({ start, end }) => start < end);
    return { stays, missingOuts: this.missingOuts, missingIns: this.missingIns, running };
  }

  missOut(timed: TimedPunch, before: Minutes): void {
    const ends = this.sections.map(({ end }) => end).filter((end) => end > timed.minute && end <= before);
    this.missingOuts.push({ ...timed, offeredUntil: ends.length > 0 ? Math.min(...ends) : null });
  }
}

function inOrder(a: TimedPunch, b: TimedPunch): number {
  return (
    a.minute - b.minute ||
    a.punch.arrivedAt - b.punch.arrivedAt ||
    a.punch.at - b.punch.at ||
    compareText(a.punch.id, b.punch.id)
  );
}
