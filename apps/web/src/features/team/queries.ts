import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { api } from "../../api.ts";
import { refreshDays } from "../../query-client.ts";
import { stamp } from "../../server-time.ts";

const minute = 60_000;

/** Who is on what on a date; null is today. */
export function teamQuery(date: WorkDate | null) {
  return queryOptions({
    queryKey: ["team", date],
    queryFn: async () => stamp(await api.team(date ?? undefined)),
    refetchInterval: ({ state }) => (state.data?.freshness.state === "pulling" ? 3_000 : 5 * minute),
  });
}

/** Asks for the shared pull of punches. */
export function usePull() {
  const client = useQueryClient();
  return useMutation({ mutationFn: api.pullShared, onSettled: () => refreshDays(client) });
}
