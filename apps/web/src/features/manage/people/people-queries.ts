import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import type { PeoplePage } from "../../../api-month.ts";
import { monthApi } from "../../../api-month.ts";
import { refreshDays } from "../../../query-client.ts";

const fewMinutes = 5 * 60_000;

/** People with their terms, fifty at a time. */
export function termsQuery(q: string) {
  return infiniteQueryOptions({
    ...pagesOf("terms", q, monthApi.terms),
  });
}

/** People with their rates, fifty at a time; for finance alone. */
export function ratesQuery(q: string) {
  return infiniteQueryOptions({
    ...pagesOf("rates", q, monthApi.rates),
  });
}

function pagesOf<Page extends { readonly next: string | null }>(
  what: string,
  q: string,
  read: (page: PeoplePage) => Promise<Page>,
) {
  return {
    queryKey: ["manage", "people", what, "pages", q],
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      read({ ...(q === "" ? {} : { q }), ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Page) => next,
    placeholderData: keepPreviousData,
  };
}

/** One person's terms; null for somebody unknown. */
export function personTermsQuery(id: string) {
  return queryOptions({
    queryKey: ["manage", "people", "terms", "one", id],
    queryFn: async () => (await monthApi.terms({ q: id })).people.find(({ person }) => person.id === id) ?? null,
  });
}

/** One person's rates; null for somebody unknown. */
export function personRatesQuery(id: string) {
  return queryOptions({
    queryKey: ["manage", "people", "rates", "one", id],
    queryFn: async () => (await monthApi.rates({ q: id })).people.find(({ person }) => person.id === id) ?? null,
  });
}

/** One person's overtime of a month. */
export function overtimeQuery(month: string, person: string) {
  return queryOptions({
    queryKey: ["manage", "people", "overtime", month, person],
    queryFn: () => monthApi.overtime(month, person),
    staleTime: fewMinutes,
  });
}

/** Everybody's overtime of a month, those nearest the limit first. */
export function overtimePeopleQuery(month: string) {
  return queryOptions({
    queryKey: ["manage", "people", "overtime", month],
    queryFn: () => monthApi.overtimePeople(month),
    staleTime: fewMinutes,
  });
}

/** Says or takes back something dated about a person; days and sums may be others then. */
export function useDatedChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (write: () => Promise<void>) => write(),
    onSettled: () => refreshDays(client),
  });
}
