import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Target, TargetChange, TargetInput, TargetRuns } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import type { Language } from "../../../format.ts";
import { ApiProblem } from "../../../problem.ts";
import type { Product } from "./setting-draft.ts";
import { readSteps } from "./steps.ts";

const few = 20_000;
const hour = 3_600_000;
const day = 24 * hour;
const pollMs = 3_000;

/** The products that can be connected. */
export const connectorsQuery = queryOptions({
  queryKey: ["connectors"],
  queryFn: targetApi.connectors,
  staleTime: day,
});

/** Every product, as far as they are known already. */
export function useProducts(): readonly Product[] {
  return useQuery(connectorsQuery).data?.connectors ?? [];
}

/** What a product is called; `""` until it is known. */
export function titleOf(products: readonly Product[], kind: string, language: Language): string {
  return products.find((one) => one.kind === kind)?.title[language] ?? "";
}

/** What is connected, the oldest first. */
export const targetsQuery = queryOptions({
  queryKey: ["target", "all"],
  queryFn: targetApi.targets,
  staleTime: few,
});

/** One of them; everything of it lies under `["target", id]`. */
export function targetQuery(id: string) {
  return queryOptions({ queryKey: ["target", id, "itself"], queryFn: () => targetApi.target(id), staleTime: few });
}

/** What the product offers for its settings; it is asked once, while they are open. */
export function offersQuery(id: string) {
  return queryOptions({
    queryKey: ["target-offers", id],
    queryFn: () => targetApi.check(id),
    staleTime: hour,
    retry: false,
  });
}

/** Which states tasks have there, for the settings. */
export function statesQuery(id: string) {
  return queryOptions({ queryKey: ["target", id, "states"], queryFn: () => targetApi.states(id), staleTime: few });
}

/** What leaves next, with the totals of all hours there. */
export function dueQuery(id: string) {
  return queryOptions({ queryKey: ["target", id, "due"], queryFn: () => targetApi.due(id), staleTime: few });
}

/** How far its linking is. */
export function stepsQuery(id: string) {
  return queryOptions({ queryKey: ["target", id, "steps"], queryFn: () => readSteps(id), staleTime: few });
}

/** Its last readings, asked again while one is under way. */
export function runsQuery(id: string) {
  return queryOptions({
    queryKey: ["target", id, "runs"],
    queryFn: () => targetApi.runs(id, "read"),
    staleTime: few,
    refetchInterval: ({ state }) => (isReading(state.data) ? pollMs : false),
  });
}

/** Whether a reading is under way. */
export function isReading(runs: TargetRuns | undefined): boolean {
  return runs?.runs.some(({ kind, state }) => kind === "read" && state === "running") ?? false;
}

/** Changes a target; after a conflict what holds now is shown. */
export function useChange(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: TargetChange) => targetApi.change(id, change),
    onSuccess: (target) => client.setQueryData(targetQuery(id).queryKey, target),
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === "version-conflict" && error.current !== undefined)
        client.setQueryData(targetQuery(id).queryKey, error.current as Target);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["target"] }),
  });
}

/** Connects a product; who we are there and what they have is asked for at once, and what comes of that is told on its page. */
export function useConnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: TargetInput) => {
      const target = await targetApi.connect(input);
      await targetApi.check(target.id).catch(() => undefined);
      await targetApi.read(target.id).catch(() => undefined);
      return target;
    },
    // Secrets are not kept by the page either.
    gcTime: 0,
    onSettled: () => client.invalidateQueries({ queryKey: ["target"] }),
  });
}

/** Something that is done to a target: `useAct(id, targetApi.pushNow)`; `onDone` also when what asked for it is gone from the page. */
export function useAct<Answer>(id: string, act: (target: string) => Promise<Answer>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => act(id),
    onSuccess: () => onDone?.(),
    onSettled: () => client.invalidateQueries({ queryKey: ["target"] }),
  });
}
