import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { type AccountRules, type Accounts, api } from "../../../api.ts";
import { type AccountSearch, peopleApi } from "../../../api-people.ts";

const room = ["manage", "accounts"] as const;

/** Accounts by user name, fifty a page, and how many there are of each state. */
export function accountsQuery(search: AccountSearch) {
  return infiniteQueryOptions({
    queryKey: [...room, "list", search],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => peopleApi.accounts(search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: Accounts) => next ?? undefined,
    // While one types the list stays; the accounts of another state never stand under this one.
    placeholderData: (before: InfiniteData<Accounts, string | undefined> | undefined) =>
      before?.pages[0]?.accounts[0]?.state === search.state ? before : undefined,
  });
}

/** By what accounts find their people, in order. */
export const rulesQuery = queryOptions({ queryKey: [...room, "rules"], queryFn: peopleApi.rules });

/** Up to twenty people by name or number; nobody is looked for without a word. */
export function foundPeopleQuery(q: string) {
  return queryOptions({
    queryKey: [...room, "people", q],
    queryFn: async () => (await api.people(q)).people,
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
}

/** Says whose an account is, or lets the rules say it. */
export function useAccountChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (write: () => Promise<void>) => write(),
    onSettled: () => Promise.all([room, ["target"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** Says by what accounts find their people. */
export function useSetRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: AccountRules) => peopleApi.setRules(input),
    onSettled: () => client.invalidateQueries({ queryKey: room }),
  });
}
