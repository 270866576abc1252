import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { api, type DayDetail } from "../../api.ts";
import { refreshDays } from "../../query-client.ts";
import { type Stamped, stamp } from "../../server-time.ts";
import { send, type Wish } from "./saving.ts";

/** A day with everything that stands behind it, and when it was told. */
export type StampedDay = DayDetail & Stamped;

/** The day to be divided, one's own or `person`'s; null is the day that is today by the server, at 05:00 a night shift's. */
export function splitDayQuery(date: WorkDate | null, person: string | null) {
  return queryOptions({
    queryKey: ["split", date ?? "today", person],
    queryFn: async (): Promise<StampedDay> =>
      stamp(await api.day(date ?? (await api.today()).date, person ?? undefined)),
    staleTime: 0,
  });
}

/** Sends what was wished for a day; afterwards every page asks again for what it shows. */
export function useSave(date: WorkDate) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => send(api, date, wish),
    onSuccess: () => void refreshDays(client),
  });
}
