import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiKeyInput } from "../../../../api.ts";
import { hookApi } from "../../../../api-hook.ts";

/** The keys that are not revoked, the newest first, with what there is to be allowed. */
export const keysQuery = queryOptions({ queryKey: ["api-keys"], queryFn: hookApi.keys });

/** Makes a key; its answer is the only place where the key is told. */
export function useMakeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ApiKeyInput) => hookApi.makeKey(input),
    onSettled: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
    // What nobody may see again is not kept by the page either.
    gcTime: 0,
  });
}

/** Ends a key, and with it what was subscribed with it. */
export function useRevokeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => hookApi.revokeKey(key),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: keysQuery.queryKey });
      await client.invalidateQueries({ queryKey: ["hooks"] });
    },
  });
}
