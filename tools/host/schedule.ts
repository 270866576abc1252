import { Cron } from "croner";

/** When each schedule was last fired, in milliseconds; outlives a restart. */
export interface Fired {
  read(): Record<string, number>;
  write(fired: Record<string, number>): void;
}

/** The schedules of an installation; those that were never fired count from `start`. */
export interface Plan {
  readonly crons: readonly string[];
  readonly fired: Fired;
  readonly start: number;
  fire(cron: string, at: Date): Promise<void>;
}

/** Fires what is due, and says when to look again. */
export interface Timetable {
  /** Fires each schedule whose moment has come since it last fired: once, however often it was missed. */
  fireDue(now: number): Promise<void>;
  /** The next moment of any schedule after `now`; infinity if there is no schedule. */
  next(now: number): number;
  /** Where a clock that jumps has to halt after `now`, null if nowhere: what comes every few minutes is fired at the next halt. */
  nextStop(now: number): number | null;
}

const LONGEST_SLEEP_MS = 30_000;
const FREQUENT_MS = 1_200_000;
/** A schedule that is so near comes by itself: the clock is not jumping. */
const NEAR_MS = 2_000;

/** A clock that jumps asks for the same few schedules thousands of times. */
const known = new Map<string, Cron>();

/** The next moment that a schedule of wrangler.toml names: UTC, week days counted as Cloudflare does (1 is Sunday). */
export function momentAfter(cron: string, after: number): number {
  const read = known.get(cron) ?? new Cron(cron, { timezone: "UTC", alternativeWeekdays: true });
  known.set(cron, read);
  const next = read.nextRun(new Date(after));
  if (next === null) throw new Error(`The schedule "${cron}" never comes`);
  return next.getTime();
}

/** Does it come at least every twenty minutes? */
function isFrequent(cron: string, now: number): boolean {
  const first = momentAfter(cron, now);
  return momentAfter(cron, first) - first < FREQUENT_MS;
}

export function createTimetable({ crons, fired, start, fire }: Plan): Timetable {
  const before = fired.read();
  const last = new Map(crons.map((cron) => [cron, before[cron] ?? start]));
  return {
    async fireDue(now) {
      for (const cron of crons) {
        // A simulator that was reset is back before what was fired.
        const since = Math.min(last.get(cron) ?? start, now);
        last.set(cron, since);
        const due = momentAfter(cron, since);
        if (due > now) continue;
        await fire(cron, new Date(due));
        last.set(cron, now);
        fired.write(Object.fromEntries(last));
      }
    },
    next: (now) => Math.min(...crons.map((cron) => momentAfter(cron, now))),
    nextStop(now) {
      const stops = crons.map((cron) => [cron, momentAfter(cron, now)] as const);
      const halting = stops.filter(([cron, moment]) => moment - now <= NEAR_MS || !isFrequent(cron, now));
      return halting.length === 0 ? null : Math.min(...halting.map(([, moment]) => moment));
    },
  };
}

/** Fires by the clock of this machine until the answered function is called. */
export function followRealClock(timetable: Timetable, now: () => number): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async () => {
    await timetable
      .fireDue(now())
      .catch((error) => stopped || console.error(`A schedule could not be fired: ${error}`));
    if (stopped) return;
    // Short sleeps, because a machine that was suspended does not wake a long one in time.
    timer = setTimeout(look, Math.min(LONGEST_SLEEP_MS, Math.max(0, timetable.next(now()) - now())));
  };
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
