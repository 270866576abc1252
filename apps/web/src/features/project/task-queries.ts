import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ProjectTaskInput, TaskDrafts } from "../../api.ts";
import { linkApi } from "../../api-target-link.ts";
import { isOnItsWay } from "./task-draft.ts";

const pollMs = 3_000;

/** Tasks that were made of a project, the newest first, fifty a page; asked again while one is on its way. */
export function tasksMadeQuery(project: string) {
  return infiniteQueryOptions({
    queryKey: ["project", "tasks", project],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => linkApi.tasksMade(project, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: TaskDrafts) => next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ tasks }) => tasks.some(isOnItsWay)) === true ? pollMs : false,
  });
}

/** Has a task made, or one that failed tried anew. */
export type TaskAct = { readonly make: ProjectTaskInput } | { readonly retry: string; readonly targetId: string };

/** Does it, and looks at the tasks anew whatever comes of it. */
export function useTaskAct(project: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: TaskAct) =>
      "make" in act ? linkApi.makeTask(project, act.make) : linkApi.retryTask(project, act.retry, act.targetId),
    onSettled: () => client.invalidateQueries({ queryKey: tasksMadeQuery(project).queryKey }),
  });
}
