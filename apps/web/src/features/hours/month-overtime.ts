import { queryOptions, useQuery } from "@tanstack/react-query";
import { monthApi } from "../../api-month.ts";

const fewMinutes = 5 * 60_000;

/** My overtime of a month, `2026-09`, against the limit. */
export function useMonthOvertime(month: string) {
  return useQuery(
    queryOptions({
      queryKey: ["hours", "overtime", month],
      queryFn: () => monthApi.overtime(month),
      staleTime: fewMinutes,
      retry: false,
    }),
  ).data;
}
