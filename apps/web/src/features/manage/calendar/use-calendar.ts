import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { CalendarFile, CalendarYear, DayOverride } from "../../../api.ts";
import { monthApi } from "../../../api-month.ts";
import { refreshDays } from "../../../query-client.ts";
import { yearQuery } from "../work-date.ts";

/** Says what kind a day is; the year it answers is shown at once, and days everywhere may be others now. */
export function useSetDay() {
  const keep = useKeepYear();
  return useMutation({
    mutationFn: ({ date, ...input }: DayOverride & { readonly date: WorkDate }) => monthApi.setDay(date, input),
    onSuccess: keep,
  });
}

/** Puts a file in the place of a year. */
export function useSetYear(year: number) {
  const keep = useKeepYear();
  return useMutation({ mutationFn: (file: CalendarFile) => monthApi.setYear(year, file), onSuccess: keep });
}

function useKeepYear() {
  const client = useQueryClient();
  return (view: CalendarYear) => {
    client.setQueryData(yearQuery(view.year).queryKey, view);
    void refreshDays(client);
  };
}
