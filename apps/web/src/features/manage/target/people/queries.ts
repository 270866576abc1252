import { type InfiniteData, infiniteQueryOptions } from "@tanstack/react-query";
import type { RemotePeople } from "../../../../api.ts";
import { linkApi, type RemotePeopleSearch } from "../../../../api-target-link.ts";

type Pages = InfiniteData<RemotePeople, string | undefined>;

/** Their people by user name, fifty a page, and how many there are of each state. */
export function remotePeopleQuery(target: string, search: RemotePeopleSearch) {
  return infiniteQueryOptions({
    queryKey: ["target", target, "link", "people", search],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => linkApi.people(target, search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: RemotePeople) => next ?? undefined,
    // While one types the list stays; people of another state never stand under this one.
    placeholderData: (before: Pages | undefined) =>
      before?.pages[0]?.people[0]?.state === search.state ? before : undefined,
  });
}
