import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { api, type RemoteProjects, type RemoteTasks } from "../../../../api.ts";
import { linkApi, type RemoteProjectSearch } from "../../../../api-target-link.ts";
import { phoneNow } from "../../../../clock.ts";
import { likelyFor, type Pair, pairsOf, type RemoteProject } from "./pairs.ts";

const pollMs = 3_000;
const watchMs = 60_000;
const mostPages = 40;
const room = (target: string) => ["target", target, "link"] as const;

/** Ours with theirs; of theirs all that are somebody's, however many pages. */
export function pairsQuery(target: string) {
  return queryOptions({
    queryKey: [...room(target), "pairs"],
    queryFn: async () => {
      const [{ projects }, linked] = await Promise.all([api.projects("all"), readLinked(target)]);
      return pairsOf(projects, linked);
    },
  });
}

async function readLinked(target: string): Promise<readonly RemoteProject[]> {
  const all: RemoteProject[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { projects, next } = await linkApi.projects(target, { linked: true }, cursor);
    all.push(...projects);
    if (next === null) break;
    cursor = next;
  }
  return all;
}

/** Theirs by name, fifty a page. */
export function theirsQuery(target: string, search: RemoteProjectSearch) {
  return infiniteQueryOptions({
    queryKey: [...room(target), "theirs", search],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => linkApi.projects(target, search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: RemoteProjects) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Which of theirs looks like a project of ours that has none; null for none. */
export function likelyQuery(target: string, { project, remote }: Pair) {
  return queryOptions({
    queryKey: [...room(target), "likely", project.id],
    queryFn: async () => {
      const words = [project.code, project.name, project.shortName].filter((word) => word !== "");
      const pages = await Promise.all(words.map((q) => linkApi.projects(target, { q: q.slice(0, 64) })));
      return likelyFor(
        project,
        pages.flatMap(({ projects }) => projects),
      );
    },
    enabled: remote === null,
  });
}

/** Where the hours of one of ours go, at every target, with the names. */
export function destinationsQuery(target: string, project: string) {
  return queryOptions({
    queryKey: [...room(target), "destinations", project],
    queryFn: async () => (await linkApi.destinations(project)).destinations,
  });
}

interface TaskSearch {
  readonly project: string;
  readonly q: string | undefined;
  /** Up to when the tasks there are known; null before they were read. */
  readonly asOf: string | null;
}

/** Open tasks of one of theirs by title, fifty a page. */
export function tasksQuery(target: string, { project, q, asOf }: TaskSearch) {
  return infiniteQueryOptions({
    queryKey: [...room(target), "tasks", project, q, asOf],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => linkApi.tasks(target, { project, q }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: RemoteTasks) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Looks again for a minute, while tasks of a project that was just chosen are being read. */
export function useWatchTasks(target: string, isUnread: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isUnread) return;
    const until = phoneNow() + watchMs;
    const timer = setInterval(() => {
      if (phoneNow() > until) return clearInterval(timer);
      void client.invalidateQueries({ queryKey: pairsQuery(target).queryKey });
    }, pollMs);
    return () => clearInterval(timer);
  }, [client, target, isUnread]);
}

/** Writes something of a target; whatever comes of it, what is shown of it is asked for anew. */
export function useLinkChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (write: () => Promise<unknown>) => write(),
    onSettled: () => client.invalidateQueries({ queryKey: ["target"] }),
  });
}
