import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type ProjectBrief, type Session } from "../../api.ts";
import { keptToday } from "../../phone-cache.ts";
import { sessionQuery, useKeepSession } from "../../session.ts";

/** The projects that I may book today: one of them can be the default. */
export const bookableQuery = queryOptions({
  queryKey: ["me", "bookable"],
  queryFn: async (): Promise<ProjectBrief[]> => (await api.today()).projects,
  initialData: () => keptToday()?.projects,
  initialDataUpdatedAt: 0,
});

/** Changes the default project, null for none; it shows at once and goes back where it could not be saved. */
export function useDefaultProject() {
  const client = useQueryClient();
  const keep = useKeepSession();
  const show = (defaultProject: string | null) =>
    client.setQueryData(
      sessionQuery.queryKey,
      (session: Session | undefined) => session && { ...session, defaultProject },
    );
  return useMutation({
    mutationFn: api.setDefaultProject,
    onMutate: (wish) => {
      const before = client.getQueryData(sessionQuery.queryKey)?.defaultProject ?? null;
      show(wish);
      return before;
    },
    onSuccess: keep,
    onError: (_error, _wish, before) => show(before ?? null),
    onSettled: () => client.invalidateQueries({ queryKey: ["today"] }),
  });
}
