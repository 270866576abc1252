import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { api } from "./api.ts";
import { phoneNow } from "./clock.ts";
import { onResume } from "./dingtalk.ts";
import { PickQueue, type QueueEntry } from "./pick-queue.ts";
import { refreshDays } from "./query-client.ts";

const place = "today.picks";

/** The picks of this phone that the server has not confirmed yet. */
export const pickQueue = new PickQueue({
  send: api.pick,
  withdraw: api.withdrawPick,
  load: () => localStorage.getItem(place),
  store: (text) => localStorage.setItem(place, text),
  now: phoneNow,
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

/** The picks on their way, oldest first. */
export function usePicksOnTheWay(): readonly QueueEntry[] {
  return useSyncExternalStore(pickQueue.subscribe, pickQueue.entries);
}

/** An id for a pick, made on the phone so that a repeat changes nothing. */
export function newPickId(): string {
  return crypto.randomUUID?.() ?? uuidFrom(crypto.getRandomValues(new Uint8Array(16)));
}

/** Keeps sending while the app is open; call it once, in the frame. */
export function useSending(): void {
  const client = useQueryClient();
  useEffect(() => {
    const retry = () => pickQueue.retry();
    retry();
    addEventListener("online", retry);
    const stops = [onResume(retry), refreshWhenSaved(client), () => removeEventListener("online", retry)];
    return () => stops.forEach((stop) => void stop());
  }, [client]);
}

function refreshWhenSaved(client: QueryClient): () => void {
  let seen = new Set<string>();
  return pickQueue.subscribe(() => {
    const entries = pickQueue.entries();
    const saved = entries.filter(({ state }) => state === "saved").map(({ pick }) => pick.id);
    const isOnTheWay = entries.some(({ state }) => state === "sending");
    if (!isOnTheWay && saved.some((id) => !seen.has(id))) void refreshDays(client);
    if (!isOnTheWay) seen = new Set(saved);
  });
}

// randomUUID only exists in secure contexts and newer web views.
function uuidFrom(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte, index) => {
    const fixed = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, "0");
  });
  const text = hex.join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}
