import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type HookChangeInput, type HookInput, type ReplayInput } from "../../../../api.ts";
import { hookApi } from "../../../../api-hook.ts";
import type { Filter } from "./hook-text.ts";

const all = ["hooks"] as const;
const pollMs = 5_000;

/** Every hook, the newest first, with what there is to tell. */
export const hooksQuery = queryOptions({ queryKey: [...all, "list"], queryFn: hookApi.hooks });

/** What a hook was told, the newest first; asked again while some are on their way. */
export function deliveriesQuery(hook: string, filter: Filter) {
  const state = filter === "all" ? undefined : filter;
  return infiniteQueryOptions({
    queryKey: [...all, hook, "deliveries", filter],
    queryFn: ({ pageParam }) => hookApi.deliveries(hook, { state, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state: { data } }) =>
      data?.pages[0]?.deliveries.some((one) => one.state === "waiting" || one.state === "sending") ? pollMs : false,
  });
}

const projectsQuery = queryOptions({
  queryKey: [...all, "projects"],
  queryFn: async () => (await api.projects("all")).projects,
});

/** The company's projects, as far as they are known. */
export function useProjects() {
  return useQuery(projectsQuery).data ?? [];
}

/** Whatever is done to hooks, all of them are read anew afterwards. */
function useHookAct<Input, Answer>(act: (input: Input) => Promise<Answer>, onSuccess?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    ...(onSuccess === undefined ? {} : { onSuccess }),
    onSettled: () => client.invalidateQueries({ queryKey: all }),
    // A secret that nobody may see again is not kept by the page either.
    gcTime: 0,
  });
}

export const useMakeHook = () => useHookAct((input: HookInput) => hookApi.make(input));
export const useChangeHook = (hook: string) => useHookAct((input: HookChangeInput) => hookApi.change(hook, input));
/** Removes a hook; `onGone` is called while its page still stands. */
export const useRemoveHook = (hook: string, onGone: () => void) => useHookAct(() => hookApi.remove(hook), onGone);
export const useRotateSecret = (hook: string) => useHookAct(() => hookApi.rotate(hook));
export const useTestHook = (hook: string) => useHookAct(() => hookApi.test(hook));
export const useReplay = (hook: string) => useHookAct((input: ReplayInput) => hookApi.replay(hook, input));
