import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { monthApi } from "../../api-month.ts";
import { keptToday } from "../../phone-cache.ts";
import type { MonthRange } from "./month-range.ts";

const minute = 60_000;

/** What each project has cost in some months. */
export function costsQuery({ from, to }: MonthRange) {
  return queryOptions({
    queryKey: ["cost", "all", from, to],
    queryFn: () => monthApi.costs({ from, to }),
    placeholderData: keepPreviousData,
    staleTime: 5 * minute,
  });
}

/** What one project has cost, person by person. */
export function projectCostsQuery(project: string, { from, to }: MonthRange) {
  return queryOptions({
    queryKey: ["cost", "one", project, from, to],
    queryFn: () => monthApi.projectCosts(project, { from, to }),
    placeholderData: keepPreviousData,
    staleTime: 5 * minute,
  });
}

/** Which work date it is, by the server. */
export const costTodayQuery = queryOptions({
  queryKey: ["cost", "today"],
  queryFn: async () => (await api.today()).date,
  initialData: () => keptToday()?.date,
  initialDataUpdatedAt: 0,
  staleTime: 10 * minute,
});
