import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Target, TargetChange, TargetRuns } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { ApiProblem } from "../../../problem.ts";

const few = 20_000;
const day = 24 * 3_600_000;
const pollMs = 3_000;

/** The products that can be connected. */
export const connectorsQuery = queryOptions({
  queryKey: ["connectors"],
  queryFn: targetApi.connectors,
  staleTime: day,
});

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

/** What is done to a target without a body: look again, read, push, part with it. */
export function useAct(id: string, act: "check" | "read" | "pushNow" | "retryAll" | "remove") {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => targetApi[act](id),
    onSettled: () => client.invalidateQueries({ queryKey: ["target"] }),
  });
}
