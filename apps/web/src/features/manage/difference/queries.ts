import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { DifferenceAnswer } from "../../../api.ts";
import { differenceApi } from "../../../api-difference.ts";
import { type Difference, type DifferenceState, isAt, type Place } from "./difference.ts";
import { firstWindow, nextWindow } from "./windows.ts";

const few = 20_000;

/** The differences of a state, newest day first, fifty a page. */
export function differencesQuery(state: DifferenceState, today: WorkDate) {
  return infiniteQueryOptions({
    queryKey: ["difference", "list", state, today],
    queryFn: ({ pageParam }) => differenceApi.list({ state, ...pageParam }),
    initialPageParam: firstWindow(today),
    getNextPageParam: ({ next }, _pages, window) => nextWindow(today, window, next),
    staleTime: few,
  });
}

/** One difference, in whichever state it is by now; null when there is none any more. */
export function differenceQuery(place: Place) {
  return queryOptions({
    queryKey: ["difference", "one", place.date, place.person, place.figure],
    queryFn: () => find(place),
    staleTime: few,
  });
}

/** Accepts a difference with a reason, or with none opens it again. */
export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: DifferenceAnswer) => differenceApi.answer(input),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["difference"] }),
        client.invalidateQueries({ queryKey: ["period"] }),
      ]),
  });
}

/** Begins a comparison of everybody. */
export function useCompare() {
  return useMutation({ mutationFn: differenceApi.compare });
}

async function find(place: Place): Promise<Difference | null> {
  for (const state of ["open", "accepted", "mended"] as const) {
    let cursor: string | undefined;
    do {
      const page = await differenceApi.list({ state, from: place.date, to: place.date, cursor });
      const found = page.differences.find((one) => isAt(one, place));
      if (found !== undefined) return found;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return null;
}
