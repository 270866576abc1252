import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Visits } from "./api.ts";
import { type VisitSearch, visitApi } from "./api-visit.ts";
import { visitEn } from "./message/visit.en.ts";
import { visitZh } from "./message/visit.zh.ts";
import { type Message, useMessage } from "./message.ts";

/** One check-in, without coordinates. */
export type Visit = Visits["visits"][number];

/** The app's messages with those of 签到, `m["visit.title"]`; they come where check-ins are shown, in both languages. */
export type VisitWords = Message & typeof visitZh;

/** The words in the reader's language. */
export function useVisitWords(): VisitWords {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? visitZh : visitEn) };
}

const fewMinutes = 5 * 60_000;

/** Somebody's check-ins of a day, as far as the reader may see them; the first hundred. */
export function dayVisitsQuery(date: string, person: string) {
  return queryOptions({
    queryKey: ["visits", "day", date, person],
    queryFn: async () => (await visitApi.visits({ from: date, to: date, person })).visits,
    staleTime: fewMinutes,
  });
}

/** Check-ins in order of time, a hundred a page. */
export function visitsQuery(search: VisitSearch) {
  return infiniteQueryOptions({
    queryKey: ["visits", "list", search],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => visitApi.visits(search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: Visits) => next ?? undefined,
    staleTime: fewMinutes,
  });
}

/** Whether a project takes its people's check-ins, and since when. */
export function visitingQuery(project: string) {
  return queryOptions({ queryKey: ["visits", "taken", project], queryFn: () => visitApi.visiting(project) });
}
