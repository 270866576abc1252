import {
  type Connectors,
  type Mapping,
  query,
  type RemotePeople,
  type RemoteProjects,
  send,
  type Target,
  type TargetChange,
  type TargetCheck,
  type TargetCheckInput,
  type TargetInput,
  type TargetRun,
  type TargetRuns,
  type TargetStates,
  type Targets,
  type WorklogCount,
  type Worklogs,
} from "./api.ts";

const id = encodeURIComponent;
const at = (target: string) => `/api/targets/${id(target)}`;

/** As long as the server waits for a product that is slow to say who we are, and a little more. */
const checkMs = 30_000;

/** The door to the worker for products and what is connected with them, loaded with 对接. It throws as `api` does. */
export const targetApi = {
  connectors: () => send<Connectors>("GET", "/api/connectors"),
  tryOut: (input: TargetCheckInput) => send<TargetCheck>("POST", "/api/target-checks", input, checkMs),

  targets: () => send<Targets>("GET", "/api/targets"),
  target: (target: string) => send<Target>("GET", at(target)),
  connect: (input: TargetInput) => send<Target>("POST", "/api/targets", input),
  change: (target: string, change: TargetChange) => send<Target>("PATCH", at(target), change),
  remove: (target: string) => send<void>("DELETE", at(target)),
  check: (target: string) => send<TargetCheck>("POST", `${at(target)}/checks`, undefined, checkMs),

  runs: (target: string, kind?: TargetRun["kind"]) => send<TargetRuns>("GET", `${at(target)}/runs${query({ kind })}`),
  read: (target: string) => send<TargetRun>("POST", `${at(target)}/runs`, { kind: "read" }),
  pushNow: (target: string) => send<WorklogCount>("POST", `${at(target)}/pushes`),
  retryAll: (target: string) => send<WorklogCount>("POST", `${at(target)}/retries`, { all: true }),

  /** The first that are due, with the totals of all. */
  due: (target: string) => send<Worklogs>("GET", `${at(target)}/worklogs${query({ state: "due" })}`),
  linkedProjects: (target: string, cursor?: string) =>
    send<RemoteProjects>("GET", `${at(target)}/projects${query({ linked: true, cursor })}`),
  people: (target: string) => send<RemotePeople>("GET", `${at(target)}/people`),
  states: (target: string) => send<TargetStates>("GET", `${at(target)}/states`, undefined, checkMs),
  mapping: (target: string) => send<Mapping>("GET", `${at(target)}/mapping`),
};
