import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { WorklogRetry } from "../../../../api.ts";
import { worklogApi } from "../../../../api-worklog.ts";
import { countsOf, firstPage, nextPage, type Shown } from "./filter.ts";

const few = 20_000;
const pollMs = 3_000;

/** A list of a target's worklogs, fifty a page, with the totals of all; asked again while some are under way. */
export function worklogsQuery(target: string, { filter, month }: Shown) {
  return infiniteQueryOptions({
    queryKey: ["target", target, "worklogs", filter, month],
    queryFn: ({ pageParam }) => worklogApi.list(target, { ...pageParam, ...(month === null ? {} : { month }) }),
    initialPageParam: firstPage(filter),
    getNextPageParam: ({ next }, _pages, page) => nextPage(filter, page, next),
    staleTime: few,
    refetchInterval: ({ state }) => (isMoving(state.data?.pages[0]?.totals) ? pollMs : false),
  });
}

function isMoving(totals: Parameters<typeof countsOf>[0] | undefined): boolean {
  return totals !== undefined && countsOf(totals).moving > 0;
}

/** Sends what is due now. */
export function usePush(target: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => worklogApi.push(target),
    onSettled: () => client.invalidateQueries({ queryKey: ["target"] }),
  });
}

/** Lets worklogs that did not arrive go again. */
export function useRetry(target: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: WorklogRetry) => worklogApi.retry(target, which),
    onSettled: () => client.invalidateQueries({ queryKey: ["target"] }),
  });
}
