import { monthText } from "../company/beijing.ts";
import { NewRefusal, OldRefusal } from "./refusal.ts";

/** One call as it came in. */
interface CallEntry {
  readonly at: number;
  readonly path: string;
  readonly outcome: string;
}

/** Calls by path of one month. */
export interface MonthCount {
  readonly counted: Record<string, number>;
  readonly exempt: Record<string, number>;
}

/** Counts calls by month, and refuses those beyond the month's or the second's limit. */
export interface Quota {
  /** Throws DingTalk's refusal when this call may not be answered now. */
  admit(call: { path: string; isOld: boolean; isCounted: boolean }): void;
  /** Calls of the API family that share the month's budget. */
  used(): number;
  count(call: { path: string; isCounted: boolean }): void;
  note(path: string, outcome: string): void;
  month(): MonthCount;
  readonly months: Record<string, MonthCount>;
  readonly rejected: Readonly<Record<string, number>>;
  readonly log: readonly CallEntry[];
  load(months: Record<string, MonthCount>): void;
}

export interface QuotaRules {
  readonly monthlyCalls: number;
  /** Null switches the limit off. */
  readonly callsPerSecond: number | null;
  readonly now: () => number;
  readonly realTime: () => number;
}

const LOG_LENGTH = 500;

export function createQuota(rules: QuotaRules): Quota {
  const recent = new Map<string, number[]>();
  const rejected: Record<string, number> = {};
  const log: CallEntry[] = [];
  let months: Record<string, MonthCount> = {};
  const month = () => (months[monthText(rules.now())] ??= { counted: {}, exempt: {} });
  const used = () => Object.values(month().counted).reduce((sum, count) => sum + count, 0);
  return {
    admit({ path, isOld, isCounted }) {
      if (rules.callsPerSecond !== null)
        admitRate(recent, { path, isOld, most: rules.callsPerSecond, at: rules.realTime() });
      if (isCounted && used() >= rules.monthlyCalls) throw overBudget(isOld);
    },
    used,
    count({ path, isCounted }) {
      const counts = isCounted ? month().counted : month().exempt;
      counts[path] = (counts[path] ?? 0) + 1;
    },
    note(path, outcome) {
      if (outcome !== "ok") rejected[outcome] = (rejected[outcome] ?? 0) + 1;
      log.push({ at: rules.now(), path, outcome });
      if (log.length > LOG_LENGTH) log.splice(0, log.length - LOG_LENGTH);
    },
    month,
    get months() {
      return months;
    },
    rejected,
    log,
    load(kept) {
      months = structuredClone(kept);
      recent.clear();
      log.length = 0;
      for (const reason of Object.keys(rejected)) delete rejected[reason];
    },
  };
}

/** 90020 or its new-host twin. */
export function overBudget(isOld: boolean): Error {
  return isOld
    ? new OldRefusal(90020, "本组织本月API调用次数已达上限", true)
    : new NewRefusal(403, "Forbidden.AccessDenied.ApiCountLimitForOrg", "本组织本月API调用次数已达上限");
}

/** 90018 or its new-host twin. */
export function tooFast(isOld: boolean, path: string): Error {
  const message = `应用调用接口超过每秒限制，api(${path})`;
  return isOld
    ? new OldRefusal(90018, message, true)
    : new NewRefusal(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", message);
}

interface Arrival {
  readonly path: string;
  readonly isOld: boolean;
  readonly most: number;
  readonly at: number;
}

function admitRate(recent: Map<string, number[]>, { path, isOld, most, at }: Arrival): void {
  const calls = (recent.get(path) ?? []).filter((before) => before > at - 1000);
  recent.set(path, calls);
  if (calls.length >= most) throw tooFast(isOld, path);
  calls.push(at);
}
