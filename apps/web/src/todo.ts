import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./api.ts";
import { useSession } from "./session.ts";

const rarely = 5 * 60_000;

/** How many things wait for the reader's answer. */
export const todoQuery = queryOptions({
  queryKey: ["approvals", "count"],
  queryFn: async () => (await api.approvalCount()).count,
  refetchInterval: rarely,
});

/** Things to do in 团队, asked for by those alone who answer any; 0 until it is known. */
export function useTodo(): number {
  const roles = useSession()?.person.roles ?? [];
  const answers = roles.includes("manager") || roles.includes("hr");
  return useQuery({ ...todoQuery, enabled: answers }).data ?? 0;
}
