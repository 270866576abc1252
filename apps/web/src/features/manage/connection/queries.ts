import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { type CallSearch, linkApi } from "../../../api-link.ts";

const few = 20_000;

/** How the connection stands; asking for it asks DingTalk nothing. */
export const connectionQuery = queryOptions({
  queryKey: ["connection", "steps"],
  queryFn: linkApi.connection,
  staleTime: few,
});

/** This month's calls by day and kind. */
export const callSummaryQuery = queryOptions({
  queryKey: ["connection", "summary"],
  queryFn: linkApi.callSummary,
  staleTime: few,
});

/** The least permissions, and why each. */
export const scopesQuery = queryOptions({
  queryKey: ["connection", "scopes"],
  queryFn: linkApi.scopes,
  staleTime: few,
});

/** The pulls, twenty a page, the latest first. */
export const runsQuery = infiniteQueryOptions({
  queryKey: ["connection", "runs"],
  queryFn: ({ pageParam }) => linkApi.runs(pageParam),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  staleTime: few,
});

/** One pull with its batches. */
export function runQuery(id: string) {
  return queryOptions({ queryKey: ["connection", "run", id], queryFn: () => linkApi.run(id), staleTime: few });
}

/** The calls that are looked for, a hundred a page, the latest first. */
export function callsQuery(search: CallSearch) {
  return infiniteQueryOptions({
    queryKey: ["connection", "calls", search.path ?? "", search.outcome ?? "", search.day ?? ""],
    queryFn: ({ pageParam }) => linkApi.calls(search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: few,
  });
}

/** The rows set aside, fifty a page, the latest first. */
export const rejectedQuery = infiniteQueryOptions({
  queryKey: ["connection", "rejected"],
  queryFn: ({ pageParam }) => linkApi.rejected(pageParam),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  staleTime: few,
});

/** Reads a row that was set aside once more, or lists it no more. */
export function useEndRejected() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ row, act }: { readonly row: string; readonly act: "retry" | "dismiss" }) =>
      linkApi.endRejected(row, act),
    onSettled: () => client.invalidateQueries({ queryKey: ["connection"] }),
  });
}

/** Does again what failed of a pull. */
export function useRetryRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: linkApi.retryRun,
    onSettled: () => client.invalidateQueries({ queryKey: ["connection"] }),
  });
}
