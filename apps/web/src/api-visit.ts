import { query, send, type Visiting, type Visits } from "./api.ts";

/** Which check-ins: of a range of days, both included, of one person or for one project where they are named. */
export interface VisitSearch {
  readonly from: string;
  readonly to: string;
  readonly person?: string | undefined;
  readonly project?: string | undefined;
}

const id = encodeURIComponent;

/** The door to the worker for 签到, loaded where they are shown. It throws as `api` does. */
export const visitApi = {
  visits: (search: VisitSearch, cursor?: string) => send<Visits>("GET", `/api/visits${query({ ...search, cursor })}`),
  visiting: (project: string) => send<Visiting>("GET", `/api/projects/${id(project)}/visiting`),
  setVisiting: (project: string, on: boolean) => send<Visiting>("PUT", `/api/projects/${id(project)}/visiting`, { on }),
};
