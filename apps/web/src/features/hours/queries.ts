import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { api, type SplitInput } from "../../api.ts";
import type { Period } from "../../period.ts";
import { refreshDays } from "../../query-client.ts";
import { stamp } from "../../server-time.ts";
import { isRunning } from "../../ui/drawn-day.ts";

// A running day goes on by itself; now and then somebody punches.
const often = 5 * 60_000;

/** Which work date it is, by the server: at 05:00 a night shift's is yesterday. */
export const todayQuery = queryOptions({
  queryKey: ["hours", "today"],
  queryFn: async () => {
    const { date, now } = await api.today();
    return stamp({ date, now });
  },
});

/** My days of a period. */
export function daysQuery({ first, last }: Period) {
  return queryOptions({
    queryKey: ["hours", "days", first, last],
    queryFn: async () => stamp(await api.workdays({ from: first, to: last })),
    refetchInterval: ({ state }) => (state.data?.workdays.some(isRunning) ? often : false),
  });
}

/** One day with everything behind it, mine or `person`'s. */
export function dayQuery(date: WorkDate, person: string | null) {
  return queryOptions({
    queryKey: ["hours", "day", date, person],
    queryFn: async () => stamp(await api.day(date, person ?? undefined)),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data.workday) ? often : false),
  });
}

/** Somebody's name, for the head of their day. */
export function personQuery(person: string) {
  return queryOptions({
    queryKey: ["hours", "person", person],
    queryFn: async () => (await api.people(person)).people.find(({ id }) => id === person) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { steady: true },
  });
}

/** Saves a split of one of my days; no parts take it back. */
export function useSaveSplit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ date, split }: { date: WorkDate; split: SplitInput }) => api.saveSplit(date, split),
    onSettled: () => refreshDays(client),
  });
}

/** The managers of a project, who answer what is asked about it; it fails where they are not told. */
export function answererQuery(project: string | null) {
  return queryOptions({
    queryKey: ["hours", "answerer", project],
    queryFn: async () => (await api.project(project ?? "")).managers,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    meta: { steady: true },
  });
}
