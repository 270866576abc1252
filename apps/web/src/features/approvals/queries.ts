import { queryOptions } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { monthApi } from "../../api-month.ts";
import { stamp } from "../../server-time.ts";

/** Everything that waits for the reader. */
export const approvalsQuery = queryOptions({
  queryKey: ["approvals", "list"],
  queryFn: async () => stamp(await monthApi.approvals()),
});

/** The day behind a thing that waits, with its requests and punches. */
export function evidenceQuery(person: string, date: WorkDate) {
  return queryOptions({
    queryKey: ["approvals", "evidence", person, date],
    queryFn: () => monthApi.evidence(person, date),
  });
}
