import {
  type Alerts,
  type Approvals,
  type Budget,
  type BudgetInput,
  type CalendarFile,
  type CalendarYear,
  type Costs,
  type DayOverride,
  type DecisionInput,
  type DecisionResult,
  type Evidence,
  type GraceInput,
  type ImportPart,
  type Imports,
  type ImportView,
  type OvertimeMonth,
  type OvertimePeople,
  type PeriodDetail,
  type PeriodMove,
  type PeriodSheet,
  type Periods,
  type PersonCosts,
  type Policies,
  type PolicyInput,
  type ProjectReport,
  query,
  type RateInput,
  type RatesPage,
  type ReopeningInput,
  send,
  type TermsInput,
  type TermsPage,
} from "./api.ts";

/** From which month to which, `2026-09`. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

/** Whom a page of people shows; `cursor` is the `next` of the page before. */
export interface PeoplePage {
  readonly q?: string;
  readonly cursor?: string;
}

const id = encodeURIComponent;

/** The door to the worker for 审批 and 管理, loaded with their pages. It throws as `api` does. */
export const monthApi = {
  approvals: () => send<Approvals>("GET", "/api/approvals"),
  decide: (input: DecisionInput) => send<DecisionResult>("POST", "/api/approvals", input),
  undoDecision: (decision: string) => send<void>("DELETE", `/api/approvals/${id(decision)}`),
  evidence: (person: string, date: string) =>
    send<Evidence>("GET", `/api/approvals/evidence${query({ person, date })}`),

  periods: () => send<Periods>("GET", "/api/periods"),
  period: (period: string) => send<PeriodDetail>("GET", `/api/periods/${id(period)}`),
  movePeriod: (period: string, move: PeriodMove) =>
    send<PeriodDetail>("POST", `/api/periods/${id(period)}/state`, move),
  reopen: (period: string, input: ReopeningInput) =>
    send<PeriodDetail>("POST", `/api/periods/${id(period)}/reopening`, input),
  takeReopeningBack: (period: string) => send<void>("DELETE", `/api/periods/${id(period)}/reopening`),
  setGrace: (period: string, person: string, input: GraceInput) =>
    send<void>("PUT", `/api/periods/${id(period)}/graces/${id(person)}`, input),
  removeGrace: (period: string, person: string) =>
    send<void>("DELETE", `/api/periods/${id(period)}/graces/${id(person)}`),
  sheet: (period: string) => send<PeriodSheet>("GET", `/api/periods/${id(period)}/sheet`),

  calendar: (year: number) => send<CalendarYear>("GET", `/api/calendar/${year}`),
  setDay: (date: string, input: DayOverride) =>
    send<CalendarYear>("PUT", `/api/calendar/${date.slice(0, 4)}/days/${date}`, input),
  setYear: (year: number, input: CalendarFile) => send<CalendarYear>("PUT", `/api/calendar/${year}`, input),
  policies: () => send<Policies>("GET", "/api/policy"),
  setPolicy: (startsOn: string, input: PolicyInput) => send<Policies>("PUT", `/api/policy/${startsOn}`, input),

  terms: (page: PeoplePage) => send<TermsPage>("GET", `/api/terms${query(page)}`),
  setTerms: (person: string, startsOn: string, input: TermsInput) =>
    send<void>("PUT", `/api/people/${id(person)}/terms/${startsOn}`, input),
  removeTerms: (person: string, startsOn: string) =>
    send<void>("DELETE", `/api/people/${id(person)}/terms/${startsOn}`),
  rates: (page: PeoplePage) => send<RatesPage>("GET", `/api/rates${query(page)}`),
  setRate: (person: string, startsOn: string, input: RateInput) =>
    send<void>("PUT", `/api/people/${id(person)}/rates/${startsOn}`, input),
  removeRate: (person: string, startsOn: string) => send<void>("DELETE", `/api/people/${id(person)}/rates/${startsOn}`),
  overtime: (month: string, person?: string) => send<OvertimeMonth>("GET", `/api/overtime${query({ month, person })}`),
  overtimePeople: (month: string) => send<OvertimePeople>("GET", `/api/overtime/people${query({ month })}`),
  alerts: () => send<Alerts>("GET", "/api/alerts"),

  setBudget: (project: string, input: BudgetInput) => send<Budget>("PUT", `/api/projects/${id(project)}/budget`, input),
  report: (project: string) => send<ProjectReport>("GET", `/api/projects/${id(project)}/report`),
  costs: (range: MonthRange) => send<Costs>("GET", `/api/costs${query(range)}`),
  projectCosts: (project: string, range: MonthRange) =>
    send<PersonCosts>("GET", `/api/costs/${id(project)}${query(range)}`),

  sendImportPart: (file: string, index: number, part: ImportPart) =>
    send<ImportView>("PUT", `/api/imports/${id(file)}/parts/${index}`, part),
  imports: () => send<Imports>("GET", "/api/imports"),
  import: (file: string) => send<ImportView>("GET", `/api/imports/${id(file)}`),
  confirmImport: (file: string) => send<ImportView>("POST", `/api/imports/${id(file)}/confirm`),
  dropImport: (file: string) => send<void>("DELETE", `/api/imports/${id(file)}`),
};

/** Which days or months a file holds, in which words. */
export interface ExportWish {
  readonly format: "xlsx" | "csv";
  readonly from: string;
  readonly to: string;
  readonly lang: "zh" | "en";
  readonly project?: string | undefined;
}

/** The address of a file to load down, `/api/exports/hours?format=csv&from=2026-09-01&to=2026-09-30&lang=zh`. */
export function exportAddress(what: "hours" | "approvals" | "cost", wish: ExportWish): string {
  return `/api/exports/${what}${query(wish)}`;
}
