import type { PickView } from "./api.ts";
import { type QueueWorld, SendQueue, type Sent } from "./send-queue.ts";

/** What waits on the phone to be sent, and nothing else. `from` is a clock time, null for the whole day. */
export interface QueuedPick {
  readonly id: string;
  readonly projectId: string;
  readonly date: string;
  readonly from: string | null;
}

/** A pick on its way. */
export type QueueEntry = Sent<QueuedPick, PickView>;

/** The picks of this phone. One for a whole day replaces what still waits for that day. */
export class PickQueue extends SendQueue<QueuedPick, PickView> {
  constructor(world: QueueWorld<QueuedPick, PickView>) {
    super(world, {
      isItem: isPick,
      replaces: (added, old) => added.some(({ from, date }) => from === null && date === old.date),
    });
  }
}

function isPick(value: unknown): value is QueuedPick {
  const { id, projectId, date, from } = (value ?? {}) as Record<string, unknown>;
  return [id, projectId, date].every((one) => typeof one === "string") && (from === null || typeof from === "string");
}
