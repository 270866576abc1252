import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../api.ts";
import { askQueue } from "../../asking.ts";
import { type KeptToday, keepToday, keptToday } from "../../phone-cache.ts";
import { pickQueue } from "../../picking.ts";
import { stamp } from "../../server-time.ts";

const minute = 60_000;

const todayQuery = queryOptions({
  queryKey: ["today"],
  queryFn: async () => stamp(await api.today()),
  initialData: () => keptToday() ?? undefined,
  initialDataUpdatedAt: 0,
  staleTime: minute,
  refetchInterval: ({ state }) => {
    if (state.status === "error") return 10_000;
    return state.data?.freshness.state === "pulling" ? 3_000 : 5 * minute;
  },
  retry: false,
});

/** Today, from the phone at once where it is known, then from the server. */
export function useToday() {
  const query = useQuery(todayQuery);
  const { data, dataUpdatedAt } = query;
  useEffect(() => {
    if (data === undefined || dataUpdatedAt === 0) return;
    keepToday(data);
    pickQueue.settle(new Set(data.picks.map(({ id }) => id)));
    askQueue.settle(new Set(data.questions.flatMap(({ request }) => request?.id ?? [])));
  }, [data, dataUpdatedAt]);
  return query;
}

/** Asks for the shared pull of punches; what is new shows when it has come. */
export function usePull() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.pullShared,
    onSuccess: async ({ freshness }) => {
      client.setQueryData(todayQuery.queryKey, (today: KeptToday | undefined) => today && { ...today, freshness });
      await client.invalidateQueries({ queryKey: todayQuery.queryKey });
    },
  });
}

/** Puts back what was shown before a pick that is being undone, until the server has answered. */
export function useShowAgain(): (before: KeptToday) => void {
  const client = useQueryClient();
  return (before) => client.setQueryData(todayQuery.queryKey, before);
}

/** Asks for today once more. */
export function useAskAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: todayQuery.queryKey });
}
