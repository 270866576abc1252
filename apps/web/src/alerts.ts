import { useQuery } from "@tanstack/react-query";
import { type Alert, api, type NoticeView } from "./api.ts";

const rarely = 5 * 60_000;

/** What the reader should know by now: overtime near the limit, budgets near their end. */
export function useAlerts(): readonly Alert[] {
  return useTold()?.alerts ?? [];
}

/** Whose leave takes hours from projects that the reader manages, newest first. */
export function useNotices(): readonly NoticeView[] {
  return useTold()?.notices ?? [];
}

function useTold() {
  return useQuery({ queryKey: ["alerts"], queryFn: api.alerts, staleTime: rarely, retry: false }).data;
}
