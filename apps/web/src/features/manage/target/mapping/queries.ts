import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  api,
  type MappingInput,
  type MappingPreviewInput,
  type MappingRollbackInput,
  type MappingVersions,
} from "../../../../api.ts";
import { mappingApi } from "../../../../api-mapping.ts";
import { targetApi } from "../../../../api-target.ts";

const few = 20_000;
const fewMinutes = 10 * 60_000;

/** How the fields at a target are filled. */
export function mappingQuery(target: string) {
  return queryOptions({
    queryKey: ["target", target, "mapping", "now"],
    queryFn: () => targetApi.mapping(target),
    staleTime: few,
  });
}

/** Its versions, fifty a page, the newest first. */
export function versionsQuery(target: string) {
  return infiniteQueryOptions({
    queryKey: ["target", target, "mapping", "versions"],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => mappingApi.versions(target, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: MappingVersions) => next ?? undefined,
    staleTime: few,
  });
}

/** What rules make of a real record; while the next answer comes the last one stays. */
export function previewQuery(target: string, input: MappingPreviewInput) {
  return queryOptions({
    queryKey: ["target", target, "mapping", "preview", input],
    queryFn: () => mappingApi.preview(target, input),
    placeholderData: keepPreviousData,
    staleTime: fewMinutes,
    gcTime: fewMinutes,
  });
}

/** Every project with its names, for records that name one. */
export const projectNamesQuery = queryOptions({
  queryKey: ["target-projects"],
  queryFn: async () => (await api.projects("all")).projects,
  staleTime: fewMinutes,
});

/** Saves rules as a version, or has an earlier one hold again. A conflict has the newest fetched. */
export function useSaving(target: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: MappingInput | MappingRollbackInput) =>
      "to" in wish ? mappingApi.rollBack(target, wish) : mappingApi.save(target, wish),
    onSuccess: (mapping) => client.setQueryData(mappingQuery(target).queryKey, mapping),
    onSettled: () => client.invalidateQueries({ queryKey: ["target"] }),
  });
}
