import { QueryClient } from "@tanstack/react-query";
import { isWaiting } from "./problem.ts";

const minute = 60_000;

/** The one cache of the server's truth. What waits for a network or a busy server is asked for twice more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: minute,
        gcTime: 30 * minute,
        networkMode: "always",
        retry: (failures, error) => failures < 2 && isWaiting(error),
        retryDelay: (failures) => 1_000 * 2 ** failures,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/** Everything about days and people may be different now; who I am and the settings are not. */
export function refreshDays(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ meta }) => meta?.steady !== true });
}
