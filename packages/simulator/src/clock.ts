/** The simulator's own time in milliseconds. */
export interface Clock {
  now(): number;
  /** Does it go on with the real time? */
  readonly running: boolean;
  run(running: boolean): void;
  /** Puts it to an instant, earlier ones only after a reset. */
  set(at: number): void;
  /** Stands still until the answered function is called. */
  hold(): () => void;
}

/** Milliseconds of real time since something fixed; for rates and delays of this machine only. */
export function realTime(): number {
  return performance.now();
}

/** A clock at `start`, standing or running. */
export function createClock(start: number, running: boolean): Clock {
  let base = start;
  let since = realTime();
  let goes = running;
  let held = 0;
  const now = () => (goes && held === 0 ? base + Math.floor(realTime() - since) : base);
  const rebase = (at: number) => {
    base = at;
    since = realTime();
  };
  return {
    now,
    get running() {
      return goes;
    },
    run(wanted) {
      rebase(now());
      goes = wanted;
    },
    set: rebase,
    hold() {
      rebase(now());
      held += 1;
      return () => {
        rebase(now());
        held -= 1;
      };
    },
  };
}
