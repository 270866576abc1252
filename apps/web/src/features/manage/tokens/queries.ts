import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { peopleApi, type TokenWish } from "../../../api-people.ts";

/** The doors for directories that are not revoked, the newest first. */
export const tokensQuery = queryOptions({ queryKey: ["manage", "tokens"], queryFn: peopleApi.tokens });

/** Opens a door; its answer is the only place where the token is told. */
export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: TokenWish) => peopleApi.makeToken(wish),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
    // What nobody may see again is not kept by the page either.
    gcTime: 0,
  });
}

/** Closes a door. */
export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => peopleApi.revokeToken(token),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
}
