import { queryOptions, useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { api } from "../../api.ts";
import { monthApi } from "../../api-month.ts";
import { keptToday } from "../../phone-cache.ts";

const fewMinutes = 10 * 60_000;

const workDateQuery = queryOptions({
  queryKey: ["manage", "today"],
  queryFn: async () => (await api.today()).date,
  initialData: () => keptToday()?.date,
  initialDataUpdatedAt: 0,
  staleTime: fewMinutes,
});

/** Which work date it is by the server, `2026-09-17`; null until it is known. */
export function useWorkDate(): WorkDate | null {
  return useQuery(workDateQuery).data ?? null;
}

/** One year's calendar. */
export function yearQuery(year: number) {
  return queryOptions({ queryKey: ["manage", "calendar", year], queryFn: () => monthApi.calendar(year) });
}

/** The first day that is not closed, for what may only reach into open days; null when nothing is closed, or until it is known. */
export function useOpenFrom(today: WorkDate | null): WorkDate | null {
  const year = Number(today?.slice(0, 4));
  return useQuery({ ...yearQuery(year), enabled: today !== null }).data?.openFrom ?? null;
}
