import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { PolicyInput } from "../../../api.ts";
import { monthApi } from "../../../api-month.ts";
import { refreshDays } from "../../../query-client.ts";

/** The company's policies in order of their dates, first what holds until anybody says otherwise. */
export const policiesQuery = queryOptions({ queryKey: ["manage", "policy"], queryFn: monthApi.policies });

/** Says how the company counts from a date on; what it answers is shown at once, and days everywhere may be others. */
export function useSetPolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ startsOn, input }: { readonly startsOn: WorkDate; readonly input: PolicyInput }) =>
      monthApi.setPolicy(startsOn, input),
    onSuccess: (answer) => {
      client.setQueryData(policiesQuery.queryKey, answer);
      void refreshDays(client);
    },
  });
}
