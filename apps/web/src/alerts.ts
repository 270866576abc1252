import { useQuery } from "@tanstack/react-query";
import { type Alert, api } from "./api.ts";

const rarely = 5 * 60_000;

/** What the reader should know by now: overtime near the limit, budgets near their end. */
export function useAlerts(): readonly Alert[] {
  return useQuery({ queryKey: ["alerts"], queryFn: api.alerts, staleTime: rarely, retry: false }).data?.alerts ?? [];
}
