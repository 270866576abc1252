import {
  type CallSummary,
  type Calls,
  type Connection,
  type ConnectionStep,
  query,
  type Rejected,
  type Scopes,
  type Sync,
  type SyncRunDetail,
  send,
} from "./api.ts";

/** What calls are looked for; what is undefined is all. */
export interface CallSearch {
  readonly path?: string | undefined;
  readonly outcome?: string | undefined;
  readonly day?: string | undefined;
}

const id = encodeURIComponent;

/** The door to the worker for 连接, loaded with it. It throws as `api` does. */
export const linkApi = {
  connection: () => send<Connection>("GET", "/api/connection"),
  check: (step: ConnectionStep["id"]) => send<Connection>("POST", "/api/connection/check", { step }),
  scopes: () => send<Scopes>("GET", "/api/connection/scopes"),
  rejected: (cursor?: string) => send<Rejected>("GET", `/api/sync/rejected${query({ cursor })}`),
  endRejected: (row: string, act: "retry" | "dismiss") => send<void>("POST", `/api/sync/rejected/${id(row)}/${act}`),
  callSummary: () => send<CallSummary>("GET", "/api/calls/summary"),
  calls: (search: CallSearch, cursor?: string) => send<Calls>("GET", `/api/calls${query({ ...search, cursor })}`),
  runs: (cursor?: string) => send<Sync>("GET", `/api/sync${query({ cursor })}`),
  run: (run: string) => send<SyncRunDetail>("GET", `/api/sync/${id(run)}`),
  retryRun: (run: string) => send<{ runId: string }>("POST", `/api/sync/${id(run)}/retry`),
};

/** The address of the calls as a file to load down. */
export function callsAddress(search: CallSearch, format: "xlsx" | "csv", lang: "zh" | "en"): string {
  return `/api/calls${query({ ...search, format, lang })}`;
}
