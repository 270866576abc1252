import {
  type Connectors,
  query,
  send,
  type Target,
  type TargetChange,
  type TargetCheck,
  type TargetCheckInput,
  type TargetInput,
  type TargetRun,
  type TargetRuns,
  type Targets,
  type WorklogCount,
} from "./api.ts";

const id = encodeURIComponent;
const at = (target: string) => `/api/targets/${id(target)}`;

/** The door to the worker for products and what is connected with them, loaded with 对接. It throws as `api` does. */
export const targetApi = {
  connectors: () => send<Connectors>("GET", "/api/connectors"),
  tryOut: (input: TargetCheckInput) => send<TargetCheck>("POST", "/api/target-checks", input),

  targets: () => send<Targets>("GET", "/api/targets"),
  target: (target: string) => send<Target>("GET", at(target)),
  connect: (input: TargetInput) => send<Target>("POST", "/api/targets", input),
  change: (target: string, change: TargetChange) => send<Target>("PATCH", at(target), change),
  remove: (target: string) => send<void>("DELETE", at(target)),
  check: (target: string) => send<TargetCheck>("POST", `${at(target)}/checks`),

  runs: (target: string, kind?: TargetRun["kind"]) => send<TargetRuns>("GET", `${at(target)}/runs${query({ kind })}`),
  read: (target: string) => send<TargetRun>("POST", `${at(target)}/runs`, { kind: "read" }),
  pushNow: (target: string) => send<WorklogCount>("POST", `${at(target)}/pushes`),
  retryAll: (target: string) => send<WorklogCount>("POST", `${at(target)}/retries`, { all: true }),
};
