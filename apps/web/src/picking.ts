import { useSyncExternalStore } from "react";
import { api } from "./api.ts";
import { phoneWorld } from "./phone-world.ts";
import { PickQueue, type QueueEntry } from "./pick-queue.ts";

/** The picks of this phone that the server has not confirmed yet. */
export const pickQueue = new PickQueue({
  ...phoneWorld("today.picks"),
  send: api.pick,
  withdraw: api.withdrawPick,
});

/** The picks on their way, oldest first. */
export function usePicksOnTheWay(): readonly QueueEntry[] {
  return useSyncExternalStore(pickQueue.subscribe, pickQueue.entries);
}
