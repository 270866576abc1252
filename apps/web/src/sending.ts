import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { askQueue } from "./asking.ts";
import { onResume } from "./dingtalk.ts";
import { noticeQueue } from "./noticing.ts";
import { pickQueue } from "./picking.ts";
import { refreshDays } from "./query-client.ts";

const queues = [noticeQueue, pickQueue, askQueue] as const;
type Queue = (typeof queues)[number];

/** Keeps sending while the app is open; call it once, in the frame. */
export function useSending(): void {
  const client = useQueryClient();
  useEffect(() => {
    const retry = () => queues.forEach((queue) => void queue.retry());
    retry();
    addEventListener("online", retry);
    const refreshers = queues.map((queue) => refreshWhenSaved(client, queue));
    const stops = [onResume(retry), ...refreshers, () => removeEventListener("online", retry)];
    return () => stops.forEach((stop) => void stop());
  }, [client]);
}

/** Forgets what waits to be sent: somebody else uses this phone now, or nobody. */
export function forgetUnsent(): void {
  for (const queue of queues) queue.clear();
}

function refreshWhenSaved(client: QueryClient, queue: Queue): () => void {
  let seen = new Set<string>();
  return queue.subscribe(() => {
    const entries: readonly { readonly item: { readonly id: string }; readonly state: string }[] = queue.entries();
    const saved = entries.filter(({ state }) => state === "saved").map(({ item }) => item.id);
    const isOnTheWay = entries.some(({ state }) => state === "sending");
    if (!isOnTheWay && saved.some((id) => !seen.has(id))) void refreshDays(client);
    if (!isOnTheWay) seen = new Set(saved);
  });
}
