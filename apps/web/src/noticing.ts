import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { api, type PrivacyNotice, type Session } from "./api.ts";
import { type NoticeEntry, NoticeQueue } from "./notice-queue.ts";
import { keepNotice, keepSession, keptNotice, keptSession } from "./phone-cache.ts";
import { newId, phoneWorld } from "./phone-world.ts";

/** The answers of this phone that the server has not confirmed yet. */
export const noticeQueue = new NoticeQueue({
  ...phoneWorld("today.answers"),
  send: api.answerPrivacy,
  withdraw: async () => {},
});

/** What is told of one's data; the phone keeps it to be read without a network. */
export const noticeQuery = {
  queryKey: ["privacy"],
  queryFn: async (): Promise<PrivacyNotice> => {
    const notice = await api.privacy();
    keepNotice(notice);
    return notice;
  },
  initialData: () => keptNotice() ?? undefined,
  initialDataUpdatedAt: 0,
  meta: { steady: true },
};

/** Answers the notice; it counts at once and is sent as soon as it can be. */
export function answerNotice({ version, basis }: PrivacyNotice, location: boolean): void {
  noticeQueue.add({ id: newId(), version, basis, location });
}

/** My last answer as long as it is on its way or was refused. */
export function useAnswerOnTheWay(): NoticeEntry | null {
  return useSyncExternalStore(noticeQueue.subscribe, noticeQueue.entries).at(-1) ?? null;
}

/** Whether the notice is to be shown before anything else. What was answered on this phone counts until the server says otherwise. */
export function useIsNoticeDue({ notice }: Session): boolean {
  const client = useQueryClient();
  const entry = useAnswerOnTheWay();
  useEffect(() => {
    if (entry?.state === "saved") receive(client, entry);
    // What it answered is no longer what is told.
    if (entry?.state === "refused") void client.invalidateQueries({ queryKey: noticeQuery.queryKey });
  }, [entry, client]);
  if (entry !== null) return entry.state === "refused";
  return notice === "first" || notice === "changed";
}

function receive(client: QueryClient, { view, item }: Extract<NoticeEntry, { state: "saved" }>): void {
  keepNotice(view);
  client.setQueryData(noticeQuery.queryKey, view);
  client.setQueryData<Session>(["session"], (before) => before && { ...before, notice: "answered" });
  const session = keptSession();
  if (session !== null) keepSession({ ...session, notice: "answered" });
  noticeQueue.settle(new Set([item.id]));
}
