import {
  type Destination,
  type DestinationInput,
  type Destinations,
  type ImportedProject,
  type ImportedProjectInput,
  type ProjectTaskInput,
  query,
  type RemotePeople,
  type RemoteProjects,
  type RemoteTasks,
  send,
  type TaskDrafts,
} from "./api.ts";

/** Which of their projects: `linked` those that are somewhere for ours, or those that are not. */
export interface RemoteProjectSearch {
  readonly q?: string | undefined;
  readonly linked?: boolean | undefined;
}

/** Which of their people. */
export interface RemotePeopleSearch {
  readonly q?: string | undefined;
  readonly state?: keyof RemotePeople["counts"] | undefined;
}

const id = encodeURIComponent;
const at = (target: string) => `/api/targets/${id(target)}`;
const of = (project: string) => `/api/projects/${id(project)}`;

/** The door to the worker for what is at a target and how ours goes with it. It throws as `api` does. */
export const linkApi = {
  projects: (target: string, search: RemoteProjectSearch, cursor?: string) =>
    send<RemoteProjects>("GET", `${at(target)}/projects${query({ ...search, cursor })}`),
  tasks: (target: string, search: { project: string; q?: string | undefined }, cursor?: string) =>
    send<RemoteTasks>("GET", `${at(target)}/tasks${query({ ...search, cursor })}`),
  people: (target: string, search: RemotePeopleSearch, cursor?: string) =>
    send<RemotePeople>("GET", `${at(target)}/people${query({ ...search, cursor })}`),

  setDestination: (target: string, project: string, input: DestinationInput) =>
    send<Destination>("PUT", `${at(target)}/destinations/${id(project)}`, input),
  removeDestination: (target: string, project: string, version: number) =>
    send<void>("DELETE", `${at(target)}/destinations/${id(project)}${query({ version })}`),
  importProject: (target: string, input: ImportedProjectInput) =>
    send<ImportedProject>("POST", `${at(target)}/imported-projects`, input),

  destinations: (project: string) => send<Destinations>("GET", `${of(project)}/destinations`),
  makeTask: (project: string, input: ProjectTaskInput) => send<void>("POST", `${of(project)}/tasks`, input),
  tasksMade: (project: string, cursor?: string) =>
    send<TaskDrafts>("GET", `${of(project)}/task-drafts${query({ cursor })}`),
  retryTask: (project: string, task: string, targetId: string) =>
    send<void>("POST", `${of(project)}/task-drafts/${id(task)}/retries`, { targetId }),
};
