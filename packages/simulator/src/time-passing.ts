import type { Clock } from "./clock.ts";
import type { Delivery } from "./events/delivery.ts";
import { punchEvent } from "./events/event.ts";
import { createPunchesAhead } from "./world/punches-ahead.ts";
import type { World } from "./world/world.ts";

/** Moments at which the clock has to halt: the host fires its schedules there. */
export interface Stops {
  /** The first moment after `after`, or null. */
  next(after: number): number | null;
  /** Does what is due at a moment; the clock goes on when it is done. */
  arrive(at: number): Promise<void>;
}

/** Lets time pass, moment by moment. */
export interface TimePassing {
  /** Moves a held clock to `target`, through everything that lies between. */
  advanceTo(target: number): Promise<void>;
  /** Does what became due while a running clock went on. */
  tick(): Promise<void>;
  stopAt(stops: Stops): () => void;
  /** Takes the clock's present position for the beginning, after it was set. */
  begin(): void;
}

interface Means {
  readonly clock: Clock;
  readonly world: World;
  readonly delivery: Delivery;
  readonly corpId: string;
}

export function createTimePassing({ clock, world, delivery, corpId }: Means): TimePassing {
  const halts = new Set<Stops>();
  const punchAhead = createPunchesAhead();
  let passed = clock.now();
  let turn: Promise<unknown> = Promise.resolve();
  const alone = <T>(task: () => Promise<T>): Promise<T> => {
    const next = turn.then(task, task);
    turn = next.catch(() => undefined);
    return next;
  };

  async function passTo(target: number, moveClock: (at: number) => void): Promise<void> {
    while (passed < target) {
      const { punches, until } = punchAhead(world, passed);
      const at = nextMoment(target, [punches[0]?.at ?? null, until]);
      const arrived = [...halts].filter((stops) => stops.next(passed) === at);
      moveClock(at);
      for (const { punch, person } of punches.filter((one) => one.at === at)) {
        delivery.push(punchEvent(punch, person, corpId));
      }
      await delivery.deliverDue();
      passed = at;
      for (const stops of arrived) await stops.arrive(at);
    }
  }

  function nextMoment(target: number, others: readonly (number | null)[]): number {
    const moments = [...halts].map((stops) => stops.next(passed)).concat(delivery.nextDue(), others);
    const ahead = moments.filter((moment): moment is number => moment !== null && moment > passed);
    return Math.min(target, ...ahead);
  }

  return {
    advanceTo: (target) =>
      alone(async () => {
        const release = clock.hold();
        try {
          passed = Math.min(passed, clock.now());
          await passTo(target, (at) => clock.set(Math.max(at, clock.now())));
        } finally {
          release();
        }
      }),
    tick: () =>
      alone(async () => {
        await passTo(clock.now(), () => undefined);
        await delivery.deliverDue();
      }),
    stopAt(stops) {
      halts.add(stops);
      return () => halts.delete(stops);
    },
    begin() {
      passed = clock.now();
    },
  };
}
