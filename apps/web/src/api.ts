import type {
  Alerts,
  ApprovalCount,
  AppSettings,
  DayDetail,
  Member,
  MembersInput,
  PersonBrief,
  PickInput,
  PickView,
  PrivacyAnswerInput,
  PrivacyNotice,
  Project,
  ProjectBrief,
  ProjectHours,
  RequestInput,
  Requests,
  RequestView,
  Session,
  SharedPull,
  Site,
  SiteInput,
  SplitInput,
  SplitView,
  Sync,
  Team,
  Today,
  Workday,
} from "@today/worker/api";
import { isInDingTalk, requestLoginCode } from "./dingtalk.ts";
import { ApiProblem } from "./problem.ts";
import { request, within } from "./request.ts";

export type * from "@today/worker/api";

/** A range of settled days. */
export interface Workdays {
  readonly now: string;
  readonly workdays: Workday[];
  readonly projects: ProjectBrief[];
  /** Of every day of the range in a published year. */
  readonly dayKinds: Readonly<Record<string, Workday["dayKind"]>>;
}

/** Whose days, from which to which; without `person` one's own. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
  readonly person?: string;
}

let entering: Promise<Session> | null = null;

/** Signs in silently through DingTalk, once for all who wait; outside DingTalk it is refused with `session-missing`. */
function enter(): Promise<Session> {
  entering ??= signIn().finally(() => {
    entering = null;
  });
  return entering;
}

async function signIn(): Promise<Session> {
  const [settings] = await Promise.all([api.settings(), within(isInDingTalk())]);
  const code = await within(requestLoginCode(settings)).catch(() => {
    throw new ApiProblem("dingtalk-unavailable", 503);
  });
  if (code === null) throw new ApiProblem("session-missing", 401);
  return request<Session>("POST", "/api/session", { code });
}

async function readSession(): Promise<Session> {
  try {
    return await request("GET", "/api/session");
  } catch (error) {
    if (!isOver(error)) throw error;
    return enter();
  }
}

function isOver(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401;
}

/** A request of somebody signed in: where the session is missing or over, it signs in again and repeats once. */
export const send: typeof request = async (method, path, body, waitMs) => {
  try {
    return await request(method, path, body, waitMs);
  } catch (error) {
    if (!isOver(error)) throw error;
    await enter();
    return request(method, path, body, waitMs);
  }
};

/** `?from=2026-09&to=2026-10`; what is undefined is left out. */
export function query(values: object): string {
  const pairs = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

const id = encodeURIComponent;

/** The door to the worker for what everybody opens; `monthApi` is the other one. Every call throws `ApiProblem`; an answer that takes longer than 8 s is `timeout`. */
export const api = {
  settings: () => request<AppSettings>("GET", "/api/settings"),

  session: readSession,
  signOut: () => request<void>("DELETE", "/api/session"),
  setDefaultProject: (projectId: string | null) => send<Session>("PUT", "/api/me/default-project", { projectId }),

  privacy: () => send<PrivacyNotice>("GET", "/api/privacy"),
  answerPrivacy: (input: PrivacyAnswerInput) => send<PrivacyNotice>("POST", "/api/privacy/answer", input),

  today: () => send<Today>("GET", "/api/today"),
  pick: (input: PickInput) => send<PickView>("POST", "/api/picks", input),
  withdrawPick: (pick: string) => send<void>("DELETE", `/api/picks/${id(pick)}`),
  pullShared: () => send<SharedPull>("POST", "/api/sync/shared"),

  workdays: (range: DayRange) => send<Workdays>("GET", `/api/workdays${query(range)}`),
  day: (date: string, person?: string) => send<DayDetail>("GET", `/api/workdays/${date}${query({ person })}`),
  saveSplit: (date: string, split: SplitInput) => send<SplitView>("PUT", `/api/workdays/${date}/split`, split),

  projects: (status: "active" | "all" = "active") =>
    send<{ projects: Project[] }>("GET", `/api/projects${query({ status })}`),
  project: (project: string) => send<Project>("GET", `/api/projects/${id(project)}`),
  members: (project: string) => send<{ members: Member[] }>("GET", `/api/projects/${id(project)}/members`),
  setMembers: (project: string, input: MembersInput) =>
    send<{ members: Member[] }>("PUT", `/api/projects/${id(project)}/members`, input),
  removeMember: (project: string, person: string) =>
    send<void>("DELETE", `/api/projects/${id(project)}/members/${id(person)}`),
  sites: (project: string) => send<{ sites: Site[] }>("GET", `/api/projects/${id(project)}/sites`),
  saveSite: (project: string, site: string, input: SiteInput) =>
    send<Site>("PUT", `/api/projects/${id(project)}/sites/${id(site)}`, input),
  removeSite: (project: string, site: string) => send<void>("DELETE", `/api/projects/${id(project)}/sites/${id(site)}`),
  projectHours: (project: string, asked: { from: string; to: string; by: ProjectHours["by"] }) =>
    send<ProjectHours>("GET", `/api/projects/${id(project)}/hours${query(asked)}`),

  team: (date?: string) => send<Team>("GET", `/api/team${query({ date })}`),
  people: (q: string) => send<{ people: PersonBrief[] }>("GET", `/api/people${query({ q })}`),
  sync: () => send<Sync>("GET", "/api/sync"),

  requests: (asked: { state?: "waiting" | "all"; person?: string } = {}) =>
    send<Requests>("GET", `/api/requests${query(asked)}`),
  ask: (input: RequestInput) => send<RequestView>("POST", "/api/requests", input),
  withdrawRequest: (asked: string) => send<void>("DELETE", `/api/requests/${id(asked)}`),
  alerts: () => send<Alerts>("GET", "/api/alerts"),
  approvalCount: () => send<ApprovalCount>("GET", "/api/approvals/count"),
};
