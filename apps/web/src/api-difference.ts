import { type DifferenceAnswer, type Differences, query, type ReconciliationInput, send } from "./api.ts";

/** Which differences: of a state, from which day to which; `cursor` is the `next` of the page before. */
export interface DifferenceSearch {
  readonly state: Differences["differences"][number]["state"];
  readonly from: string;
  readonly to: string;
  readonly cursor?: string | undefined;
}

/** The door to the worker for 对钉钉, loaded with it. It throws as `api` does. */
export const differenceApi = {
  list: (search: DifferenceSearch) => send<Differences>("GET", `/api/differences${query(search)}`),
  answer: (input: DifferenceAnswer) => send<void>("PUT", "/api/differences", input),
  compare: (range: ReconciliationInput) => send<{ runId: string }>("POST", "/api/sync/reconciliation", range),
};
