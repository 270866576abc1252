import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Mended, worklogApi } from "../../../../api-worklog.ts";
import { isRunning } from "./run-progress.ts";

const few = 20_000;
const pollMs = 2_000;

/** A month of ours beside theirs, fifty worklogs a page; asked again while it is being read. */
export function comparisonQuery(target: string, month: string) {
  return infiniteQueryOptions({
    queryKey: ["target", target, "comparison", month],
    queryFn: ({ pageParam }) => worklogApi.comparison(target, month, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: few,
    refetchInterval: ({ state }) => (isRunning(state.data?.pages[0]?.run) ? pollMs : false),
  });
}

/** What can be compared. */
export const comparableQuery = queryOptions({
  queryKey: ["comparisons"],
  queryFn: worklogApi.comparable,
  staleTime: few,
});

/** Reads a month there. */
export function useCompare(target: string, month: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => worklogApi.compare(target, month),
    onSettled: () => client.invalidateQueries({ queryKey: ["target", target] }),
  });
}

/** Makes worklogs there what they are here; they are read back afterwards. */
export function useMend(target: string, month: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: Mended) => worklogApi.mend(target, month, which),
    onSettled: () => client.invalidateQueries({ queryKey: ["target", target] }),
  });
}
