/** What may be asked of DingTalk: each kind has its own price in calls. */
export type CallKind = "records" | "results" | "schedules" | "leaves" | "approvals" | "checkins" | "columns";

/** How much one call takes in at most: people, rows and days. */
export interface Batches {
  readonly recordPeople: number;
  readonly recordDays: number;
  readonly resultPeople: number;
  readonly resultRows: number;
  readonly schedulePeople: number;
  readonly leavePeople: number;
  readonly leaveRows: number;
  readonly approvalRows: number;
  readonly checkinPeople: number;
  readonly checkinRows: number;
  readonly columnPeople: number;
}

/** DingTalk's batches: 50 people a call, 7 days, 50 results, 100 people and 20 rows of leave, a person's columns. */
export const dingtalkBatches: Batches = {
  recordPeople: 50,
  recordDays: 7,
  resultPeople: 50,
  resultRows: 50,
  schedulePeople: 50,
  leavePeople: 100,
  leaveRows: 20,
  approvalRows: 20,
  checkinPeople: 1000,
  checkinRows: 100,
  columnPeople: 1,
};

/** What there is to ask about: `points` are punches due to a person on a workday, the others are what the company has. */
export interface Load {
  readonly people: number;
  readonly points: number;
  /** Rows of leave per 100 people in the window of a night. */
  readonly leavesAHundred: number;
  readonly approvalTemplates: number;
  readonly approvalsADay: number;
  readonly checkinsADay: number;
}

/** What a night asks beside everybody's week; `openDays` are the people of each date whose results are asked once more. */
export interface NightExtras {
  /** People never pulled before, of whom other days are asked. */
  readonly newcomers: number;
  readonly openDays: readonly number[];
  /** Shifts whose details are asked for the first time. */
  readonly unknownShifts: number;
}

/** Days asked about, `days`, and those of them with punches due, `workdays`. */
export interface AskedDays {
  readonly days: number;
  readonly workdays: number;
}

/**
 * The calls that one kind costs for everybody, at most: 120 people cost 3 for a week's records, 7 for a day's results (a full page
 * may be followed by an empty one), 2 for leaves. Approvals cost a call for each instance beside the lists.
 */
export function callsOf(kind: CallKind, load: Load, asked: AskedDays, batches: Batches): number {
  if (load.people === 0) return 0;
  if (kind === "records") return recordCalls(load.people, batches) * Math.ceil(asked.days / batches.recordDays);
  if (kind === "schedules") {
    return Math.ceil(load.people / batches.schedulePeople) * Math.ceil(asked.days / batches.recordDays);
  }
  if (kind === "results") return resultCalls(load.people, load.points * asked.workdays, batches);
  if (kind === "leaves") {
    const rows = Math.ceil((load.leavesAHundred * batches.leavePeople) / 100);
    return Math.ceil(load.people / batches.leavePeople) * pagesOf(rows, batches.leaveRows);
  }
  if (kind === "approvals") return approvalCalls(load, asked, batches);
  if (kind === "checkins") return checkinCalls(load, asked, batches);
  return Math.ceil(load.people / batches.columnPeople);
}

/** The calls for the records of so many people in one window: 51 people cost 2. */
export function recordCalls(people: number, { recordPeople }: Batches): number {
  return Math.ceil(people / recordPeople);
}

/** The calls of a night's extras, at most: 3 people asked once more cost 1, newcomers no more than 4, a new shift 1. */
export function callsOfExtras(
  { newcomers, openDays, unknownShifts }: NightExtras,
  load: Load,
  batches: Batches,
): number {
  // Newcomers are asked apart from the others, so that each of the four kinds may have one call more that is not full.
  const apart = newcomers === 0 ? 0 : 4;
  return apart + unknownShifts + openDays.reduce((sum, people) => sum + resultCalls(people, load.points, batches), 0);
}

function resultCalls(people: number, rowsAPerson: number, { resultPeople, resultRows }: Batches): number {
  const full = Math.floor(people / resultPeople);
  const rest = people % resultPeople;
  const last = rest === 0 ? 0 : pagesOf(rest * rowsAPerson, resultRows);
  return full * pagesOf(resultPeople * rowsAPerson, resultRows) + last;
}

function approvalCalls(load: Load, { days }: AskedDays, { approvalRows }: Batches): number {
  const instances = Math.ceil(load.approvalsADay * days);
  // However the instances fall on the templates, a template adds no more than one page that is not full.
  return load.approvalTemplates === 0 ? 0 : load.approvalTemplates + Math.floor(instances / approvalRows) + instances;
}

function checkinCalls(load: Load, { days }: AskedDays, { checkinPeople, checkinRows }: Batches): number {
  const rows = Math.ceil(load.checkinsADay * days);
  return rows === 0 ? 0 : Math.ceil(load.people / checkinPeople) + Math.floor(rows / checkinRows);
}

/** A page that is exactly full may be followed by an empty one. */
function pagesOf(rows: number, rowsAPage: number): number {
  return Math.floor(rows / rowsAPage) + 1;
}
