import {
  type Comparison,
  type Comparisons,
  query,
  send,
  type TargetRun,
  type WorklogCount,
  type WorklogRetry,
  type Worklogs,
} from "./api.ts";

/** Which worklogs are listed; a month is `2026-09`. */
export interface WorklogRange {
  readonly state: Worklogs["worklogs"][number]["state"];
  readonly month?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A month's worklogs by their keys, or all that do not agree or have failed. */
export type Mended = { readonly keys: string[] } | { readonly all: true };

const at = (target: string) => `/api/targets/${encodeURIComponent(target)}`;

/** The door to the worker for hours that go out and come back to be compared, loaded with 要推什么 and 对账. It throws as `api` does. */
export const worklogApi = {
  list: (target: string, range: WorklogRange) => send<Worklogs>("GET", `${at(target)}/worklogs${query({ ...range })}`),
  push: (target: string) => send<WorklogCount>("POST", `${at(target)}/pushes`),
  retry: (target: string, which: WorklogRetry) => send<WorklogCount>("POST", `${at(target)}/retries`, which),

  comparable: () => send<Comparisons>("GET", "/api/comparisons"),
  comparison: (target: string, month: string, cursor?: string) =>
    send<Comparison>("GET", `${at(target)}/comparison${query({ month, cursor })}`),
  compare: (target: string, month: string) => send<TargetRun>("POST", `${at(target)}/comparisons`, { month }),
  mend: (target: string, month: string, which: Mended) =>
    send<TargetRun>("POST", `${at(target)}/mends`, { month, ...which }),
};
