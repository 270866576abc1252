import { readPending, type WorkerDoor } from "./worker-door.ts";

const POLL_MS = 20;
const CALM_POLLS = 3;
const STUCK_MS = 20_000;

/**
 * Waits until the worker has nothing left to do, told of the count on the way; answers what is left
 * if that has not changed for twenty seconds, for instance because the month's calls are used up.
 */
export async function drain(door: WorkerDoor, tell: (pending: number) => void = () => {}): Promise<number> {
  let calm = 0;
  let [seen, since] = [-1, performance.now()];
  while (calm < CALM_POLLS) {
    await new Promise((done) => setTimeout(done, POLL_MS));
    const pending = await readPending(door);
    // A message may be on its way although nothing is written yet: nothing must be left several times in a row.
    calm = pending === 0 ? calm + 1 : 0;
    if (pending !== seen) [seen, since] = [pending, performance.now()];
    else if (pending > 0 && performance.now() - since > STUCK_MS) return pending;
    tell(pending);
  }
  return 0;
}
