import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type AppSettings, api, type Session } from "./api.ts";
import { closePage } from "./dingtalk.ts";
import { dropPhoneCache, keptSession } from "./phone-cache.ts";
import { forgetUnsent } from "./sending.ts";

/** Who is using the app; asking signs in silently where that is possible. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: api.session,
  initialData: () => keptSession() ?? undefined,
  initialDataUpdatedAt: 0,
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: ({ state }) => (state.dataUpdatedAt === 0 ? "always" : false),
  meta: { steady: true },
});

const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: api.settings,
  staleTime: Number.POSITIVE_INFINITY,
  meta: { steady: true },
});

/** The session, once there is one; null while it is being opened. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Whether somebody has people to look after: managers and HR. */
export function leadsPeople({ person: { roles } }: Session): boolean {
  return roles.includes("manager") || roles.includes("hr");
}

/** DingTalk's ids and the address of its attendance page; null until they are known. */
export function useSettings(): AppSettings | null {
  return useQuery(settingsQuery).data ?? null;
}

/** Puts the session that an answer brought where everybody reads it. */
export function useKeepSession(): (session: Session) => void {
  const client = useQueryClient();
  return useCallback((session) => client.setQueryData(sessionQuery.queryKey, session), [client]);
}

/** Signs out, forgets on this phone what belongs to the person, and leaves; inside DingTalk the next opening signs in again. */
export async function signOut(): Promise<void> {
  dropPhoneCache();
  forgetUnsent();
  await api.signOut();
  await closePage();
  location.replace("#/today");
  location.reload();
}
