import { useSyncExternalStore } from "react";
import { api } from "./api.ts";
import { type AskEntry, AskQueue } from "./ask-queue.ts";
import { phoneWorld } from "./phone-world.ts";

/** The requests of this phone that the server has not confirmed yet. */
export const askQueue = new AskQueue({
  ...phoneWorld("today.asks"),
  send: api.ask,
  withdraw: api.withdrawRequest,
});

/** The requests on their way, oldest first. */
export function useAsksOnTheWay(): readonly AskEntry[] {
  return useSyncExternalStore(askQueue.subscribe, askQueue.entries);
}
