import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { api } from "../../../api.ts";
import { monthApi } from "../../../api-month.ts";
import { stamp } from "../../../server-time.ts";

/** The periods of the last year and all that were ever moved, newest first. */
export const periodsQuery = queryOptions({
  queryKey: ["period", "list"],
  queryFn: async () => stamp(await monthApi.periods()),
});

/** One period with what is left to do in it. */
export function periodQuery(id: string) {
  return queryOptions({
    queryKey: ["period", "one", id],
    queryFn: async () => stamp(await monthApi.period(id)),
  });
}

/** A period's people with their figures, and its adjustments. */
export function sheetQuery(id: string) {
  return queryOptions({ queryKey: ["period", "sheet", id], queryFn: () => monthApi.sheet(id) });
}

/** Somebody's day with its punches and what was asked about it. */
export function evidenceQuery(person: string, date: WorkDate) {
  return queryOptions({
    queryKey: ["period", "evidence", person, date],
    queryFn: () => monthApi.evidence(person, date),
  });
}

/** Somebody's days with the projects they may book on them; asked for each time they are to be changed. */
export function personDaysQuery(person: string, dates: readonly WorkDate[]) {
  return queryOptions({
    queryKey: ["period", "days", person, dates],
    queryFn: () => Promise.all(dates.map((date) => api.day(date, person))),
    staleTime: 0,
  });
}

/** Up to twenty people by name or number; nobody is looked for without a word. */
export function peopleQuery(q: string) {
  return queryOptions({
    queryKey: ["period", "people", q],
    placeholderData: keepPreviousData,
    queryFn: async () => (await api.people(q)).people,
    enabled: q !== "",
  });
}
